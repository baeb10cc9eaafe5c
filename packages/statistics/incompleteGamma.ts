import { HALF_LOG_TWO_PI, logGamma, stirlingCorrection } from './logGamma.ts'

/** Both tails of the regularised incomplete gamma function: lower + upper = 1, the small one computed directly. `logUpper` survives where `upper` underflows. */
export type GammaTails = { readonly lower: number; readonly upper: number; readonly logUpper: number }

/** For a > 0, x >= 0. Series for the lower tail when x < a + 1, continued fraction (Lentz) for the upper tail otherwise. */
export function incompleteGamma(a: number, x: number): GammaTails {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incompleteGamma needs a > 0 and x >= 0, got ${a} and ${x}`)
  if (x === 0) return { lower: 0, upper: 1, logUpper: 0 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, logUpper: Number.NEGATIVE_INFINITY }
  if (x < a + 1) {
    const lower = Math.min(1, Math.exp(logKernel(a, x) + Math.log(lowerSeries(a, x))))
    return { lower, upper: 1 - lower, logUpper: Math.log1p(-lower) }
  }
  const logUpper = logKernel(a, x) + Math.log(upperFraction(a, x))
  const upper = Math.exp(logUpper)
  return { lower: 1 - upper, upper, logUpper }
}

/** ln of x^a e^-x / Gamma(a), free of cancellation between large terms. */
function logKernel(a: number, x: number): number {
  if (a < 10) return a * Math.log(x) - x - logGamma(a)
  const excess = (x - a) / a
  return a * (Math.log1p(excess) - excess) + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingCorrection(a)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let k = 1; k < MOST_STEPS; k++) {
    term *= x / (a + k)
    total += term
    if (term < total * Number.EPSILON) return total
  }
  return total
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / (b === 0 ? TINY : b)
  let fraction = d
  for (let k = 1; k < MOST_STEPS; k++) {
    const coefficient = -k * (k - a)
    b += 2
    d = 1 / awayFromZero(coefficient * d + b)
    c = awayFromZero(b + coefficient / c)
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < Number.EPSILON) return fraction
  }
  return fraction
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)
const TINY = 1e-300
const MOST_STEPS = 100_000
