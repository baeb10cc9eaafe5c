import { completeRows, type Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { mean, variance } from './moments.ts'

export type WithinGroupAgreement = {
  /** Each item's r_wg: 1 when all judges agree, 0 when they spread as if they answered at random, below 0 when more. */
  readonly items: readonly number[]
  /** Of all items together, r_wg(j); `null` when its denominator is zero. */
  readonly together: number | null
}
export type WithinGroupAgreementResult = Result<'rwg-uniform-1984', WithinGroupAgreement>

/**
 * Whether the judges of one target agree enough to speak of their mean (James, Demaree & Wolf 1984), against answers spread evenly over the scale.
 * `items`: one series an item, the judges in the same order; judges with a gap are left out. Undefined below two judges or two points of the scale.
 */
export function withinGroupAgreement(items: readonly Series[], scalePoints: number): WithinGroupAgreementResult {
  const method = 'rwg-uniform-1984'
  if (!(scalePoints >= 2)) throw new RangeError('a scale has at least two points')
  const { rows, excluded } = completeRows(items)
  const n = rows.length
  if (items.length === 0) return notComputed(method, 'too-few-items', { n, excluded })
  if (n < 2) return notComputed(method, 'too-few-raters', { n, excluded })
  const random = (scalePoints ** 2 - 1) / 12
  const ratios = items.map((_, j) => variance(rows.map((row) => row[j]!)) / random)
  const share = mean(ratios)
  const kept = items.length * (1 - share)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: [],
    items: ratios.map((ratio) => 1 - ratio),
    together: kept + share === 0 ? null : kept / (kept + share),
  }
}
