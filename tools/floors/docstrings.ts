import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './arrows.ts'
import { placeOf } from './house.ts'
import type { SourceFile } from './readHouse.ts'

/** One exported function without a docstring: its file, line and name. */
export type Undocumented = { readonly file: string; readonly line: number; readonly name: string }

/**
 * Exported functions of a file that no docstring stands above. `source` is the text of a TypeScript file as biome lays it out; a constant
 * counts as a function when its value begins with parameters and an arrow follows them.
 */
export function undocumented(file: string, source: string): Undocumented[] {
  const lines = source.split('\n')
  return lines.flatMap((_, at) => {
    const name = exportedFunction(lines, at)
    const documented = (lines[at - 1] ?? '').trimEnd().endsWith('*/')
    return name === null || documented ? [] : [{ file, line: at + 1, name }]
  })
}

/** The name of the function that is exported on this line, or null when none is. */
function exportedFunction(lines: readonly string[], at: number): string | null {
  const line = lines[at] ?? ''
  const plain = /^export (?:async )?function\*? (\w+)/.exec(line)
  if (plain) return plain[1] ?? null
  const constant = /^export const (\w+)(?:: .*?[^=])? =(?: (.*))?$/.exec(line)
  if (!constant) return null
  const value = [constant[2] ?? '', ...lines.slice(at + 1, at + 12)].join(' ').trim()
  return /^(?:async )?(?:<[^=]*?>)?\(/.test(value) && arrowAfterParameters(value) ? (constant[1] ?? null) : null
}

/** Whether an arrow follows where the first bracket closes, a return type between them or not. */
function arrowAfterParameters(value: string): boolean {
  let depth = 0
  for (let at = value.indexOf('('); at < value.length; at++) {
    if (value[at] === '(') depth++
    if (value[at] === ')') depth--
    if (depth === 0) return /^(?::[^;]*?)? =>/.test(value.slice(at + 1))
  }
  return false
}

/** The exported functions of the engines and of `exact` that have no docstring; test files and what only tests use are left out. */
export function docstringFaults(root: string, files: readonly SourceFile[]): Fault[] {
  const engines = files.filter(({ file }) => {
    const place = placeOf(file)
    const pure = place?.floor === 'engine' || place?.floor === 'words'
    return pure && !/\.test\.ts$|\/testing\/|\/test[A-Z]\w*\.ts$/.test(file)
  })
  return engines.flatMap(({ file }) =>
    undocumented(file, readFileSync(join(root, file), 'utf8')).map(({ line, name }) => ({
      file: `${file}:${line}`,
      because: `the exported function ${name} has no docstring`,
    })),
  )
}
