import { binomialUpper } from './binomial.ts'
import { chiSquareUpper } from './chiSquare.ts'
import { requireCounts } from './counts.ts'
import { notComputed, type Result } from './evidence.ts'

export type McNemar = {
  /** Cases that changed one way and the other. */
  readonly changed: readonly [number, number]
  readonly chi2: number
  readonly df: 1
  readonly p: number
  /** With Edwards's continuity correction. */
  readonly corrected: { readonly chi2: number; readonly p: number }
  /** Two-sided binomial test of the changed cases: the one to use when they are few. */
  readonly pExact: number
}
export type McNemarResult = Result<'mcnemar-1947', McNemar>

/** Whether as many changed one way as the other, in a 2 x 2 table of the same cases asked twice (McNemar 1947). Undefined when nobody changed. */
export function mcnemar(table: readonly (readonly number[])[]): McNemarResult {
  requireCounts(table, { shape: [2, 2] })
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table
  const n = a + b + c + d
  if (b + c === 0) return notComputed('mcnemar-1947', 'no-differences', { n })
  const chi2 = (b - c) ** 2 / (b + c)
  const corrected = Math.max(0, Math.abs(b - c) - 1) ** 2 / (b + c)
  return {
    kind: 'computed',
    method: 'mcnemar-1947',
    n,
    excluded: {},
    warnings: b + c < 25 ? [{ code: 'small-sample', value: b + c }] : [],
    changed: [b, c],
    chi2,
    df: 1,
    p: chiSquareUpper(chi2, 1),
    corrected: { chi2: corrected, p: chiSquareUpper(corrected, 1) },
    pExact: Math.min(1, 2 * binomialUpper(Math.max(b, c), b + c, 0.5)),
  }
}
