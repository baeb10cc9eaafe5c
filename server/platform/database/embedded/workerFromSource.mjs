/**
 * Node cannot load a TypeScript file as a thread, not even under a loader. The thread is bundled once for each state of this folder, which is all it
 * is made of: registering a loader in every thread costs 0.4 s of processor, each time a database is opened.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../../../..')
const cache = path.join(root, 'node_modules/.cache/milepost')

const state = createHash('sha256')
for (const name of readdirSync(here).sort())
  if (name.endsWith('.ts') && !name.endsWith('.test.ts')) state.update(name).update(readFileSync(path.join(here, name)))
const bundled = path.join(cache, `databaseWorker-${state.digest('hex').slice(0, 16)}.mjs`)

if (!existsSync(bundled)) {
  const { build } = await import('esbuild')
  const beside = `${bundled}.${randomUUID()}`
  mkdirSync(cache, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: ['worker.ts'],
    outfile: beside,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    logLevel: 'error',
  })
  const elsewhere = Object.keys(metafile.inputs).filter((input) => input.includes('/'))
  if (elsewhere.length > 0) throw new Error(`The database thread is made of its own folder alone, not of ${elsewhere.join(', ')}`)
  renameSync(beside, bundled)
}
await import(pathToFileURL(bundled).href)
