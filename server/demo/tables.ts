import type { Cell, Table } from '../platform/spreadsheet/table.ts'

/** A table as an import gets it from a file: the columns are the keys of the rows, in the order of the first. */
export function tableOf(name: string, rows: readonly Readonly<Record<string, Cell>>[]): Table {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { name, columns, rows: rows.map((row, at) => ({ row: at + 2, cells: columns.map((column) => row[column] ?? null) })) }
}
