import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { LedgerState } from './ledger.ts'

const here = dirname(fileURLToPath(import.meta.url))
let scratch: string
let folder: string
let program: string

/** The writer is built like the product, main file and database thread side by side: it starts faster than from source, and this many times it matters. */
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'milepost-killed-'))
  folder = join(scratch, 'data')
  program = join(scratch, 'crashingOwner.js')
  await build({
    entryPoints: { crashingOwner: join(here, 'crashingOwner.ts'), databaseWorker: join(here, 'worker.ts') },
    outdir: scratch,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  await writeFile(join(scratch, 'package.json'), '{"type": "module"}')
  await symlink(fileURLToPath(new URL('../../../../node_modules', import.meta.url)), join(scratch, 'node_modules'), 'dir')
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

/** Lets a process of its own open the folder and write, and kills it: `afterMs` after its birth, or after it has `entries` confirmed. */
function killWriter(when: { afterMs: number } | { entries: number }): Promise<{ found: LedgerState | undefined; confirmed: number }> {
  const writer = spawn(process.execPath, [program, 'write', folder, inject('embeddedTemplate')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if ('afterMs' in when) setTimeout(() => writer.kill('SIGKILL'), when.afterMs)
  let said = ''
  writer.stdout.on('data', (text) => {
    said += text
    if ('entries' in when && said.split('\n').length - 2 >= when.entries) writer.kill('SIGKILL')
  })
  return new Promise((resolve) =>
    writer.once('close', () => {
      const [first, ...entries] = said.split('\n').slice(0, -1)
      resolve({ found: first === undefined ? undefined : JSON.parse(first), confirmed: Number(entries.at(-1) ?? 0) })
    }),
  )
}

test('killed six times during the first start, the folder opens the seventh time', { timeout: 120_000 }, async () => {
  for (let kill = 1; kill <= 6; kill++) await killWriter({ afterMs: 150 + kill * 200 })
  const { found } = await killWriter({ entries: 1 })
  expect(found).toMatchObject({ gaps: 0, sum: 0, indexed: true })
})

test('killed eight times in the middle of writing, everything confirmed is there and nothing is there by halves', {
  timeout: 240_000,
}, async () => {
  let confirmed = 0
  for (let kill = 1; kill <= 8; kill++) {
    const { found, confirmed: last } = await killWriter({ entries: 5 + kill * 4 })
    expect(found).toMatchObject({ gaps: 0, sum: 0, indexed: true })
    expect(found?.last).toBeGreaterThanOrEqual(confirmed)
    expect(last).toBeGreaterThan(found?.last ?? 0)
    confirmed = last
  }
})
