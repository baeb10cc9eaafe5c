/** One entry of a tar archive, its bytes a view into the archive. */
export type TarEntry = { name: string; kind: 'file' | 'folder'; bytes: Uint8Array }

const block = 512

/** Reads a plain (ustar) archive as PGlite writes it: files and folders with short names, nothing else. */
export function readTar(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = []
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(archive, at + 124, 12).trim() || '0', 8)
    const name = text(archive, at, 100).replace(/^\/+|\/+$/g, '')
    const flag = text(archive, at + 156, 1)
    if (Number.isNaN(size) || at + block + size > archive.length) throw new Error(`The archive is cut off or damaged at "${name}"`)
    if (name.split('/').includes('..')) throw new Error(`The archive names a file outside its folder: ${name}`)
    if (name !== '') entries.push({ name, kind: flag === '5' ? 'folder' : 'file', bytes: archive.subarray(at + block, at + block + size) })
    at += block + Math.ceil(size / block) * block
  }
  return entries
}

function text(archive: Uint8Array, from: number, length: number): string {
  const field = archive.subarray(from, from + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}
