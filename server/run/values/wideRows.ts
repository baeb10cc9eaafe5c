import { Refusal } from '@milepost/contract/refusals'
import type { ValueMapping } from '@milepost/contract/run/values'
import { cellText, readDecimal } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellReading } from '../../platform/spreadsheet/cellReading.ts'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Cell, Table, TableRow } from '../../platform/spreadsheet/table.ts'
import { readPeriodCode } from '../periods/periodCode.ts'
import { readValueCell } from './cellValue.ts'
import { type Part, placeNamed, type RawRow } from './rawValue.ts'

/** A table with one row a unit and period and one column a measure, as one value after the other; blank cells say nothing and are left out. */
export function wideRows(table: Table, mapping: ValueMapping): RawRow[] {
  refuseTwins(mapping)
  const at = placesOf(table, mapping)
  const calledBy = (heading: string) => (part: Part) =>
    ({
      measureCode: heading,
      scope: mapping.unitColumn ?? heading,
      periodCode: mapping.periodColumn,
      value: heading,
      numerator: heading,
      denominator: mapping.weightColumn ?? heading,
      n: mapping.nColumn ?? heading,
    })[part]
  return table.rows.flatMap((row) =>
    Object.entries(mapping.columns).flatMap(([heading, measureCode]): RawRow[] => {
      const called = calledBy(heading)
      const cell = (name: string | null) => (name === null ? null : cellAt(row, at, name))
      const value = readValueCell(cell(heading))
      if (value.ok && value.value.kind === 'blank') return []
      const scope = mapping.unitColumn === null ? ({ ok: true, value: 'institution' } as const) : filled(cell(mapping.unitColumn))
      const period = readPeriod(cell(mapping.periodColumn))
      const weight = readOptional(cell(mapping.weightColumn), readDecimal)
      const n = readOptional(cell(mapping.nColumn), readCount)
      const problems: CellProblem[] = []
      note(problems, called('value'), value)
      note(problems, called('scope'), scope)
      note(problems, called('periodCode'), period)
      note(problems, called('denominator'), weight)
      note(problems, called('n'), n)
      const named = placeNamed(measureCode, scope.ok ? scope.value : undefined, period.ok ? period.value : undefined)
      if (!value.ok || !scope.ok || !period.ok || !weight.ok || !n.ok) return [{ row: row.row, raw: null, problems, named, called }]
      const raw = {
        row: row.row,
        measureCode,
        scope: scope.value,
        level: null,
        periodCode: period.value,
        value: value.value,
        numerator: null,
        denominator: weight.value,
        n: n.value,
        estimated: false,
        note: mapping.note ?? '',
      }
      return [{ row: row.row, raw, problems: [], named, called }]
    }),
  )
}

function refuseTwins({ columns }: ValueMapping): void {
  const codes = Object.values(columns)
  const twice = codes.filter((code, place) => codes.indexOf(code) !== place)
  if (codes.length === 0) throw new Refusal('mapping-wrong', { problems: ['columns: {}'] })
  if (twice.length > 0) throw new Refusal('mapping-wrong', { problems: twice.map((code) => `${code} ×2`) })
}

function placesOf(table: Table, mapping: ValueMapping): ReadonlyMap<string, number> {
  const named = [mapping.unitColumn, mapping.periodColumn, mapping.weightColumn, mapping.nColumn, ...Object.keys(mapping.columns)]
  const wanted = [...new Set(named.filter((name) => name !== null))]
  const missing = wanted.filter((name) => !table.columns.includes(name))
  if (missing.length > 0) throw new Refusal('column-missing', { columns: missing, found: table.columns })
  return new Map(wanted.map((name) => [name, table.columns.indexOf(name)]))
}

const cellAt = (row: TableRow, at: ReadonlyMap<string, number>, name: string): Cell => row.cells[at.get(name) ?? -1] ?? null

function note(problems: CellProblem[], column: string, reading: CellReading<unknown>): void {
  if (!reading.ok) problems.push({ column, message: reading.message })
}

const EMPTY = { ok: false, message: { zh: '此项必填。', en: 'This cell must be filled in.' } } as const

function filled(cell: Cell): CellReading<string> {
  const text = cellText(cell)
  return text.ok && text.value === '' ? EMPTY : text
}

function readPeriod(cell: Cell): CellReading<string> {
  const text = filled(cell)
  return text.ok ? readPeriodCode(text.value) : text
}

function readOptional<T>(cell: Cell, read: (text: string) => CellReading<T>): CellReading<T | null> {
  const text = cellText(cell)
  if (!text.ok) return text
  return text.value === '' ? { ok: true, value: null } : read(text.value)
}

function readCount(text: string): CellReading<number> {
  if (/^\d{1,9}$/.test(text)) return { ok: true, value: Number(text) }
  return { ok: false, message: { zh: `“${text}”不是样本数。`, en: `“${text}” is not a number of answers.` } }
}
