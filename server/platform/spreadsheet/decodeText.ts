/**
 * The text of a file: UTF-8 or UTF-16 by its mark, UTF-16 without a mark where every other byte of its beginning is zero, UTF-8 where it is
 * valid, else GB18030, which covers GBK and GB2312.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [first, second] = [zerosAt(bytes, 0), zerosAt(bytes, 1)]
  // commas, digits and line ends have a zero half, so a table has many; a single zero is what a file that is no text has
  const many = Math.max(2, Math.min(bytes.length, BEGINNING) / 40)
  if (first === 0 && second >= many) return 'utf-16le'
  return second === 0 && first >= many ? 'utf-16be' : null
}

const BEGINNING = 4096

function zerosAt(bytes: Uint8Array, parity: 0 | 1): number {
  let zeros = 0
  for (let at = parity; at < Math.min(bytes.length, BEGINNING); at += 2) if (bytes[at] === 0) zeros += 1
  return zeros
}
