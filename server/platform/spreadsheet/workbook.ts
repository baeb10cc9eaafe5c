import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { Refusal } from '@milepost/contract/refusals'
import { zipSync } from 'fflate'
import { type ArchiveEntry, archiveEntries } from './archive.ts'
import type { FileIn } from './table.ts'

const inflate = promisify(inflateRaw)

/** A 20 MB workbook may not unfold into more than this. */
export const MOST_UNFOLDED_MB = 300

/**
 * The sheets of a workbook, safe to read: what would fill the memory is refused by the sizes the archive names, and no part may be
 * longer than the archive says.
 */
export async function safeWorkbook(file: FileIn): Promise<Uint8Array> {
  const entries = archiveEntries(file.bytes)
  if (!entries) throw new Refusal('file-damaged', { name: file.name })
  const unfolded = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unfolded > MOST_UNFOLDED_MB * 1_048_576) throw new Refusal('unfolds-too-large', { name: file.name, limitMb: MOST_UNFOLDED_MB })
  const parts: Record<string, Uint8Array> = {}
  for (const entry of entries) if (isTabular(entry)) parts[entry.path] = withFormulasSaid(entry.path, await unfold(entry, file))
  return zipSync(parts, { level: 0 })
}

/** Sheets, styles and texts; no pictures, no macros. */
const isTabular = ({ path }: ArchiveEntry) => path.endsWith('.xml') || path.endsWith('.xml.rels')

async function unfold(entry: ArchiveEntry, file: FileIn): Promise<Uint8Array> {
  if (entry.size === 0) return new Uint8Array(0)
  try {
    if (entry.method === 0) return entry.bytes
    if (entry.method === 8) return await inflate(entry.bytes, { maxOutputLength: entry.size })
  } catch {
    // shorter, longer or other than the archive says
  }
  throw new Refusal('file-damaged', { name: file.name })
}

/**
 * Two kinds of cell would be read as empty, and empty means "no value": a formula that came to an error keeps the error as its text,
 * a formula that was never computed becomes its own text, "=B1+C1".
 */
function withFormulasSaid(path: string, bytes: Uint8Array): Uint8Array {
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) return bytes
  const sheet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!sheet.includes(' t="e"') && !sheet.includes('<f')) return bytes
  const said = sheet
    .toString('utf8')
    .replaceAll(/(<c\b[^>]*) t="e"/g, '$1 t="str"')
    .replaceAll(/<c\b([^>]*)>\s*(?:<f\b[^>]*\/>|<f\b[^>]*>([^<]*)<\/f>)\s*<\/c>/g, (_cell, attributes: string, formula = '?') => {
      return `<c${attributes.replace(/ t="\w+"/, '')} t="str"><v>=${formula}</v></c>`
    })
  return Buffer.from(said)
}
