import { compare, exactFromNumber } from '@milepost/exact/exact'
import writeXlsxFile from 'write-excel-file/node'
import type { FileOut } from '../http/call.ts'
import type { Columns } from './columns.ts'
import { withRows } from './longSheet.ts'

export type Language = 'zh' | 'en'
export type OutCell = string | number | null

/** Above this many cells the rows are put into the workbook as they are: an object for each cell would take half a minute for a survey of a hundred thousand. */
const MOST_CELLS = 20_000

/** A decimal as a number that a spreadsheet can add up; as text where a spreadsheet's fifteen digits would change it. */
export function decimalCell(decimal: string): OutCell {
  const value = Number(decimal)
  const kept = Number(value.toPrecision(15))
  return Number.isFinite(kept) && compare(exactFromNumber(kept), decimal) === 0 ? kept : decimal
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How an amount of money is shown: always with its two places. */
const MONEY = '#,##0.00'

type Look = { /** Columns, counted from 0, whose numbers are amounts of money. */ readonly money?: readonly number[] }

/** A workbook with one sheet; text stays text, so a leading "=" never becomes a formula. */
export async function writeXlsx(
  fileName: string,
  columns: readonly string[],
  rows: readonly (readonly OutCell[])[],
  { money = [] }: Look = {},
): Promise<FileOut> {
  const head = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const, backgroundColor: '#e8f1f7' }))
  const isLong = rows.length * columns.length > MOST_CELLS
  const body = (isLong ? [] : rows).map((row) =>
    row.map((cell, at) => {
      if (cell === null) return null
      if (typeof cell === 'string') return { value: cell, type: String }
      return { value: cell, type: Number, ...(money.includes(at) ? { format: MONEY } : {}) }
    }),
  )
  const bytes = await writeXlsxFile([head, ...body], { columns: columns.map(() => ({ width: 20 })), stickyRowsCount: 1 }).toBuffer()
  return { fileName, mediaType: XLSX, bytes: isLong ? await withRows(bytes, rows) : bytes }
}

/** CSV with a byte-order mark, so that Excel reads Chinese; cells that would become formulas are disarmed with an apostrophe. */
export function writeCsv(fileName: string, columns: readonly string[], rows: readonly (readonly OutCell[])[]): FileOut {
  // a line at a time: one growing text of all cells costs twice the time
  const lines = [columns, ...rows].map((row) => row.map(csvCell).join(','))
  return { fileName, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) }
}

function csvCell(cell: OutCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** An empty file to fill in: headings in the reader's language (required ones with *), and one example row. */
export function writeTemplate(fileName: string, columns: Columns, language: Language): Promise<FileOut> {
  const all = Object.values(columns)
  const head = all.map((column) => `${column.heading[language]}${column.required ? '*' : ''}`)
  return writeXlsx(fileName, head, [all.map((column) => column.example)])
}
