import { columnOf, completeRows, type Series } from './answers.ts'
import { type Interval, notComputed, type Result, type Warning } from './evidence.ts'
import { spearmanExact } from './exactRankCorrelation.ts'
import { covariance, isConstant, standardDeviation, sum } from './moments.ts'
import { normalQuantile } from './normal.ts'
import { midranks } from './ranks.ts'
import { tTwoSided } from './studentT.ts'

export type Correlation = {
  /** -1 to 1. */
  readonly r: number
  /** `null` for two cases, where |r| is 1 by construction, and for a perfect correlation t has no value. */
  readonly t: number | null
  readonly df: number
  /** Two-sided; `null` below three cases. */
  readonly p: number | null
  /** By Fisher's z; `null` below four cases or at |r| = 1. */
  readonly interval: Interval | null
}
export type PearsonResult = Result<'pearson', Correlation>
export type SpearmanResult = Result<
  'spearman-t-approximation',
  Correlation & {
    /** Over all orders, for three to ten cases without ties; else `null`. */
    readonly pExact: number | null
  }
>

/** Pearson's r over the cases that have both values. Undefined below two cases or when a series is constant. */
export function pearson(x: Series, y: Series, options: { level?: number } = {}): PearsonResult {
  return correlate('pearson', x, y, (values) => values, options.level ?? 0.95)
}

/** Spearman's rho: Pearson's r of midranks; p by the t approximation, the interval by Fisher's z with the variance of Bonett & Wright (2000). */
export function spearman(x: Series, y: Series, options: { level?: number } = {}): SpearmanResult {
  const result = correlate('spearman-t-approximation', x, y, midranks, options.level ?? 0.95)
  return result.kind === 'undefined' ? result : { ...result, pExact: exactOf(x, y) }
}

function exactOf(x: Series, y: Series): number | null {
  const { rows } = completeRows([x, y])
  const [a, b] = [columnOf(rows, 0), columnOf(rows, 1)]
  if (rows.length < 3 || new Set(a).size < a.length || new Set(b).size < b.length) return null
  const ranks = midranks(b)
  return spearmanExact(rows.length, sum(midranks(a).map((rank, at) => (rank - ranks[at]!) ** 2)))
}

function correlate<M extends 'pearson' | 'spearman-t-approximation'>(
  method: M,
  x: Series,
  y: Series,
  prepare: (values: number[]) => number[],
  level: number,
): Result<M, Correlation> {
  const { rows, excluded } = completeRows([x, y])
  const n = rows.length
  if (n < 2) return notComputed(method, n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const [a, b] = [prepare(columnOf(rows, 0)), prepare(columnOf(rows, 1))]
  const constant = [a, b].flatMap((values, index) => (isConstant(values) ? [index === 0 ? 'x' : 'y'] : []))
  if (constant.length > 0) return notComputed(method, 'constant-series', { n, excluded, subjects: constant })
  const raw = covariance(a, b) / (standardDeviation(a) * standardDeviation(b))
  const perfect = 1 - raw * raw < ROUNDING
  const r = perfect ? Math.sign(raw) : raw
  const df = n - 2
  const t = n > 2 && !perfect ? r * Math.sqrt(df / ((1 - r) * (1 + r))) : null
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: warningsOf(perfect, n),
    r,
    t,
    df,
    p: n < 3 ? null : t === null ? 0 : tTwoSided(t, df),
    interval: n < 4 || perfect ? null : fisherInterval(r, n, method === 'pearson' ? 1 : 1 + (r * r) / 2, level),
  }
}

/** tanh(atanh r -+ z sqrt(inflation / (n - 3))). */
function fisherInterval(r: number, n: number, inflation: number, level: number): Interval {
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(inflation / (n - 3))
  return { low: Math.tanh(Math.atanh(r) - margin), high: Math.tanh(Math.atanh(r) + margin), level }
}

function warningsOf(perfect: boolean, n: number): Warning[] {
  if (n < 3) return [{ code: 'small-sample', value: n }]
  return perfect ? [{ code: 'perfect-correlation' }] : []
}

/** Within this of 1 an r^2 is 1 but for rounding. */
const ROUNDING = 1e-14
