/** Whether dist/ was built from the sources as they are now: newest change of any source file, kept beside the build. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SOURCES = ['packages', 'server', 'web', 'library', 'tools', 'package-lock.json']
const STAMP = 'dist/built-from.txt'

function newestChange(entry) {
  const stat = statSync(entry)
  if (!stat.isDirectory()) return Math.floor(stat.mtimeMs)
  return readdirSync(entry).reduce((newest, name) => Math.max(newest, newestChange(path.join(entry, name))), 0)
}

const stampOf = (root) => String(Math.max(...SOURCES.map((name) => newestChange(path.join(root, name)))))

export const writeStamp = (root) => writeFileSync(path.join(root, STAMP), stampOf(root))

export function isBuilt(root) {
  try {
    return readFileSync(path.join(root, STAMP), 'utf8') === stampOf(root)
  } catch {
    return false
  }
}
