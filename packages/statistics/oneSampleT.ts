import { presentValues, type Series } from './answers.ts'
import { type Interval, leftOut, notComputed, type Result } from './evidence.ts'
import { mean, standardDeviation } from './moments.ts'
import { tQuantile, tTwoSided, tUpper } from './studentT.ts'

export type OneSampleT = {
  readonly mean: number
  readonly t: number
  readonly df: number
  /** Two-sided, and one-sided for a mean above and below `mu`. */
  readonly p: number
  readonly pGreater: number
  readonly pLess: number
  /** Of the mean. */
  readonly interval: Interval
  /** (mean - mu) / s. */
  readonly cohenD: number
}
export type OneSampleTResult = Result<'one-sample-t', OneSampleT>

/** Student's t test of a mean against a fixed `mu` (Student 1908). Undefined below two values or when they are all equal. */
export function oneSampleT(series: Series, mu: number, options: { level?: number } = {}): OneSampleTResult {
  const level = options.level ?? 0.95
  const values = presentValues(series)
  const n = values.length
  const excluded = leftOut({ missing: series.length - n })
  if (n < 2) return notComputed('one-sample-t', n === 0 ? 'no-cases' : 'too-few-cases', { n, excluded })
  const sd = standardDeviation(values)
  if (sd === 0) return notComputed('one-sample-t', 'constant-series', { n, excluded })
  const [centre, se, df] = [mean(values), sd / Math.sqrt(n), n - 1]
  const t = (centre - mu) / se
  const margin = tQuantile((1 + level) / 2, df) * se
  return {
    kind: 'computed',
    method: 'one-sample-t',
    n,
    excluded,
    warnings: [],
    mean: centre,
    t,
    df,
    p: tTwoSided(t, df),
    pGreater: tUpper(t, df),
    pLess: tUpper(-t, df),
    interval: { low: centre - margin, high: centre + margin, level },
    cohenD: (centre - mu) / sd,
  }
}
