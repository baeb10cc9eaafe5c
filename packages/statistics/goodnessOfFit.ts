import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { requireCounts } from './counts.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'

export type GoodnessOfFit = {
  readonly chi2: number
  readonly df: number
  readonly p: number
  readonly logP: number
  readonly expected: readonly number[]
}
export type GoodnessOfFitResult = Result<'chi-square-goodness-of-fit', GoodnessOfFit>

/**
 * Whether counts follow given shares (Pearson 1900); shares may be any weights, they are brought to sum 1; without shares all are equal. Undefined
 * for no counts, fewer than two categories, or a share of zero (a category that cannot occur cannot be tested).
 */
export function goodnessOfFit(counts: readonly number[], shares: readonly number[] = counts.map(() => 1)): GoodnessOfFitResult {
  const method = 'chi-square-goodness-of-fit'
  if (shares.length !== counts.length) throw new RangeError('every category needs its share')
  requireCounts([counts, shares])
  const n = sum(counts)
  if (n === 0) return notComputed(method, 'no-cases', { n })
  const impossible = shares.flatMap((share, at) => (share === 0 ? [String(at + 1)] : []))
  if (counts.length < 2 || impossible.length > 0) return notComputed(method, 'empty-margin', { n, subjects: impossible })
  const expected = shares.map((share) => (n * share) / sum(shares))
  const chi2 = sum(counts.map((count, at) => (count - expected[at]!) ** 2 / expected[at]!))
  const few = expected.filter((value) => value < 5).length
  const df = counts.length - 1
  return {
    kind: 'computed',
    method,
    n,
    excluded: {},
    warnings: few > counts.length / 5 ? [{ code: 'low-expected-counts', value: few }] : [],
    chi2,
    df,
    p: chiSquareUpper(chi2, df),
    logP: chiSquareUpperLog(chi2, df),
    expected,
  }
}
