import type { ItemColumn } from './answers.ts'
import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import type { Matrix } from './covarianceMatrix.ts'
import { notComputed, type Result } from './evidence.ts'
import { type InvertedCorrelations, invertedCorrelations, type MissingRule } from './itemCorrelations.ts'
import { sum } from './moments.ts'

export type SamplingAdequacy = {
  /** Kaiser-Meyer-Olkin, 0 to 1. */
  readonly kmo: number
  /** Each item's measure of sampling adequacy; `null` for an item that correlates with none. */
  readonly items: readonly { readonly id: string; readonly msa: number | null }[]
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
 * change it. Undefined for fewer than two items, a constant item, or items of which one follows from others (also when cases are too few), or items without any correlation.
 */
export function samplingAdequacy(items: readonly ItemColumn[], options: { missing?: MissingRule } = {}): SamplingAdequacyResult {
  const ground = invertedCorrelations('kaiser-meyer-olkin', items, options.missing)
  if (ground.kind === 'undefined') return ground
  return adequacyFrom(
    items.map((item) => item.id),
    ground,
  )
}

/** The same from correlations gathered elsewhere. */
export function adequacyFrom(ids: readonly string[], ground: InvertedCorrelations): SamplingAdequacyResult {
  const { correlations, inverse, n, excluded, warnings } = ground
  const sums = correlations.map((row, i) => {
    const others = row.map((r, j) => (i === j ? { direct: 0, partial: 0 } : { direct: r * r, partial: partialSquare(inverse, i, j) }))
    return { direct: sum(others.map((one) => one.direct)), partial: sum(others.map((one) => one.partial)) }
  })
  const direct = sum(sums.map((one) => one.direct))
  if (direct === 0) return notComputed('kaiser-meyer-olkin', 'no-correlation', { n, excluded, warnings })
  return {
    kind: 'computed',
    method: 'kaiser-meyer-olkin',
    n,
    excluded,
    warnings,
    kmo: direct / (direct + sum(sums.map((one) => one.partial))),
    items: ids.map((id, index) => ({ id, msa: shareOf(sums[index]!) })),
  }
}

/** Bartlett's test that the items are uncorrelated. Undefined in the same cases as `samplingAdequacy`. */
export function sphericity(items: readonly ItemColumn[], options: { missing?: MissingRule } = {}): SphericityResult {
  const ground = invertedCorrelations('bartlett-1951', items, options.missing)
  return ground.kind === 'undefined' ? ground : sphericityFrom(ground)
}

/** The same from correlations gathered elsewhere. */
export function sphericityFrom(ground: InvertedCorrelations): SphericityResult {
  const { logDet, n, excluded, warnings } = ground
  const k = ground.correlations.length
  const chi2 = Math.max(0, -(n - 1 - (2 * k + 5) / 6) * logDet)
  const df = (k * (k - 1)) / 2
  const tails = { p: chiSquareUpper(chi2, df), logP: chiSquareUpperLog(chi2, df) }
  return { kind: 'computed', method: 'bartlett-1951', n, excluded, warnings, chi2, df, ...tails, determinant: Math.exp(logDet) }
}

const shareOf = ({ direct, partial }: { direct: number; partial: number }): number | null =>
  direct + partial === 0 ? null : direct / (direct + partial)
const partialSquare = (inverse: Matrix, i: number, j: number): number => inverse[i]![j]! ** 2 / (inverse[i]![i]! * inverse[j]![j]!)
