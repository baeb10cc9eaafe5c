import type { Cell, Table } from '../platform/spreadsheet/table.ts'
import { type AnswerRows, BLANK, type ColumnKind, NOT_A_NUMBER, type RowSink } from './csvRows.ts'

/** The rows of a table already in memory (a workbook), read as a file is. */
export function tableRows(table: Table): AnswerRows {
  const labels: string[][] = []
  return {
    heading: table.columns,
    labels,
    close() {},
    read(kinds: readonly ColumnKind[], { values, row }: RowSink) {
      const places = kinds.map(() => new Map<string, number>())
      labels.splice(0, labels.length, ...kinds.map((): string[] => []))
      for (const one of table.rows) {
        kinds.forEach((kind, column) => {
          const cell = one.cells[column] ?? null
          if (kind === 'number') values[column] = numberOf(cell)
          if (kind === 'label') values[column] = placeOf(cell, places[column]!, labels[column]!)
        })
        row(one.row)
      }
      return table.rows.length
    },
  }
}

function placeOf(cell: Cell, places: Map<string, number>, labels: string[]): number {
  const text = cell === null ? '' : String(cell).trim()
  if (text === '') return BLANK
  const known = places.get(text)
  if (known !== undefined) return known
  places.set(text, labels.length)
  return labels.push(text) - 1
}

function numberOf(cell: Cell): number {
  if (cell === null) return BLANK
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : NOT_A_NUMBER
  if (typeof cell !== 'string') return NOT_A_NUMBER
  const text = cell.normalize('NFKC').trim()
  if (text === '') return BLANK
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NOT_A_NUMBER
}
