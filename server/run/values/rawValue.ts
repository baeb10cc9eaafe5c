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
  /** What of measure, holder and period could be read: by this a person finds the place in the file. */
  readonly named: string
  /** What the file itself calls the column of a part. */
  readonly called: (part: Part) => string
}

/** A place as people find it again: measure, holder and period, as far as each could be read. */
export const placeNamed = (...parts: readonly (string | undefined)[]): string => parts.map((part) => part ?? '?').join(' ')

export function longRows(rows: readonly ReadRow<typeof VALUE_SHEET>[], called: (part: Part) => string): RawRow[] {
  return rows.map(({ row, known, values, problems }) => {
    const named = placeNamed(known.measureCode, known.scope, known.periodCode)
    if (!values) return { row, raw: null, problems, named, called }
    const { level, estimated, ...rest } = values
    return {
      row,
      raw: { row, ...rest, level: level === 'any' ? null : level, estimated: estimated === 'yes' },
      problems: [],
      named,
      called,
    }
  })
}
