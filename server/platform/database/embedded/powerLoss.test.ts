import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type DiskEvent, DiskRecorder, rebuildDisk } from './diskRecorder.ts'
import { DurableFileSystem } from './durableFileSystem.ts'
import { durableStartParams, openInFolder } from './engine.ts'
import { type LedgerState, moveMoney, prepareLedger, readLedger } from './ledger.ts'

const entries = 400
const scratch = mkdtempSync(join(tmpdir(), 'milepost-power-'))
const base = join(scratch, 'postgres')
let events: DiskEvent[]
/** For each confirmed entry, how much had happened to the disk by then. */
const confirmed: number[] = []

/** Writes the ledger with checkpoints in between, noting everything that reaches the disk. */
beforeAll(async () => {
  const prepared = await openInFolder({ folder: scratch, template: inject('embeddedTemplate') })
  await prepareLedger(prepared)
  await prepared.close()
  const live = join(scratch, 'live')
  cpSync(base, live, { recursive: true })
  const recorder = new DiskRecorder(live)
  const database = await PGlite.create({ fs: recorder, startParams: durableStartParams })
  for (let n = 1; n <= entries; n++) {
    await moveMoney(database, n)
    confirmed.push(recorder.events.length)
    if (n % 90 === 0) await database.exec('checkpoint')
  }
  events = recorder.events.slice()
  await database.close()
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The same random numbers in every run. */
function chances(seed: number, probability: number): () => boolean {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 < probability
  }
}

/** The ledger as it is found, or why it is not. */
async function afterPowerCut(cut: { events: DiskEvent[]; seed: number; survival: number }): Promise<LedgerState | string> {
  const image = join(scratch, 'image')
  rmSync(image, { recursive: true, force: true })
  rebuildDisk({ base, image, events: cut.events, survives: chances(cut.seed, cut.survival) })
  const options = { fs: new DurableFileSystem(image), startParams: durableStartParams }
  const database = await PGlite.create(options).catch(() => undefined)
  if (!database) return 'cannot be opened'
  try {
    return await readLedger(database)
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await database.close()
  }
}

/** Early, in the middle and at the end of the work, at different steps of writing one entry; none, half and most of the unsynced pages survive. */
const survivals = { none: 0, half: 0.5, most: 0.9 }
const cuts = (['none', 'half', 'most'] as const).flatMap((surviving, row) =>
  [45, 210, 395].map((entry, step) => ({ surviving, entry: entry - row * 10, step })),
)

test.each(cuts)(
  'power lost while writing entry $entry, $surviving of the unsynced pages surviving: nothing confirmed is lost',
  async (cut) => {
    const { surviving, entry, step } = cut
    const happened = events.slice(0, (confirmed[entry - 1] ?? 0) + step)
    const found = await afterPowerCut({ events: happened, seed: entry, survival: survivals[surviving] })
    expect(found).toMatchObject({ gaps: 0, sum: 0, indexed: true })
    expect(found).toHaveProperty(
      'last',
      expect.toSatisfy((last: number) => last >= entry),
    )
  },
)

test('the same without syncs loses entries or the whole database: the simulation has teeth', async () => {
  const unsynced = events.filter(({ kind }) => kind !== 'sync')
  expect(await afterPowerCut({ events: unsynced, seed: 1, survival: 0.5 })).not.toEqual({ last: entries, gaps: 0, sum: 0, indexed: true })
})
