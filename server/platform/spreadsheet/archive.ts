/** One file of a ZIP archive as its directory describes it, still folded. */
export type ArchiveEntry = {
  readonly path: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Bytes once unfolded, as the directory says; not yet checked. */
  readonly size: number
  readonly bytes: Uint8Array
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

/** The directory of a ZIP archive, without unfolding anything. null: not an archive, or cut short. */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(buffer)
  if (end < 0) return null
  try {
    const entries: ArchiveEntry[] = []
    let at = buffer.readUInt32LE(end + 16)
    for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
      if (buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) return null
      const nameLength = buffer.readUInt16LE(at + 28)
      const entry = entryAt(buffer, at, nameLength)
      if (!entry) return null
      entries.push(entry)
      at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    }
    return entries
  } catch {
    return null
  }
}

/** The last record of the archive stands within 64 KB of its end. */
function endOfDirectory(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= 0 && at >= buffer.length - 22 - 0xffff; at--)
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY) return at
  return -1
}

function entryAt(buffer: Buffer, at: number, nameLength: number): ArchiveEntry | null {
  const folded = buffer.readUInt32LE(at + 20)
  const local = buffer.readUInt32LE(at + 42)
  if (buffer.readUInt32LE(local) !== LOCAL_HEADER) return null
  const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
  if (from + folded > buffer.length) return null
  return {
    path: buffer.toString('utf8', at + 46, at + 46 + nameLength),
    method: buffer.readUInt16LE(at + 10),
    size: buffer.readUInt32LE(at + 24),
    bytes: buffer.subarray(from, from + folded),
  }
}
