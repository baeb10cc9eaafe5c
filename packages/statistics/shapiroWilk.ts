import { presentValues, type Series } from './answers.ts'
import { leftOut, notComputed, type Result, type Warning } from './evidence.ts'
import { isConstant, mean, sum, sumOfSquares } from './moments.ts'
import { normalQuantile, normalUpper } from './normal.ts'

export type ShapiroWilk = { readonly w: number; readonly p: number }
export type ShapiroWilkResult = Result<'shapiro-wilk-royston-1995', ShapiroWilk>

/**
 * Shapiro & Wilk's test of normality (1965) with the coefficients and p of Royston (1995, AS R94). For large samples any departure is significant:
 * look at the histogram. Undefined below three values or when they are all equal; above 5,000 the tables behind p do not reach, which is warned of.
 */
export function shapiroWilk(series: Series): ShapiroWilkResult {
  const method = 'shapiro-wilk-royston-1995'
  const values = presentValues(series).sort((a, b) => a - b)
  const n = values.length
  const excluded = leftOut({ missing: series.length - n })
  if (n < 3) return notComputed(method, n === 0 ? 'no-cases' : 'too-few-cases', { n, excluded })
  if (isConstant(values)) return notComputed(method, 'constant-series', { n, excluded })
  const weights = weightsOf(n)
  const centre = mean(values)
  const off = sum(weights.map((weight, at) => weight * (values[at]! - centre)))
  const w = Math.min(1, (off * off) / sumOfSquares(values))
  const warnings: Warning[] = n > 5000 ? [{ code: 'beyond-tabulated-sizes', value: n }] : []
  return { kind: 'computed', method, n, excluded, warnings, w, p: pOf(w, n) }
}

/** One weight an ordered value: antisymmetric, of length one. */
function weightsOf(n: number): number[] {
  if (n === 3) return [-Math.SQRT1_2, 0, Math.SQRT1_2]
  const scores = Array.from({ length: n }, (_, at) => normalQuantile((at + 1 - 0.375) / (n + 0.25)))
  const squares = sum(scores.map((score) => score * score))
  const u = 1 / Math.sqrt(n)
  const top = scores[n - 1]! / Math.sqrt(squares) + polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u)
  if (n <= 5) {
    const rest = (squares - 2 * scores[n - 1]! ** 2) / (1 - 2 * top * top)
    return scores.map((score, at) => (at === n - 1 ? top : at === 0 ? -top : score / Math.sqrt(rest)))
  }
  const next = scores[n - 2]! / Math.sqrt(squares) + polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u)
  const rest = (squares - 2 * scores[n - 1]! ** 2 - 2 * scores[n - 2]! ** 2) / (1 - 2 * top * top - 2 * next * next)
  const ends = new Map([
    [0, -top],
    [1, -next],
    [n - 2, next],
    [n - 1, top],
  ])
  return scores.map((score, at) => ends.get(at) ?? score / Math.sqrt(rest))
}

function pOf(w: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))))
  const short = Math.log(1 - w)
  if (n <= 11) {
    const gamma = polynomial([-2.273, 0.459], n)
    if (short >= gamma) return 1e-99
    const centre = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n)
    const spread = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n))
    return normalUpper((-Math.log(gamma - short) - centre) / spread)
  }
  const logN = Math.log(n)
  const centre = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logN)
  const spread = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], logN))
  return normalUpper((short - centre) / spread)
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((total, coefficient) => total * x + coefficient, 0)
