import { completeRows, type Series } from './answers.ts'
import { type Interval, notComputed, type Result, type Warning } from './evidence.ts'
import { fUpper } from './fisherF.ts'
import { leastSquares } from './leastSquares.ts'
import { isConstant, sum, sumOfSquares, variance } from './moments.ts'
import { tQuantile, tTwoSided } from './studentT.ts'

export type Predictor = { readonly id: string; readonly values: Series }
export type Coefficient = {
  /** `(intercept)` first, then the predictors in order. */
  readonly id: string
  readonly estimate: number
  readonly se: number
  /** `null` with p for a fit without error. */
  readonly t: number | null
  readonly p: number | null
  readonly interval: Interval
  /** Change of y in its standard deviations for one of the predictor's; `null` for the intercept and a constant y. */
  readonly beta: number | null
  /** 1 / (1 - R^2 of the predictor on the others): how much the others blow up its variance. `null` for the intercept. */
  readonly vif: number | null
}
export type LinearRegression = {
  readonly coefficients: readonly Coefficient[]
  readonly r2: number
  readonly adjustedR2: number
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
  /** Standard deviation of the residuals. */
  readonly sigma: number
}
export type LinearRegressionResult = Result<'ordinary-least-squares', LinearRegression>

/**
 * Linear regression of y on predictors by least squares, over complete cases, with an intercept. Centred and solved by Householder reflections, refined
 * once. Undefined without predictors or degrees of freedom, for a constant y, or when a predictor is constant or follows from the others (named).
 */
export function linearRegression(y: Series, predictors: readonly Predictor[], options: { level?: number } = {}): LinearRegressionResult {
  const method = 'ordinary-least-squares'
  const level = options.level ?? 0.95
  const { rows, excluded } = completeRows([y, ...predictors.map((predictor) => predictor.values)])
  const n = rows.length
  const k = predictors.length
  if (k === 0) return notComputed(method, 'too-few-items', { n, excluded })
  const df2 = n - k - 1
  if (df2 < 1) return notComputed(method, n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const target = rows.map((row) => row[0]!)
  if (isConstant(target)) return notComputed(method, 'constant-series', { n, excluded, subjects: ['y'] })
  const columns = predictors.map((_, j) => rows.map((row) => row[j + 1]!))
  const still = predictors.filter((_, j) => isConstant(columns[j]!)).map(({ id }) => id)
  if (still.length > 0) return notComputed(method, 'constant-series', { n, excluded, subjects: still })
  const solved = leastSquares(columns, target)
  if (solved.kind === 'dependent')
    return notComputed(method, 'collinear-predictors', { n, excluded, subjects: [predictors[solved.column]!.id] })
  const { slopes, intercept, residuals, inverseDiagonal, interceptVariance } = solved
  const ssResidual = sum(residuals.map((residual) => residual * residual))
  const ssTotal = sumOfSquares(target)
  const ssModel = ssTotal - ssResidual
  const sigma = Math.sqrt(ssResidual / df2)
  const perfect = ssResidual <= 1e-28 * ssTotal
  const margin = tQuantile((1 + level) / 2, df2)
  const coefficient = (id: string, estimate: number, se: number, more: Pick<Coefficient, 'beta' | 'vif'>): Coefficient => {
    const t = perfect || se === 0 ? null : estimate / se
    const interval = { low: estimate - margin * se, high: estimate + margin * se, level }
    return { id, estimate, se, t, p: t === null ? null : tTwoSided(t, df2), interval, ...more }
  }
  const coefficients = [
    coefficient('(intercept)', intercept, sigma * Math.sqrt(interceptVariance), { beta: null, vif: null }),
    ...predictors.map(({ id }, j) =>
      coefficient(id, slopes[j]!, sigma * Math.sqrt(inverseDiagonal[j]!), {
        beta: slopes[j]! * Math.sqrt(variance(columns[j]!) / variance(target)),
        vif: inverseDiagonal[j]! * sumOfSquares(columns[j]!),
      }),
    ),
  ]
  const f = ssModel / k / (ssResidual / df2)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: warningsOf(coefficients, perfect),
    coefficients,
    r2: ssModel / ssTotal,
    adjustedR2: 1 - ssResidual / df2 / (ssTotal / (n - 1)),
    f,
    df1: k,
    df2,
    p: fUpper(f, k, df2),
    sigma,
  }
}

/** A predictor whose variance the others make ten times as large tells little of its own: a convention. */
function warningsOf(coefficients: readonly Coefficient[], perfect: boolean): Warning[] {
  const blown = coefficients.filter(({ vif }) => vif !== null && vif >= 10).map(({ id }) => id)
  return [
    ...(blown.length > 0 ? [{ code: 'near-collinear' as const, subjects: blown }] : []),
    ...(perfect ? [{ code: 'perfect-correlation' as const }] : []),
  ]
}
