import { columnOf, completeRows, type Series } from './answers.ts'
import { type Interval, notComputed, type Result } from './evidence.ts'
import { covariance, isConstant, mean, standardDeviation } from './moments.ts'
import { tQuantile, tTwoSided } from './studentT.ts'

export type PairedT = {
  /** First minus second. */
  readonly difference: number
  readonly sdOfDifferences: number
  readonly t: number
  readonly df: number
  readonly p: number
  readonly interval: Interval
  /** Difference over the standard deviation of the differences. */
  readonly dz: number
  /** Difference over the root of the mean of the two variances (Cumming 2012), comparable with d of independent groups; `null` when both are constant. */
  readonly dav: number | null
  /** Of the two series; `null` when either is constant. */
  readonly correlation: number | null
}
export type PairedTResult = Result<'paired-t', PairedT>

/** t test of the same cases measured twice, over cases with both values. Undefined below two of them or when every difference is the same. */
export function pairedT(first: Series, second: Series, options: { level?: number } = {}): PairedTResult {
  const level = options.level ?? 0.95
  const { rows, excluded } = completeRows([first, second])
  const n = rows.length
  if (n < 2) return notComputed('paired-t', n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const [x, y] = [columnOf(rows, 0), columnOf(rows, 1)]
  const differences = x.map((value, at) => value - y[at]!)
  const sd = standardDeviation(differences)
  if (sd === 0) return notComputed('paired-t', 'constant-series', { n, excluded })
  const [difference, se, df] = [mean(differences), sd / Math.sqrt(n), n - 1]
  const margin = tQuantile((1 + level) / 2, df) * se
  const [sdX, sdY] = [standardDeviation(x), standardDeviation(y)]
  return {
    kind: 'computed',
    method: 'paired-t',
    n,
    excluded,
    warnings: [],
    difference,
    sdOfDifferences: sd,
    t: difference / se,
    df,
    p: tTwoSided(difference / se, df),
    interval: { low: difference - margin, high: difference + margin, level },
    dz: difference / sd,
    dav: sdX + sdY === 0 ? null : difference / Math.sqrt((sdX * sdX + sdY * sdY) / 2),
    correlation: isConstant(x) || isConstant(y) ? null : covariance(x, y) / (sdX * sdY),
  }
}
