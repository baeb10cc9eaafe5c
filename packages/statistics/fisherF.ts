import { type BetaTails, incompleteBeta } from './incompleteBeta.ts'
import { invertTail, probabilityInside } from './invertTail.ts'

/** P(X > x) of F with (df1, df2) degrees of freedom, computed directly in either tail. */
export function fUpper(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).lower
}

/** P(X <= x). */
export function fLower(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).upper
}

/** The x with P(X <= x) = p. */
export function fQuantile(p: number, df1: number, df2: number): number {
  probabilityInside(p)
  return p > 0.5 ? invertTail((x) => fUpper(x, df1, df2), 1 - p) : invertTail((x) => -fLower(x, df1, df2), -p)
}

/** Turned to the beta variable df2 / (df2 + df1 x), whose lower tail is the upper tail of F. */
function tails(x: number, df1: number, df2: number): BetaTails {
  if (x <= 0) return { lower: 1, upper: 0 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 0, upper: 1 }
  if (x > 1) {
    // x may be so large that df1 x is no number any more
    const below = df2 / df1 / x
    return incompleteBeta(df2 / 2, df1 / 2, below / (1 + below), 1 / (1 + below))
  }
  const whole = df2 + df1 * x
  return incompleteBeta(df2 / 2, df1 / 2, df2 / whole, (df1 * x) / whole)
}
