import { closeSync, openSync, readSync } from 'node:fs'

/** What to do with a column: nothing, read numbers, or read labels as whole numbers that stand for texts. */
export type ColumnKind = 'skip' | 'number' | 'label'
/** Where the row reader puts a row. A blank cell is `BLANK`, text that is no number is `NOT_A_NUMBER`; labels come as their place in `labels`. */
export type RowSink = {
  readonly values: Float64Array
  /** Called after each row that has any content; `row` as a spreadsheet counts, the heading being 1. */
  readonly row: (row: number) => void
}

/** A table of answers that can be read from its beginning, more than once. */
export type AnswerRows = {
  readonly heading: readonly string[]
  /** After reading: the texts behind the places of each label column. */
  readonly labels: readonly (readonly string[])[]
  read(kinds: readonly ColumnKind[], sink: RowSink): number
  close(): void
}

/** Stands for a blank cell; no answer is this small. */
export const BLANK = -1.7e308
/** Stands for text where a number was wanted. */
export const NOT_A_NUMBER = -1.6e308

const [COMMA, SEMICOLON, TAB, QUOTE, RETURN, LINE, ZERO, NINE] = [44, 59, 9, 34, 13, 10, 48, 57]
const CHUNK = 4 << 20

/**
 * Reads a comma-separated file once, in pieces of four megabytes, straight from its bytes: memory does not grow with the file. Numbers made of digits are
 * read without making text of them; everything else (signs, points, quotes, full-width digits) takes a slower way with the same result.
 */
export class CsvRows implements AnswerRows {
  readonly heading: readonly string[]
  readonly labels: (readonly string[])[] = []
  readonly #file: number
  readonly #delimiter: number
  readonly #decoder: TextDecoder
  readonly #start: number

  constructor(path: string) {
    this.#file = openSync(path, 'r')
    const first = Buffer.alloc(CHUNK)
    const beginning = first.subarray(0, readSync(this.#file, first, 0, CHUNK, 0))
    const bom = beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf ? 3 : 0
    const end = endOfLine(beginning, bom)
    this.#decoder = new TextDecoder(isUtf8(beginning) ? 'utf-8' : 'gb18030')
    const line = this.#decoder.decode(beginning.subarray(bom, end)).replace(/\r$/, '')
    this.#delimiter = line.includes('\t') ? TAB : !line.includes(',') && line.includes(';') ? SEMICOLON : COMMA
    this.heading = cellsOf(line, String.fromCharCode(this.#delimiter)).map((cell) => cell.trim())
    this.#start = Math.min(beginning.length, end + 1)
  }

  close(): void {
    closeSync(this.#file)
  }

  /** Reads all rows; gives how many had any content. */
  read(kinds: readonly ColumnKind[], sink: RowSink): number {
    const parser = new RowParser(kinds, sink.values, this.#delimiter, this.#decoder)
    this.labels.length = 0
    this.labels.push(...parser.labels)
    const buffer = Buffer.alloc(CHUNK + MOST_ROW_BYTES + 1)
    let [position, held, row, filled] = [this.#start, 0, 1, 0]
    for (let last = false; !last; ) {
      const got = readSync(this.#file, buffer, held, CHUNK, position)
      position += got
      last = got === 0
      let end = held + got
      if (last && end > 0 && buffer[end - 1] !== LINE) buffer[end++] = LINE
      let from = 0
      for (;;) {
        const next = parser.parse(buffer, from, end)
        if (next < 0) break
        from = next
        row++
        if (parser.hasContent) {
          filled++
          sink.row(row)
        }
      }
      held = end - from
      if (held > MOST_ROW_BYTES || (last && held > 0)) throw new RangeError(`row ${row + 1} does not end`)
      buffer.copyWithin(0, from, end)
    }
    return filled
  }
}

/** Whether a file holds text a byte at a time: no workbook, no UTF-16. */
export function isPlainText(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const first = Buffer.alloc(4096)
    const bytes = first.subarray(0, readSync(file, first, 0, first.length, 0))
    return !bytes.includes(0) && !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff) && bytes.length > 0
  } finally {
    closeSync(file)
  }
}

/** Parses one row of bytes after another into the values. */
class RowParser {
  readonly labels: string[][]
  hasContent = false
  readonly #places: readonly Map<string, number>[]
  /** Labels that are small whole numbers, by that number: their place, or 0 for none yet (places from 1). */
  readonly #small: readonly Int32Array[]
  readonly #codes: Uint8Array

  constructor(
    kinds: readonly ColumnKind[],
    readonly values: Float64Array,
    readonly delimiter: number,
    readonly decoder: TextDecoder,
  ) {
    this.labels = kinds.map(() => [])
    this.#places = kinds.map(() => new Map())
    this.#small = kinds.map((kind) => new Int32Array(kind === 'label' ? SMALL : 0))
    this.#codes = Uint8Array.from(kinds, (kind) => ['skip', 'number', 'label'].indexOf(kind))
  }

  /** The place after the row that starts at `from`, or -1 when it does not end before `end`. */
  parse(bytes: Uint8Array, from: number, end: number): number {
    const { values, delimiter } = this
    const codes = this.#codes
    const columns = codes.length
    let at = from
    let column = 0
    let content = false
    for (;;) {
      const code = column < columns ? codes[column]! : 0
      const start = at
      let value = 0
      let byte = at < end ? bytes[at]! : -1
      if (code !== 0) {
        while (byte >= ZERO && byte <= NINE && at - start < 15) {
          value = value * 10 + byte - ZERO
          byte = ++at < end ? bytes[at]! : -1
        }
      }
      let plain = code !== 0
      if (byte !== delimiter && byte !== LINE && byte !== RETURN) {
        plain = false
        at = byte === QUOTE && at === start ? afterQuotes(bytes, at, end) : at
        while (at >= 0 && at < end && bytes[at] !== delimiter && bytes[at] !== LINE && bytes[at] !== RETURN) at++
        if (at < 0 || at >= end) return -1
        byte = bytes[at]!
      }
      if (at > start) content = true
      if (code === 1) values[column] = at === start ? BLANK : plain ? value : this.#slowNumber(bytes, start, at)
      else if (code === 2)
        values[column] =
          at === start
            ? BLANK
            : plain && value < SMALL && bytes[start] !== ZERO
              ? this.#smallLabel(column, value)
              : this.#label(column, this.#text(bytes, start, at))
      column++
      at++
      if (byte === delimiter) continue
      if (byte === RETURN) {
        if (at >= end) return -1
        if (bytes[at] === LINE) at++
      }
      for (; column < columns; column++) values[column] = BLANK
      this.hasContent = content
      return at
    }
  }

  #smallLabel(column: number, value: number): number {
    const known = this.#small[column]!
    const place = known[value]!
    if (place > 0) return place - 1
    const found = this.#label(column, String(value))
    known[value] = found + 1
    return found
  }

  #label(column: number, text: string): number {
    if (text === '') return BLANK
    const places = this.#places[column]!
    const place = places.get(text)
    if (place !== undefined) return place
    const labels = this.labels[column]!
    places.set(text, labels.length)
    return labels.push(text) - 1
  }

  #slowNumber(bytes: Uint8Array, from: number, to: number): number {
    const text = this.#text(bytes, from, to).normalize('NFKC').trim()
    if (text === '') return BLANK
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NOT_A_NUMBER
  }

  #text(bytes: Uint8Array, from: number, to: number): string {
    const text = this.decoder.decode(bytes.subarray(from, to))
    return (text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text).trim()
  }
}

/** The place after a quoted cell's closing quote; -1 when it does not close before `end`. */
function afterQuotes(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    if (bytes[at] !== QUOTE) continue
    if (at + 1 >= end) return -1
    if (bytes[at + 1] !== QUOTE) return at + 1
    at++
  }
  return -1
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let quoted = false
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted
    else if (bytes[at] === LINE && !quoted) return at
  }
  return bytes.length
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream` lets the piece end in the middle of a sign
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = []
  let [cell, quoted] = ['', false]
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!
    if (quoted && sign === '"' && line[at + 1] === '"') cell += line[at++]
    else if (sign === '"') quoted = !quoted
    else if (sign === delimiter && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell]
}

const SMALL = 4096
const MOST_ROW_BYTES = 1 << 20
