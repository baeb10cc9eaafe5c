import { completeRows, type Series } from './answers.ts'
import { cholesky, inverseFromCholesky } from './cholesky.ts'
import { correlationFromCovariance, covarianceMatrix } from './covarianceMatrix.ts'
import { notComputed, type Result } from './evidence.ts'
import { tTwoSided } from './studentT.ts'

export type PartialCorrelation = { readonly r: number; readonly t: number | null; readonly df: number; readonly p: number | null }
export type PartialCorrelationResult = Result<'partial-correlation', PartialCorrelation>

/**
 * Correlation of x and y with the controls held fixed: of what linear regression on the controls leaves of each. Over complete cases. Undefined when a
 * series is constant, when x, y or a control follows from the others, or without a degree of freedom (n - 2 - controls).
 */
export function partialCorrelation(x: Series, y: Series, controls: readonly Series[]): PartialCorrelationResult {
  const method = 'partial-correlation'
  const { rows, excluded } = completeRows([x, y, ...controls])
  const n = rows.length
  const df = n - 2 - controls.length
  if (n < 2 || df < 1) return notComputed(method, n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const correlations = correlationFromCovariance(covarianceMatrix(rows))
  if (correlations.flat().includes(null)) return notComputed(method, 'constant-series', { n, excluded })
  const lower = cholesky(correlations.map((row) => row.map((r) => r ?? 0)))
  if (!lower) return notComputed(method, 'singular-correlation', { n, excluded })
  const [[xx = 1, xy = 0] = [], [, yy = 1] = []] = inverseFromCholesky(lower)
  const r = Math.min(1, Math.max(-1, -xy / Math.sqrt(xx * yy)))
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)))
  return { kind: 'computed', method, n, excluded, warnings: [], r, t, df, p: tTwoSided(t, df) }
}
