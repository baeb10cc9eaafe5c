import type { Holder } from '@milepost/contract/run/holder'
import type { CellProblem, ReadRow } from '../../platform/spreadsheet/columns.ts'
import type { ValueCell } from './cellValue.ts'
import type { VALUE_SHEET } from './columns.ts'

/** The parts of a value, to say in which column something is wrong. */
export type Part = 'measureCode' | 'scope' | 'periodCode' | 'value' | 'numerator' | 'denominator' | 'n'

/** One value as a file gives it, in long or in wide form, before anybody knows whether it is right. */
export type RawValue = {
  readonly row: number
  readonly measureCode: string
  readonly scope: string
  readonly level: Holder['kind'] | null
  readonly periodCode: string
  readonly value: ValueCell
  readonly numerator: string | null
  readonly denominator: string | null
  readonly n: number | null
  readonly estimated: boolean
  readonly note: string
}

export type RawRow = {
  readonly row: number
  /** null: the cells could not be read. */
  readonly raw: RawValue | null
  readonly problems: readonly CellProblem[]
  /** What the file itself calls the column of a part. */
  readonly called: (part: Part) => string
}

export function longRows(rows: readonly ReadRow<typeof VALUE_SHEET>[], called: (part: Part) => string): RawRow[] {
  return rows.map(({ row, values, problems }) => {
    if (!values) return { row, raw: null, problems, called }
    const { level, estimated, ...rest } = values
    return { row, raw: { row, ...rest, level: level === 'any' ? null : level, estimated: estimated === 'yes' }, problems: [], called }
  })
}
