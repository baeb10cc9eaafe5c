/**
 * An SPSS system file ("$FL2", uncompressed, UTF-8), as the PSPP developers' manual describes it: header, variable records, value labels, long names,
 * very long strings, encoding, then the cases. A string above 255 bytes is declared as one segment for every 252 bytes, each of which holds 255, as SPSS does.
 */

export type SavVariable = {
  /** Up to 64 bytes, a letter first. */
  readonly name: string
  readonly label: string
  /** What its figures mean: names, an order, or amounts. */
  readonly measure: 'nominal' | 'ordinal' | 'scale'
  readonly kind:
    | { readonly of: 'number'; readonly labels: readonly { value: number; label: string }[]; readonly missing: number | null }
    | { readonly of: 'text'; readonly bytes: number }
}
export type SavCell = number | string | null

const SYSTEM_MISSING = -Number.MAX_VALUE
/** Measure, width shown, alignment (0 left, 1 right): three numbers a variable record. */
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const
const SEGMENT = 252
const LONGEST_SHORT = 255

type Piece = { readonly shortName: string; readonly width: number; readonly variable: SavVariable; readonly first: boolean }

export function savFile(given: {
  variables: readonly SavVariable[]
  rows: readonly (readonly SavCell[])[]
  title: string
  now: Date
}): Uint8Array {
  const out = new Bytes()
  const pieces = given.variables.flatMap((variable, at) => piecesOf(variable, at))
  const slots = pieces.reduce((sum, piece) => sum + slotsOf(piece.width), 0)
  header(out, { slots, cases: given.rows.length, title: given.title, now: given.now })
  for (const piece of pieces) variableRecord(out, piece)
  valueLabels(out, pieces)
  extension(out, 3, 4, [1, 0, 0, -1, 1, 1, 2, 65001].map(int32))
  extension(out, 4, 8, [SYSTEM_MISSING, Number.MAX_VALUE, -Number.MAX_VALUE].map(float64))
  extension(
    out,
    11,
    4,
    pieces.flatMap(({ variable, width }) => [MEASURES[variable.measure], 8, width === 0 ? 1 : 0].map(int32)),
  )
  text(
    out,
    13,
    pieces
      .filter((piece) => piece.first)
      .map((piece) => `${piece.shortName}=${piece.variable.name}`)
      .join('\t'),
  )
  const long = pieces.filter((piece) => piece.first && bytesOf(piece.variable) > LONGEST_SHORT)
  if (long.length > 0)
    text(out, 14, long.map((piece) => `${piece.shortName}=${String(bytesOf(piece.variable)).padStart(5, '0')}\0\t`).join(''))
  text(out, 20, 'UTF-8')
  out.put(int32(999), int32(0))
  out.put(cases(given.variables, given.rows))
  return out.all()
}

const bytesOf = (variable: SavVariable) => (variable.kind.of === 'text' ? Math.max(1, variable.kind.bytes) : 0)

/** One piece a variable; more for a string above 255 bytes: all but the last count 255. */
function piecesOf(variable: SavVariable, at: number): Piece[] {
  const bytes = bytesOf(variable)
  const count = bytes > LONGEST_SHORT ? Math.ceil(bytes / SEGMENT) : 1
  return Array.from({ length: count }, (_, segment) => {
    const last = segment === count - 1
    const width = count === 1 ? bytes : last ? bytes - SEGMENT * (count - 1) : LONGEST_SHORT
    return {
      shortName: `V${at.toString(36).toUpperCase()}${segment === 0 ? '' : `_${segment.toString(36).toUpperCase()}`}`,
      width,
      variable,
      first: segment === 0,
    }
  })
}

const slotsOf = (width: number) => (width === 0 ? 1 : Math.ceil(width / 8))

function header(out: Bytes, given: { slots: number; cases: number; title: string; now: Date }): void {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(given.now.getUTCDate())} ${months[given.now.getUTCMonth()]} ${two(given.now.getUTCFullYear() % 100)}`
  out.put(
    ascii('$FL2', 4),
    ascii('@(#) SPSS DATA FILE Milepost', 60),
    int32(2),
    int32(given.slots),
    int32(0),
    int32(0),
    int32(given.cases),
    float64(100),
  )
  out.put(ascii(day, 9), ascii('00:00:00', 8), padded(given.title, 64), new Uint8Array(3))
}

function variableRecord(out: Bytes, { shortName, width, variable, first }: Piece): void {
  const label = first ? cutToBytes(variable.label, 252) : ''
  const missing = variable.kind.of === 'number' ? variable.kind.missing : null
  const format = width === 0 ? (5 << 16) | (8 << 8) : (1 << 16) | (Math.min(width, 255) << 8)
  out.put(
    int32(2),
    int32(width),
    int32(label === '' ? 0 : 1),
    int32(missing === null ? 0 : 1),
    int32(format),
    int32(format),
    ascii(shortName, 8),
  )
  if (label !== '') {
    const bytes = utf8(label)
    out.put(int32(bytes.length), bytes, new Uint8Array((4 - (bytes.length % 4)) % 4))
  }
  if (missing !== null) out.put(float64(missing))
  for (let slot = 1; slot < slotsOf(width); slot++) out.put(int32(2), int32(-1), int32(0), int32(0), int32(0), int32(0), ascii('', 8))
}

function valueLabels(out: Bytes, pieces: readonly Piece[]): void {
  let index = 1
  for (const { variable, width } of pieces) {
    const labels = variable.kind.of === 'number' ? variable.kind.labels : []
    if (labels.length > 0) {
      out.put(int32(3), int32(labels.length))
      for (const { value, label } of labels) {
        const bytes = utf8(cutToBytes(label, 120))
        const length = Math.ceil((bytes.length + 1) / 8) * 8 - 1
        out.put(float64(value), Uint8Array.of(bytes.length), bytes, spaces(length - bytes.length))
      }
      out.put(int32(4), int32(1), int32(index))
    }
    index += slotsOf(width)
  }
}

function extension(out: Bytes, subtype: number, size: number, values: readonly Uint8Array[]): void {
  out.put(int32(7), int32(subtype), int32(size), int32(values.length), ...values)
}

const text = (out: Bytes, subtype: number, content: string) =>
  extension(
    out,
    subtype,
    1,
    [...utf8(content)].map((byte) => Uint8Array.of(byte)),
  )

/** All cases in one piece of memory: a hundred thousand of them are five million numbers. */
function cases(variables: readonly SavVariable[], rows: readonly (readonly SavCell[])[]): Uint8Array {
  const widths = variables.map((variable) => ({
    variable,
    parts: piecesOf(variable, 0).map((piece) => slotsOf(piece.width) * 8),
  }))
  const width = widths.reduce((sum, one) => sum + one.parts.reduce((total, part) => total + part, 0), 0)
  const bytes = Buffer.alloc(width * rows.length, 0x20)
  let at = 0
  for (const row of rows)
    for (const [place, { variable, parts }] of widths.entries()) {
      const value = row[place] ?? null
      if (variable.kind.of === 'number') at = bytes.writeDoubleLE(typeof value === 'number' ? value : SYSTEM_MISSING, at)
      else {
        const content = utf8(cutToBytes(typeof value === 'string' ? value : '', bytesOf(variable)))
        for (const [segment, part] of parts.entries()) {
          bytes.set(parts.length > 1 ? content.subarray(segment * LONGEST_SHORT, (segment + 1) * LONGEST_SHORT) : content, at)
          at += part
        }
      }
    }
  return bytes
}

/** Never through the middle of a character. */
function cutToBytes(content: string, most: number): string {
  let length = 0
  let end = 0
  for (const character of content) {
    length += utf8(character).length
    if (length > most) break
    end += character.length
  }
  return content.slice(0, end)
}

const encoder = new TextEncoder()
const utf8 = (content: string) => encoder.encode(content)
const spaces = (count: number) => new Uint8Array(Math.max(0, count)).fill(0x20)
const padded = (content: string, length: number) => {
  const bytes = utf8(cutToBytes(content, length))
  return Uint8Array.from([...bytes, ...spaces(length - bytes.length)])
}
const ascii = padded
const int32 = (value: number) => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setInt32(0, value, true)
  return bytes
}
const float64 = (value: number) => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return bytes
}

class Bytes {
  readonly #parts: Uint8Array[] = []

  put(...parts: readonly Uint8Array[]): void {
    this.#parts.push(...parts)
  }
  all(): Uint8Array {
    return Buffer.concat(this.#parts)
  }
}
