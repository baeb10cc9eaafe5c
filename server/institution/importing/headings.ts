import { type Columns, readRows } from '../../platform/spreadsheet/columns.ts'
import type { Table } from '../../platform/spreadsheet/table.ts'

export type Headings<C extends Columns> = {
  /** Does the file have this column? What a file does not tell is left as it is. */
  readonly tells: (key: keyof C & string) => boolean
  /** The column as the file itself calls it. */
  readonly called: (key: keyof C & string) => string
  /** What stands in a cell, right or wrong: names a row whose other cells cannot be read. */
  readonly written: (row: number, key: keyof C & string) => string
}

/** Finds each expected column's own heading in the file, by the same reading as the rows. */
export function headingsIn<C extends Columns>(table: Table, columns: C): Headings<C> {
  const asking: Columns = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, { ...column, read: (cell) => ({ ok: true, value: cell }) }]),
  )
  const rowAt = new Map(table.rows.map((row) => [row.row, row]))
  const [head] = readRows({ ...table, rows: [{ row: 1, cells: table.columns }] }, asking)
  const found = new Map(Object.entries(head?.values ?? {}))
  return {
    tells: (key) => typeof found.get(key) === 'string',
    called: (key) => {
      const heading = found.get(key)
      return typeof heading === 'string' ? heading : (columns[key]?.heading.zh ?? key)
    },
    written: (row, key) => {
      const given = rowAt.get(row)
      const cell = given && readRows({ ...table, rows: [given] }, asking)[0]?.values?.[key]
      return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim().slice(0, 60) : ''
    },
  }
}
