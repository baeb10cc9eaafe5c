import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a ZIP archive about to be written, folded already, so that a part many archives share is folded once. */
export type FoldedEntry = { readonly path: string; readonly size: number; readonly check: number; readonly bytes: Uint8Array }

const DEFLATED = 8
/** Names are UTF-8. */
const UTF8 = 0x0800
const VERSION = 20
/** 1 January 1980, the first day the format knows: what is in an archive says its own date. */
const FIRST_DAY = 0x21

export const folded = (path: string, content: Uint8Array): FoldedEntry => ({
  path,
  size: content.length,
  check: crc32(content),
  bytes: deflateRawSync(content),
})

/** A ZIP archive of these files, in their order. */
export function writeArchive(entries: readonly FoldedEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.path, 'utf8')
    const about = aboutOf(entry, name.length)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, name, entry.bytes])
    files.push(local)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), u16(VERSION), about, place, name)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...files, listed, Buffer.from('PK\x05\x06', 'latin1'), end]))
}

/** What the file itself and the directory both say of an entry, up to the length of its extra field. */
function aboutOf({ size, check, bytes }: FoldedEntry, nameLength: number): Buffer {
  const about = Buffer.alloc(26)
  for (const [place, value] of [VERSION, UTF8, DEFLATED, 0, FIRST_DAY].entries()) about.writeUInt16LE(value, place * 2)
  about.writeUInt32LE(check, 10)
  about.writeUInt32LE(bytes.length, 14)
  about.writeUInt32LE(size, 18)
  about.writeUInt16LE(nameLength, 22)
  return about
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
