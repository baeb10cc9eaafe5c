import { incompleteBeta } from './incompleteBeta.ts'
import { invertTail, probabilityInside } from './invertTail.ts'

/** P(T > t) with df degrees of freedom (a fraction is allowed, as Welch needs), computed directly in either tail. */
export function tUpper(t: number, df: number): number {
  const square = t * t
  const half = incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower / 2
  return t > 0 ? half : 1 - half
}

/** P(|T| >= |t|). */
export function tTwoSided(t: number, df: number): number {
  return 2 * tUpper(Math.abs(t), df)
}

/** The t with P(T <= t) = p. */
export function tQuantile(p: number, df: number): number {
  probabilityInside(p)
  if (p === 0.5) return 0
  const upper = (t: number): number => tUpper(t, df)
  return p < 0.5 ? -invertTail(upper, p) : invertTail(upper, 1 - p)
}
