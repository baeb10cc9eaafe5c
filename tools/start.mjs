/** `npm start`: install, build, make the demo bureau the first time, and say where it is. Plain JavaScript: it runs before anything is installed. */
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './buildStamp.mjs'
import { install } from './install.mjs'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Milepost needs Node 20.19 or later; this is ${process.version}. · Milepost 需要 Node 20.19 及以上版本，当前为 ${process.version}。`,
  )
  process.exit(1)
}
install(root)
if (!isBuilt(root)) {
  console.log('Building · 正在构建 …')
  const build = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { cwd: root, stdio: 'inherit' })
  if (build.status !== 0) process.exit(build.status ?? 1)
}
const program = spawn(process.execPath, [path.join(root, 'dist/server/cli.js'), 'start', '--demo', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal))
program.on('exit', (code) => process.exit(code ?? 0))
