import type { ValueCounts } from './describeCounts.ts'

/**
 * How often each value of a variable was seen, gathered one at a time. Whole numbers from 0 to 255, as answers on a scale are, go to a fixed table;
 * others to a map of at most `MOST_VALUES`: a variable with more different values than that is `full` and no longer counted, as its table would
 * grow with the cases.
 */
export type ValueTally = { readonly small: Float64Array; readonly others: Map<number, number>; missing: number; full: boolean }

export const MOST_VALUES = 200_000

export const valueTally = (): ValueTally => ({ small: new Float64Array(256), others: new Map(), missing: 0, full: false })

/** Counts a finite value. */
export function tally(into: ValueTally, value: number): void {
  if ((value & 255) === value) into.small[value]!++
  else if (!into.full) {
    into.others.set(value, (into.others.get(value) ?? 0) + 1)
    into.full = into.others.size > MOST_VALUES
  }
}

/** Each value seen and how often, ascending. */
export function countsOf({ small, others }: ValueTally): ValueCounts {
  const seen = [...small].flatMap((count, value): [number, number][] => (count > 0 ? [[value, count]] : []))
  return new Map([...seen, ...others].sort(([a], [b]) => a - b))
}
