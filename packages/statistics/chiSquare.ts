import { incompleteGamma } from './incompleteGamma.ts'
import { invertTail, probabilityInside } from './invertTail.ts'

/** P(X > x) of chi-square with df degrees of freedom, computed directly in either tail. */
export function chiSquareUpper(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper
}

/** ln P(X > x): stays a number where the probability itself underflows to 0. */
export function chiSquareUpperLog(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).logUpper
}

/** The x with P(X <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  probabilityInside(p)
  if (p > 0.5) return invertTail((x) => incompleteGamma(df / 2, x / 2).upper, 1 - p)
  return invertTail((x) => -incompleteGamma(df / 2, x / 2).lower, -p)
}
