/** Installs what the lock file says, once for each lock file. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const MARK = 'node_modules/.installed-from'

export function install(root) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  try {
    if (readFileSync(path.join(root, MARK), 'utf8') === lock) return
  } catch {
    // not installed yet
  }
  console.error('Installing what the lock file says · 正在安装依赖 …')
  const npm = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(npm.status ?? 1)
  writeFileSync(path.join(root, MARK), lock)
}
