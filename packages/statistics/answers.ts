import type { Excluded } from './evidence.ts'
import { leftOut } from './evidence.ts'

/** One answer: a number on the scale, or `null` for missing, "do not know" and not applicable. Never NaN. */
export type Answer = number | null
/** One variable over all cases, in the order of the cases. */
export type Series = readonly Answer[]
/** The ends of a rating scale, e.g. 1 and 5. */
export type Scale = { readonly min: number; readonly max: number }
/** An item and its raw answers, as given; `reverse` means a high answer speaks against the construct. */
export type ItemColumn = { readonly id: string; readonly reverse: boolean; readonly answers: Series }

/** The numbers of a series without its gaps. Throws on NaN and infinities: a gap is `null`. */
export function presentValues(series: Series): number[] {
  return series.filter((answer) => answer !== null).map(finite)
}

/** Cases that answered every one of the series, as rows; and how many had a gap. All series must be of one length. */
export function completeRows(columns: readonly Series[]): { rows: number[][]; excluded: Excluded } {
  const cases = columns[0]?.length ?? 0
  if (columns.some((column) => column.length !== cases)) throw new RangeError('all series must have the same cases')
  const rows: number[][] = []
  for (let index = 0; index < cases; index++) {
    const row = presentValues(columns.map((column) => column[index] ?? null))
    if (row.length === columns.length) rows.push(row)
  }
  return { rows, excluded: leftOut({ incomplete: cases - rows.length }) }
}

/** Column `index` of complete rows. */
export function columnOf(rows: readonly (readonly number[])[], index: number): number[] {
  return rows.map((row) => row[index]!)
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not an answer: ${value}`)
  return value
}
