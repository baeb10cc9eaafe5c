import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type SourceFile = { readonly file: string; readonly imports: readonly string[] }

/** Every source file git knows or does not ignore, with what it imports (types included). */
export function readHouse(root: string): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(root, file)))
    .map((file) => ({ file, imports: importsOf(readFileSync(path.join(root, file), 'utf8')) }))
}

const IMPORTS =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORTS)].map((found) => found[1] ?? found[2] ?? '')
}

/** The project file an import names, or null when it names an npm or node package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('@milepost/')) return `packages/${specifier.slice('@milepost/'.length)}.ts`
  if (specifier.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier))
  return null
}
