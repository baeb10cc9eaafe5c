import { incompleteBeta } from './incompleteBeta.ts'

/** P(X >= k) of a binomial with n trials of probability p, computed directly by the incomplete beta function. 1 for k <= 0, 0 for k > n. */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1
  return k > n ? 0 : incompleteBeta(k, n - k + 1, p).lower
}

/** P(X <= k), computed directly. */
export function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : incompleteBeta(k + 1, n - k, p).upper
}
