import type { ValueCounts } from './describeCounts.ts'

/**
 * How often each value of several variables was seen, gathered one case at a time. Whole numbers from 0 to 255, as answers on a scale are, go to one
 * fixed table; others to a map a variable of at most `MOST_VALUES`: a variable with more different values than that is `full` and no longer counted,
 * as its map would grow with the cases.
 */
export type ValueTally = {
  readonly small: Float64Array
  readonly others: readonly Map<number, number>[]
  readonly missing: Float64Array
  readonly full: Uint8Array
}

export const MOST_VALUES = 200_000

/** An empty tally for so many variables. Memory: 2 KB a variable, and the maps of unusual values. */
export function valueTally(variables: number): ValueTally {
  return {
    small: new Float64Array(variables * 256),
    others: Array.from({ length: variables }, () => new Map<number, number>()),
    missing: new Float64Array(variables),
    full: new Uint8Array(variables),
  }
}

/** Counts a value that is not a whole number from 0 to 255; those are added to `small[256 * variable + value]` where they are met. */
export function tallyOther({ others, full }: ValueTally, variable: number, value: number): void {
  const seen = others[variable]!
  if (full[variable] === 1) return
  seen.set(value, (seen.get(value) ?? 0) + 1)
  if (seen.size > MOST_VALUES) full[variable] = 1
}

/** Each value seen of a variable and how often, ascending. */
export function countsOf({ small, others }: ValueTally, variable: number): ValueCounts {
  const table = [...small.subarray(variable * 256, (variable + 1) * 256)]
  const seen = table.flatMap((count, value): [number, number][] => (count > 0 ? [[value, count]] : []))
  return new Map([...seen, ...others[variable]!].sort(([a], [b]) => a - b))
}
