import { Refusal } from '@milepost/contract/refusals'
import mammoth from 'mammoth'
import { archiveEntries } from '../../platform/spreadsheet/archive.ts'
import { decodeText } from '../../platform/spreadsheet/decodeText.ts'

/** A transcript unfolds to far less; more is a trap. */
const MOST_UNFOLDED = 100_000_000

/** Word or plain text as text with LF line breaks; refused when it is another kind of file, or pictures only. */
export async function textOfFile(name: string, bytes: Buffer): Promise<{ text: string; pictures: number }> {
  const entries = /\.docx$/i.test(name) ? archiveEntries(bytes) : null
  if (entries && entries.reduce((sum, entry) => sum + entry.size, 0) > MOST_UNFOLDED) throw new Refusal('transcript-file-unknown', { name })
  const pictures = entries?.filter((entry) => /^word\/media\/./.test(entry.path)).length ?? 0
  const words = entries ? await textOfWord(name, bytes) : textOfPlain(name, bytes)
  const text = words
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (text === '') throw new Refusal('transcript-without-text', { name, pictures })
  return { text, pictures }
}

async function textOfWord(name: string, bytes: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    // one paragraph a line
    return value.replaceAll('\n\n', '\n')
  } catch {
    throw new Refusal('transcript-file-unknown', { name })
  }
}

function textOfPlain(name: string, bytes: Buffer): string {
  const text = /\.(txt|md)$/i.test(name) ? decodeText(bytes) : null
  if (text === null || text.includes('\u0000')) throw new Refusal('transcript-file-unknown', { name })
  return text
}
