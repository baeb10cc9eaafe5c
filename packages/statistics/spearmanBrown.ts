import type { Series } from './answers.ts'
import { pearson } from './correlation.ts'
import type { Result, Warning } from './evidence.ts'

export type SpearmanBrown = {
  /** Correlation of the two items. */
  readonly r: number
  /** 2r / (1 + r). */
  readonly reliability: number | null
}
export type SpearmanBrownResult = Result<'spearman-brown-two-items', SpearmanBrown>

/**
 * Reliability of a scale of two items (Eisinga, te Grotenhuis & Pelzer 2013 recommend it over alpha). Items already turned.
 * Undefined when either is constant or fewer than two people answered both; `reliability` is `null` at r = -1.
 */
export function spearmanBrown(first: Series, second: Series): SpearmanBrownResult {
  const correlation = pearson(first, second)
  if (correlation.kind === 'undefined') return { ...correlation, method: 'spearman-brown-two-items' }
  const { r, n, excluded } = correlation
  const warnings: Warning[] = r < 0 ? [{ code: 'negative-item-rest', value: r }] : []
  return {
    kind: 'computed',
    method: 'spearman-brown-two-items',
    n,
    excluded,
    warnings,
    r,
    reliability: r === -1 ? null : (2 * r) / (1 + r),
  }
}
