import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** One file of a ZIP archive about to be written, folded already, so that a part many archives share is folded once. */
export type FoldedEntry = { readonly path: string; readonly size: number; readonly check: number; readonly bytes: Uint8Array<ArrayBuffer> }

const DEFLATED = 8
/** The first day the format knows: what is in an archive says its own date. */
const FIRST_DAY = new Date(1980, 0, 1)

export const folded = (path: string, content: Uint8Array): FoldedEntry => ({
  path,
  size: content.length,
  check: crc32(content),
  bytes: deflateRawSync(content),
})

/** A ZIP archive of these files, in their order. */
export function writeArchive(entries: readonly FoldedEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const archive = new Zip((fault, part) => {
    if (fault) throw fault
    parts.push(part)
  })
  for (const { path, size, check, bytes } of entries) {
    const file: ZipInputFile = { filename: path, size, crc: check, compression: DEFLATED, mtime: FIRST_DAY }
    archive.add(file)
    file.ondata?.(null, bytes, true)
  }
  archive.end()
  return new Uint8Array(Buffer.concat(parts))
}
