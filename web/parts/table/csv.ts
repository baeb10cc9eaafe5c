import type { Column } from '../Column.ts'
import { cellText } from './rows.ts'

/**
 * The table as a .csv that Excel opens with Chinese intact (byte order mark, CRLF). A cell that a spreadsheet would take for
 * a formula is led by an apostrophe; plain numbers, negative ones too, stay numbers.
 */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.filter((column) => column.acts !== true)
  const lines = [written.map(({ title }) => title), ...rows.map((row) => written.map((column) => cellText(column, row)))]
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

const A_NUMBER = /^-?\d+(\.\d+)?%?$/

export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !A_NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Cells copied from a spreadsheet arrive as text with tabs; the same cells as a .csv file. Quoted cells keep their line breaks. */
export function csvFromPasted(pasted: string): string {
  return `\uFEFF${pastedCells(pasted)
    .filter(isSaid)
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n')}\r\n`
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const isSaid = (cells: readonly string[]) => cells.some((text) => text.trim() !== '')

/** Row by row as they were copied: a blank row between others keeps its place, so that what is below it stays beside its own line. */
export function pastedCells(pasted: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y
  while (cell.lastIndex < pasted.length) {
    const found = cell.exec(pasted)
    if (found === null) break
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] !== '\t' && cell.lastIndex < pasted.length) rows.push([])
    else if (found[3] === '\t' && cell.lastIndex === pasted.length) rows.at(-1)?.push('')
  }
  const last = rows.findLastIndex(isSaid)
  return rows.slice(0, last + 1)
}
