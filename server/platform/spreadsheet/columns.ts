import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellReading } from './cellReading.ts'
import type { Cell, Table } from './table.ts'

/**
 * What a file is expected to hold. A column is found by its Chinese or English heading or its key, in any order and case;
 * columns that nobody asked for are left alone. Where a person has said which column is which, that goes first; an empty heading is a
 * column the file does not have.
 */
export type Column<T> = {
  readonly heading: Bilingual
  readonly required: boolean
  readonly read: (cell: Cell) => CellReading<T>
  /** Shown in the template's example row. */
  readonly example: string
}

export type Columns = Readonly<Record<string, Column<unknown>>>
export type ValuesOf<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T> ? T : never }
export type CellProblem = { readonly column: string; readonly message: Bilingual }
/** `known`: what could be read, also of a row in which another cell is wrong, so that every fault of the row can be named at once. */
export type ReadRow<C extends Columns> = { readonly row: number; readonly known: Partial<ValuesOf<C>> } & (
  | { readonly values: ValuesOf<C>; readonly problems: readonly [] }
  | { readonly values: null; readonly problems: readonly CellProblem[] }
)

const normal = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s*＊]+/g, '')

/** Reads every row by the expected columns; a required column that is missing, or one that stands there twice, refuses the file as a whole. */
export function readRows<C extends Columns>(table: Table, columns: C): ReadRow<C>[] {
  const at = findColumns(table, columns)
  return table.rows.map(({ row, cells }) => {
    const values: Record<string, unknown> = {}
    const problems: CellProblem[] = []
    for (const [key, column] of Object.entries(columns)) {
      const position = at.get(key)
      const reading = column.read(position === undefined ? null : (cells[position] ?? null))
      if (reading.ok) values[key] = reading.value
      else problems.push({ column: table.columns[position ?? -1] ?? column.heading.zh, message: reading.message })
    }
    const known = values as Partial<ValuesOf<C>>
    return problems.length === 0 ? { row, known, values: values as ValuesOf<C>, problems: [] } : { row, known, values: null, problems }
  })
}

/** What the file calls each column it has, by the column's Chinese heading: faults found later name the column as the file does. */
export function headingsIn(table: Table, columns: Columns): Map<string, string> {
  const at = findColumns(table, columns)
  return new Map(Object.entries(columns).map(([key, { heading }]) => [heading.zh, table.columns[at.get(key) ?? -1] ?? heading.zh]))
}

/** Which of the expected columns the file has, by their keys. */
export const columnsIn = (table: Table, columns: Columns): ReadonlySet<string> => new Set(findColumns(table, columns).keys())

function findColumns(table: Table, columns: Columns): Map<string, number> {
  const found = table.columns.map(normal)
  const at = new Map<string, number>()
  const missing: string[] = []
  const twice: string[] = []
  for (const [key, column] of Object.entries(columns)) {
    const chosen = table.chosen?.[key]
    const names = (chosen === undefined ? [key, column.heading.zh, column.heading.en] : [chosen]).map(normal)
    const positions = found.flatMap((heading, position) => (names.includes(heading) ? [position] : []))
    const name = `${column.heading.zh} / ${column.heading.en}`
    if (positions.length > 1) twice.push(name)
    if (positions[0] !== undefined) at.set(key, positions[0])
    else if (column.required) missing.push(name)
  }
  if (twice.length > 0) throw new Refusal('column-twice', { columns: twice, found: table.columns })
  if (missing.length > 0) throw new Refusal('column-missing', { columns: missing, found: table.columns, ...wantedOf(columns) })
  return at
}

/** Everything the file could hold, in parallel lists, so that a person can say which column of the file is which. */
function wantedOf(columns: Columns) {
  const all = Object.entries(columns)
  return {
    wanted: all.map(([key]) => key),
    wantedZh: all.map(([, column]) => column.heading.zh),
    wantedEn: all.map(([, column]) => column.heading.en),
    required: all.flatMap(([key, column]) => (column.required ? [key] : [])),
  }
}
