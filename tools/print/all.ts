import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { printEndpoints } from './endpoints.ts'
import { printFloors } from './floors.ts'
import type { Paper } from './paper.ts'
import { printPermissions } from './permissions.ts'
import { printRefusals } from './refusals.ts'
import { printTerms } from './terms.ts'

/** `npm run print` writes docs/printed; with `--check` it only says which documents are stale. The schema is printed by `npm run schema`. */
const folder = path.join(process.cwd(), 'docs/printed')
const papers: Paper[] = [printFloors(process.cwd()), printPermissions(), printRefusals(), printTerms(), ...printEndpoints()]

if (process.argv.includes('--check')) {
  const stale = papers.filter(({ file, text }) => read(path.join(folder, file)) !== text)
  for (const { file } of stale) console.error(`docs/printed/${file} is stale: run npm run print`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  mkdirSync(folder, { recursive: true })
  for (const { file, text } of papers) writeFileSync(path.join(folder, file), text)
  console.log(`${papers.length} documents printed`)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
