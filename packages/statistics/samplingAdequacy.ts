import { completeRows, type ItemColumn, presentValues } from './answers.ts'
import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import { cholesky, inverseFromCholesky, logDeterminant } from './cholesky.ts'
import { correlationFromCovariance, covarianceMatrix, type Matrix } from './covarianceMatrix.ts'
import { type Excluded, type NotComputed, notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'

export type SamplingAdequacy = {
  /** Kaiser-Meyer-Olkin, 0 to 1. */
  readonly kmo: number
  /** Each item's measure of sampling adequacy. */
  readonly items: readonly { readonly id: string; readonly msa: number }[]
}
export type SamplingAdequacyResult = Result<'kaiser-meyer-olkin', SamplingAdequacy>
export type Sphericity = {
  readonly chi2: number
  readonly df: number
  readonly p: number
  readonly logP: number
  readonly determinant: number
}
export type SphericityResult = Result<'bartlett-1951', Sphericity>

/**
 * KMO over complete cases: how much of the correlation between items is left once the other items are held fixed. Turning an item does not
 * change it. Undefined for fewer than two items, a constant item, or items of which one follows from others (also when cases are too few).
 */
export function samplingAdequacy(items: readonly ItemColumn[]): SamplingAdequacyResult {
  const ground = correlationsOf('kaiser-meyer-olkin', items)
  if (ground.kind === 'undefined') return ground
  const { correlations, inverse, n, excluded } = ground
  const sums = correlations.map((row, i) => {
    const others = row.map((r, j) => (i === j ? { direct: 0, partial: 0 } : { direct: r * r, partial: partialSquare(inverse, i, j) }))
    return { direct: sum(others.map((one) => one.direct)), partial: sum(others.map((one) => one.partial)) }
  })
  const direct = sum(sums.map((one) => one.direct))
  return {
    kind: 'computed',
    method: 'kaiser-meyer-olkin',
    n,
    excluded,
    warnings: [],
    kmo: direct / (direct + sum(sums.map((one) => one.partial))),
    items: items.map((item, index) => ({ id: item.id, msa: sums[index]!.direct / (sums[index]!.direct + sums[index]!.partial) })),
  }
}

/** Bartlett's test that the items are uncorrelated. Undefined in the same cases as `samplingAdequacy`. */
export function sphericity(items: readonly ItemColumn[]): SphericityResult {
  const ground = correlationsOf('bartlett-1951', items)
  if (ground.kind === 'undefined') return ground
  const { logDet, n, excluded } = ground
  const k = items.length
  const chi2 = Math.max(0, -(n - 1 - (2 * k + 5) / 6) * logDet)
  const df = (k * (k - 1)) / 2
  const tails = { p: chiSquareUpper(chi2, df), logP: chiSquareUpperLog(chi2, df) }
  return { kind: 'computed', method: 'bartlett-1951', n, excluded, warnings: [], chi2, df, ...tails, determinant: Math.exp(logDet) }
}

type Ground = { kind: 'ground'; correlations: Matrix; inverse: Matrix; logDet: number; n: number; excluded: Excluded }

function correlationsOf<M extends string>(method: M, items: readonly ItemColumn[]): Ground | NotComputed<M> {
  const { rows, excluded } = completeRows(items.map((item) => item.answers))
  const n = rows.length
  if (items.length < 2) return notComputed(method, 'too-few-items', { n, excluded })
  const empty = items.filter((item) => presentValues(item.answers).length === 0).map((item) => item.id)
  if (n === 0) return notComputed(method, 'no-complete-cases', { n, excluded, subjects: empty })
  if (n === 1) return notComputed(method, 'too-few-cases', { n, excluded })
  const covariances = covarianceMatrix(rows)
  const constant = items.filter((_, index) => covariances[index]![index]! === 0).map((item) => item.id)
  if (constant.length > 0) return notComputed(method, 'zero-variance-item', { n, excluded, subjects: constant })
  const correlations = correlationFromCovariance(covariances).map((row) => row.map((r) => r ?? 0))
  const lower = cholesky(correlations)
  if (!lower) return notComputed(method, 'singular-correlation', { n, excluded })
  return { kind: 'ground', correlations, inverse: inverseFromCholesky(lower), logDet: logDeterminant(lower), n, excluded }
}

const partialSquare = (inverse: Matrix, i: number, j: number): number => inverse[i]![j]! ** 2 / (inverse[i]![i]! * inverse[j]![j]!)
