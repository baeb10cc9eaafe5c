import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import type { FileOut } from '../../platform/http/call.ts'
import { docxFilesOf, type Paper } from '../../platform/papers/docxOut.ts'
import type { Language } from '../../platform/papers/sheet.ts'
import { PERSON_PAPERS, type PersonFile } from './personPapers.ts'

type Names = Readonly<Record<keyof typeof PERSON_PAPERS | 'archive', { readonly zh: string; readonly en: string }>>

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * What goes to the personnel file of one person (Art. 33): every paper that says something of the year, and a list of them with their
 * SHA-256, so that a file taken out or changed later is seen.
 */
export async function archiveOut(
  names: Names,
  file: PersonFile,
  { language, beside }: { readonly language: Language; readonly beside: readonly Paper[] },
): Promise<FileOut> {
  const about = `${file.year}-${file.employeeNo}`
  const { bytes } = packed(await docxFilesOf([...personPapersOf(names, file, language), ...beside], language), 'SHA256SUMS.txt')
  return { fileName: `${names.archive[language]}-${about}.zip`, mediaType: 'application/zip', bytes }
}

/** Every paper of one person. */
export const personPapersOf = (names: Names, file: PersonFile, language: Language): Paper[] =>
  papersOf(file).map((paper) => ({
    name: `${names[paper][language]}-${file.year}-${file.employeeNo}`,
    blocks: PERSON_PAPERS[paper](file, language),
  }))

/** A zip of files with the list of their SHA-256, and the hash of that list. */
export function packed(kept: Readonly<Record<string, Uint8Array>>, listName: string): { bytes: Uint8Array; listHash: string } {
  const lines = Object.entries(kept).map(([name, bytes]) => `${sha256(bytes)}  ${name}`)
  const list = strToU8(`${lines.join('\n')}\n`)
  // Word files are folded already
  return { bytes: zipSync({ ...kept, [listName]: list }, { level: 0 }), listHash: sha256(list) }
}

/** No empty forms go to the file: a letter needs its service, an application its case, a record of an interview the interview. */
function papersOf(file: PersonFile): (keyof typeof PERSON_PAPERS)[] {
  return [
    'registration',
    ...(file.talks.length > 0 ? (['routine'] as const) : []),
    ...(file.service === null ? [] : (['result-letter'] as const)),
    ...(file.remedy === null ? [] : (['remedy'] as const)),
    ...(file.interview === null ? [] : (['interview'] as const)),
  ]
}
