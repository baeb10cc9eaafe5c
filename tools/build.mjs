/** Builds the product into dist/: the web pages, and the server as three files (command line, database thread, signing thread). */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeStamp } from './buildStamp.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const { build: bundle } = await import('esbuild')
const { build: buildWeb } = await import('vite')
const external = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies).flatMap((name) => [
  name,
  `${name}/*`,
])

rmSync(path.join(root, 'dist'), { recursive: true, force: true })
mkdirSync(path.join(root, 'dist'), { recursive: true })

await buildWeb({ configFile: path.join(root, 'web/vite.config.ts'), logLevel: 'warn' })
await buildWeb({ configFile: path.join(root, 'web/public/vite.config.ts'), logLevel: 'warn' })
await buildWeb({ configFile: path.join(root, 'web/ballot/vite.config.ts'), logLevel: 'error' })
// a service worker is a classic script: it may import nothing
await bundle({
  absWorkingDir: root,
  entryPoints: ['web/ballot/worker.ts'],
  outfile: 'dist/web/ballot-worker.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  logLevel: 'warning',
})
await bundle({
  absWorkingDir: root,
  entryPoints: {
    cli: 'server/cli.ts',
    databaseWorker: 'server/platform/database/embedded/worker.ts',
    signingThread: 'server/diagnose/collection/signingThread.mjs',
  },
  outdir: 'dist/server',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  sourcemap: 'linked',
  external,
  logLevel: 'warning',
})
const template = spawnSync(process.execPath, ['dist/server/cli.js', 'make-template', '--out', 'dist/database-template.tar.gz'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (template.status !== 0) process.exit(template.status ?? 1)
writeStamp(root)
