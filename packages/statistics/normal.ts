import { incompleteGamma } from './incompleteGamma.ts'
import { invertTail, probabilityInside } from './invertTail.ts'

/** P(Z > z) of the standard normal, computed directly in either tail. */
export function normalUpper(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z > 0 ? upper / 2 : 0.5 + lower / 2
}

/** P(Z <= z). */
export function normalLower(z: number): number {
  return normalUpper(-z)
}

/** P(|Z| >= |z|). */
export function normalTwoSided(z: number): number {
  return 2 * normalUpper(Math.abs(z))
}

/** The z with P(Z <= z) = p. For a small upper tail ask for -normalQuantile(tail). */
export function normalQuantile(p: number): number {
  probabilityInside(p)
  if (p === 0.5) return 0
  return p < 0.5 ? -invertTail(normalUpper, p) : invertTail(normalUpper, 1 - p)
}
