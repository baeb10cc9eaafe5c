import type { FileOut } from '../http/call.ts'
import { type Block, DOCX, type Language, toDocx, toDocxFiles } from './sheet.ts'

/** A paper on its way to a file; the name is without its ending. */
export type Paper = { readonly name: string; readonly blocks: readonly Block[] }

/** A paper as a Word file to download. */
export async function docxOut(name: string, blocks: readonly Block[], language: Language): Promise<FileOut> {
  return { fileName: `${name}.docx`, mediaType: DOCX, bytes: await toDocx(blocks, language) }
}

/** Several papers as Word files, by file name. */
export async function docxFilesOf(papers: readonly Paper[], language: Language): Promise<Record<string, Uint8Array>> {
  if (papers.length === 0) return {}
  const files = await toDocxFiles(
    papers.map(({ blocks }) => blocks),
    language,
  )
  return Object.fromEntries(papers.flatMap(({ name }, at) => (files[at] ? [[`${name}.docx`, files[at]]] : [])))
}
