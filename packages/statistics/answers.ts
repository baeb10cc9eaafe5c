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
  const present: number[] = []
  for (const answer of series) if (answer !== null) present.push(finite(answer))
  return present
}

/** Cases that answered every one of the series, as rows; and how many had a gap. All series must be of one length. */
export function completeRows(columns: readonly Series[]): { rows: number[][]; excluded: Excluded } {
  const cases = columns[0]?.length ?? 0
  if (columns.some((column) => column.length !== cases)) throw new RangeError('all series must have the same cases')
  const rows: number[][] = []
  for (let index = 0; index < cases; index++) {
    const row: number[] = []
    for (const column of columns) {
      const answer = column[index] ?? null
      if (answer !== null) row.push(finite(answer))
    }
    if (row.length === columns.length) rows.push(row)
  }
  return { rows, excluded: leftOut({ incomplete: cases - rows.length }) }
}

/** The same as columns: no list for each case in between, so that a hundred thousand cases are quickly gone through. */
export function completeColumns(columns: readonly Series[]): { columns: Float64Array[]; n: number; excluded: Excluded } {
  const cases = columns[0]?.length ?? 0
  if (columns.some((column) => column.length !== cases)) throw new RangeError('all series must have the same cases')
  const hasGap = new Uint8Array(cases)
  for (const column of columns)
    for (let index = 0; index < cases; index++) {
      const answer = column[index] ?? null
      if (answer === null) hasGap[index] = 1
      else finite(answer)
    }
  const n = hasGap.reduce((sum, gap) => sum + 1 - gap, 0)
  const complete = columns.map((column) => {
    const values = new Float64Array(n)
    for (let index = 0, at = 0; index < cases; index++) if (hasGap[index] === 0) values[at++] = column[index]!
    return values
  })
  return { columns: complete, n, excluded: leftOut({ incomplete: cases - n }) }
}

/** Column `index` of complete rows. */
export function columnOf(rows: readonly (readonly number[])[], index: number): number[] {
  return rows.map((row) => row[index]!)
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not an answer: ${value}`)
  return value
}
