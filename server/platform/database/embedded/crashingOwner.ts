import { writeSync } from 'node:fs'
import { openEmbeddedEngine } from './embeddedEngine.ts'
import { lockFolder } from './folderLock.ts'
import { moveMoney, prepareLedger, readLedger } from './ledger.ts'

/**
 * A process that tests kill. `hold <folder>`: owns the folder and says so. `write <folder> <template>`: opens the database, reports the state of the
 * ledger as one line of JSON, and then writes the number of every entry as soon as it is confirmed.
 */
const [mode, folder = '', template] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

if (mode === 'hold') {
  await lockFolder(folder)
  say('owner')
  setInterval(() => {}, 60_000)
} else {
  const engine = await openEmbeddedEngine({ folder, template, deadlineMs: 60_000 })
  await prepareLedger(engine.pool)
  const found = await readLedger(engine.pool)
  say(JSON.stringify(found))
  for (let n = found.last + 1; ; n++) {
    await moveMoney(engine.pool, n)
    say(String(n))
    if (n % 60 === 0) await engine.pool.query('checkpoint')
  }
}
