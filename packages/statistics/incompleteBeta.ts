import { logBeta } from './logGamma.ts'

/** Both tails of the regularised incomplete beta function: lower + upper = 1, the small one computed directly. */
export type BetaTails = { readonly lower: number; readonly upper: number }

/**
 * I_x(a, b) and its complement, for a, b > 0 and 0 <= x <= 1. `rest` is 1 - x where the caller knows it better than the
 * subtraction does (x next to 1). Continued fraction by Lentz's method on the side where it converges fast.
 */
export function incompleteBeta(a: number, b: number, x: number, rest: number = 1 - x): BetaTails {
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta needs a, b > 0, got ${a} and ${b}`)
  if (!(x >= 0 && rest >= 0)) throw new RangeError(`incompleteBeta needs 0 <= x <= 1, got ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (rest === 0) return { lower: 1, upper: 0 }
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = incompleteBeta(b, a, rest, x)
    return { lower: upper, upper: lower }
  }
  const logX = x > 0.5 ? Math.log1p(-rest) : Math.log(x)
  const logRest = x > 0.5 ? Math.log(rest) : Math.log1p(-x)
  const lower = Math.min(1, (Math.exp(a * logX + b * logRest - logBeta(a, b)) * fractionOf(a, b, x)) / a)
  return { lower, upper: 1 - lower }
}

function fractionOf(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let k = 1; k < MOST_STEPS; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= c * d
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < Number.EPSILON) return fraction
  }
  return fraction
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)
const TINY = 1e-300
const MOST_STEPS = 100_000
