import { parseExact } from '@milepost/exact/exact'
import { pastedCells } from '../../parts/table/csv.ts'

/** The columns of the bench, in the order in which they stand and are pasted. */
export const FIELDS = ['name', 'unit', 'unitScore', 'post', 'grade', 'score', 'months', 'least', 'most'] as const
export type Field = (typeof FIELDS)[number]
export type Row = Readonly<Record<Field, string>>

export const EMPTY: Row = { name: '', unit: '', unitScore: '', post: '', grade: '', score: '', months: '', least: '', most: '' }
export const isUsed = (row: Row): boolean => FIELDS.some((field) => row[field].trim() !== '')

const NUMBERS: ReadonlySet<Field> = new Set(FIELDS.filter((field) => field !== 'name' && field !== 'unit'))
const LEAST_ROWS = 8

/** There is always one more row to type into. */
export function withRoom(rows: readonly Row[]): Row[] {
  const last = rows.findLastIndex(isUsed)
  const wanted = Math.max(LEAST_ROWS, last + 2)
  return Array.from({ length: wanted }, (_, index) => rows[index] ?? EMPTY)
}

/** The row with every figure written plainly. */
export const readRow = (row: Row): Row => {
  const read: Record<Field, string> = { ...row }
  for (const field of FIELDS) read[field] = NUMBERS.has(field) ? plainNumber(row[field]) : row[field].trim()
  return read
}

/** A block copied from a spreadsheet, laid over the rows from one cell on; a first row of headings is left out, thousands are plain. */
export function pasteRows(rows: readonly Row[], at: { readonly row: number; readonly field: Field }, pasted: string): Row[] {
  const from = FIELDS.indexOf(at.field)
  const next: Row[] = [...rows]
  bodyOf(pastedCells(pasted), from).forEach((cells, down) => {
    const row: Record<Field, string> = { ...(next[at.row + down] ?? EMPTY) }
    cells.forEach((text, right) => {
      const field = FIELDS[from + right]
      if (field !== undefined) row[field] = NUMBERS.has(field) ? plainNumber(text) : text.trim()
    })
    next[at.row + down] = row
  })
  return withRoom(Array.from(next, (row) => row ?? EMPTY))
}

/** A figure as people write it: thousands, a currency sign, ".6". */
const plainNumber = (text: string): string =>
  text
    .trim()
    .replaceAll(/[,，¥￥\s]/g, '')
    .replace(/^\./, '0.')

/** Headings: no cell of a column of figures in the first row is one. */
function bodyOf(cells: string[][], from: number): string[][] {
  const figures = (cells[0] ?? []).filter((text, right) => {
    const field = FIELDS[from + right]
    return field !== undefined && NUMBERS.has(field) && text.trim() !== ''
  })
  const isHead = figures.length > 0 && figures.every((text) => parseExact(plainNumber(text)).kind === 'refused')
  return isHead ? cells.slice(1) : cells
}
