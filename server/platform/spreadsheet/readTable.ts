import { Refusal } from '@milepost/contract/refusals'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { decodeText } from './decodeText.ts'
import type { Cell, FileIn, Table } from './table.ts'
import { safeWorkbook } from './workbook.ts'

/** More rows than the largest institution has people, fewer than would stop the program. */
export const MOST_ROWS = 100_000

/** Reads .xlsx or .csv in any of the encodings offices keep. Every fault is a refusal that names the file. */
export async function readTable(file: FileIn): Promise<Table> {
  const grid = await readGrid(file)
  const [head, ...body] = grid
  if (!head || body.length === 0) throw new Refusal('file-empty', { name: file.name })
  if (body.length > MOST_ROWS) throw new Refusal('too-many-rows', { rows: body.length, limit: MOST_ROWS })
  const rows = body.map((cells, at) => ({ row: at + 2, cells })).filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
  if (rows.length === 0) throw new Refusal('file-empty', { name: file.name })
  return { name: file.name, columns: head.map((cell) => String(cell ?? '').trim()), rows }
}

const isBlank = (cell: Cell) => cell === null || (typeof cell === 'string' && cell.trim() === '')

async function readGrid(file: FileIn): Promise<Cell[][]> {
  if (startsLikeZip(file.bytes)) return readXlsx(file)
  if (/\.(csv|txt|tsv)$/i.test(file.name) && !looksBinary(file.bytes)) return readCsv(file)
  throw new Refusal('file-kind-unknown', { name: file.name })
}

const startsLikeZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const looksBinary = (bytes: Uint8Array) => decodeText(bytes).slice(0, 4096).includes('\0')

async function readXlsx(file: FileIn): Promise<Cell[][]> {
  const workbook = await safeWorkbook(file)
  try {
    const grid = await readSheet(Buffer.from(workbook))
    return grid.map((row) => row.map((cell) => (cell === undefined ? null : (cell as Cell))))
  } catch {
    throw new Refusal('file-damaged', { name: file.name })
  }
}

function readCsv(file: FileIn): Cell[][] {
  const text = decodeText(file.bytes)
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter = firstLine.includes('\t') ? '\t' : !firstLine.includes(',') && firstLine.includes(';') ? ';' : ','
  try {
    const grid: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
    return grid.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  } catch {
    throw new Refusal('file-damaged', { name: file.name })
  }
}
