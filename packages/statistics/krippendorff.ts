import type { Series } from './answers.ts'
import { leftOut, notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'

export type Measurement = 'nominal' | 'ordinal' | 'interval' | 'ratio'
export type Krippendorff = {
  /** 1 is perfect agreement, 0 chance, below 0 worse than chance. */
  readonly alpha: number
  readonly measurement: Measurement
  /** Values that could be paired with another judge's. */
  readonly pairable: number
}
export type KrippendorffResult = Result<'krippendorff-alpha', Krippendorff>

/**
 * Krippendorff's alpha (1980; 2011): agreement of any number of judges at any level of measurement, gaps allowed. `ratings`: a row a judge, a column a
 * case. Cases with fewer than two ratings say nothing about agreement and are left out; n counts the others. Undefined without such a case, or
 * when every rating is the same value. Ratio measurement needs values of at least 0.
 */
export function krippendorff(ratings: readonly Series[], measurement: Measurement): KrippendorffResult {
  const method = 'krippendorff-alpha'
  const cases = Array.from({ length: Math.max(0, ...ratings.map((row) => row.length)) }, (_, at) =>
    ratings.map((row) => row[at] ?? null).filter((value) => value !== null),
  )
  const units = cases.filter((values) => values.length > 1)
  const excluded = leftOut({ incomplete: cases.length - units.length })
  if (units.length === 0) return notComputed(method, ratings.length < 2 ? 'too-few-raters' : 'no-complete-cases', { n: 0, excluded })
  const values = [...new Set(units.flat())].sort((a, b) => a - b)
  if (values.length < 2) return notComputed(method, 'no-disagreement-possible', { n: units.length, excluded })
  const place = new Map(values.map((value, at) => [value, at]))
  const coincidences = coincidenceMatrix(
    units.map((unit) => unit.map((value) => place.get(value) ?? 0)),
    values.length,
  )
  const totals = coincidences.map(sum)
  const pairable = sum(totals)
  const distance = DISTANCES[measurement]
  const over = (weight: (i: number, j: number) => number): number =>
    sum(values.flatMap((_, i) => values.slice(0, i).map((__, j) => weight(i, j) * distance(values, totals, j, i))))
  const observed = over((i, j) => coincidences[i]![j]!)
  const expected = over((i, j) => (totals[i]! * totals[j]!) / (pairable - 1))
  return {
    kind: 'computed',
    method,
    n: units.length,
    excluded,
    warnings: [],
    alpha: 1 - observed / expected,
    measurement,
    pairable,
  }
}

/** How often two values met in one case, each case weighed by 1 / (ratings - 1). */
function coincidenceMatrix(units: readonly (readonly number[])[], size: number): number[][] {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const unit of units)
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i !== j) matrix[a]![b]! += 1 / (unit.length - 1)
      })
    })
  return matrix
}

/** Squared differences of the i-th and j-th value, i < j. */
const DISTANCES: Readonly<Record<Measurement, (values: readonly number[], totals: readonly number[], i: number, j: number) => number>> = {
  nominal: () => 1,
  ordinal: (_, totals, i, j) => (sum(totals.slice(i, j + 1)) - (totals[i]! + totals[j]!) / 2) ** 2,
  interval: (values, _, i, j) => (values[i]! - values[j]!) ** 2,
  ratio: (values, _, i, j) => ((values[i]! - values[j]!) / (values[i]! + values[j]!)) ** 2,
}
