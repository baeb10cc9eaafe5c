import type { FileOut } from '../http/call.ts'
import { type Block, DOCX, type Language, toDocx } from './sheet.ts'

/** A paper as a Word file to download. */
export async function docxOut(name: string, blocks: readonly Block[], language: Language): Promise<FileOut> {
  return { fileName: `${name}.docx`, mediaType: DOCX, bytes: await toDocx(blocks, language) }
}
