import { type Computed, leftOut } from './evidence.ts'

/** A category: an answer's number, or a text such as a stratum. */
export type Category = number | string
export type FrequencyRow = {
  readonly category: Category
  readonly count: number
  /** Of all cases, missing included; 0 to 100. `null` when there is no case. */
  readonly percent: number | null
  /** Of the cases that answered; 0 to 100. `null` when nobody did. */
  readonly validPercent: number | null
  /** Running sum of the valid percent. */
  readonly cumulativeValidPercent: number | null
}
export type Frequencies = {
  readonly rows: readonly FrequencyRow[]
  /** Answered cases: the base of the valid percent. */
  readonly valid: number
  /** No answer, "do not know", not applicable: kept apart. */
  readonly missing: number
}
export type FrequencyTable = Computed<'frequencies', Frequencies>

/**
 * How often each category was chosen. `n` counts all cases, answered or not. With `levels` given, rows come in that order and
 * hold a zero where nobody chose; values outside the levels count as neither valid nor missing and are warned of.
 */
export function frequencies(series: readonly (Category | null)[], levels?: readonly Category[]): FrequencyTable {
  const counts = new Map<Category, number>()
  let missing = 0
  for (const category of series) {
    if (category === null) missing++
    else counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return frequenciesFrom(counts, missing, levels)
}

/** The same from how often each category was seen, and how many cases had none. */
export function frequenciesFrom(counts: ReadonlyMap<Category, number>, missing: number, levels?: readonly Category[]): FrequencyTable {
  const rows = levels ?? [...counts.keys()].sort(byValue)
  const listed = new Set(rows)
  const answered = [...counts.values()].reduce((total, count) => total + count, 0)
  const offScale = [...counts].reduce((total, [category, count]) => total + (listed.has(category) ? 0 : count), 0)
  const valid = answered - offScale
  const n = answered + missing
  let running = 0
  return {
    kind: 'computed',
    method: 'frequencies',
    n,
    excluded: leftOut({ missing, 'off-scale': offScale }),
    warnings: offScale > 0 ? [{ code: 'off-scale-values-left-out', value: offScale }] : [],
    valid,
    missing,
    rows: rows.map((category) => {
      const count = counts.get(category) ?? 0
      running += count
      return {
        category,
        count,
        percent: percentOf(count, n),
        validPercent: percentOf(count, valid),
        cumulativeValidPercent: percentOf(running, valid),
      }
    }),
  }
}

function percentOf(count: number, base: number): number | null {
  return base === 0 ? null : (100 * count) / base
}

/** Numbers before texts, each ascending. */
function byValue(a: Category, b: Category): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'number' ? -1 : 1
}
