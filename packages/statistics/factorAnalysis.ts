import type { ItemColumn } from './answers.ts'
import { chiSquareUpper, chiSquareUpperLog } from './chiSquare.ts'
import type { Matrix } from './covarianceMatrix.ts'
import { notComputed, type Result, type Warning } from './evidence.ts'
import { extractFactors, type FactorMethod, LEAST_UNIQUENESS } from './factorExtraction.ts'
import { type InvertedCorrelations, invertedCorrelations, itemCorrelations, type MissingRule } from './itemCorrelations.ts'
import { sum } from './moments.ts'
import { type Oblique, oblimin } from './oblimin.ts'
import { orderedColumns, type Rotated, varimax } from './varimax.ts'

export type FactorAnalysis = {
  readonly factors: number
  /** Items x factors before rotation. */
  readonly loadings: Matrix
  /** Of each item: what the factors explain, and what they do not (their sum is 1). */
  readonly communalities: readonly number[]
  readonly uniquenesses: readonly number[]
  /** Sum of the communalities. */
  readonly commonVariance: number
  /** Sum of the squared residual correlations, each pair of items once, and their root mean square. */
  readonly residualSquares: number
  readonly rmsr: number
  /** At right angles, columns by falling sum of squares; one factor stays as it is. */
  readonly varimax: Rotated
  /** Factors that may correlate; `null` unless asked for and with at least two factors. */
  readonly oblimin: Oblique | null
  /** Bartlett-corrected test that this many factors suffice; `null` except for `ml` with degrees of freedom left. */
  readonly fit: { readonly chi2: number; readonly df: number; readonly p: number; readonly logP: number } | null
}
export type FactorAnalysisResult = Result<'factors-minres' | 'factors-ml' | 'factors-pa', FactorAnalysis>

/**
 * Exploratory factor analysis of the items' correlations with a given number of factors (see `parallelAnalysis` for how many). Undefined as for
 * `itemCorrelations`; when the factors would have more parameters than there are correlations; and for `ml` when one item follows from others.
 * Warned of: an item whose uniqueness met its lower bound (Heywood), and a search that did not come to rest.
 */
export function factorAnalysis(
  items: readonly ItemColumn[],
  factors: number,
  options: { method?: FactorMethod; rotation?: 'none' | 'varimax' | 'oblimin'; missing?: MissingRule; normalise?: boolean } = {},
): FactorAnalysisResult {
  const kind = options.method ?? 'minres'
  const method = `factors-${kind}` as const
  const ground = kind === 'ml' ? invertedCorrelations(method, items, options.missing) : itemCorrelations(method, items, options.missing)
  if (ground.kind === 'undefined') return ground
  const { correlations, n, excluded } = ground
  const size = items.length
  const df = ((size - factors) ** 2 - size - factors) / 2
  if (!(factors >= 1) || df < 0) return notComputed(method, 'too-many-factors', { n, excluded })
  const found = extractFactors(correlations, factors, kind)
  if (!found) return notComputed(method, 'singular-correlation', { n, excluded })
  const { loadings, uniquenesses } = found
  const heywood = items.filter((_, i) => uniquenesses[i]! <= LEAST_UNIQUENESS).map((item) => item.id)
  const warnings: Warning[] = [
    ...ground.warnings,
    ...(heywood.length > 0 ? [{ code: 'heywood-case' as const, subjects: heywood }] : []),
    ...(found.converged ? [] : [{ code: 'not-converged' as const }]),
  ]
  const residualSquares = squaresLeft(correlations, loadings)
  const communalities = loadings.map((row) => sum(row.map((entry) => entry * entry)))
  const turn = { normalise: options.normalise }
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings,
    factors,
    loadings,
    communalities,
    uniquenesses: communalities.map((value) => 1 - value),
    commonVariance: sum(communalities),
    residualSquares,
    rmsr: Math.sqrt((2 * residualSquares) / (size * (size - 1))),
    varimax: factors === 1 || options.rotation === 'none' ? orderedColumns(loadings) : varimax(loadings, turn),
    oblimin: factors > 1 && options.rotation === 'oblimin' ? oblimin(loadings, turn) : null,
    fit: kind === 'ml' && df > 0 ? fitOf(found.discrepancy, df, ground, size, factors) : null,
  }
}

function fitOf(
  discrepancy: number,
  df: number,
  { n }: Pick<InvertedCorrelations, 'n'>,
  size: number,
  factors: number,
): NonNullable<FactorAnalysis['fit']> {
  const chi2 = Math.max(0, (n - 1 - (2 * size + 5) / 6 - (2 * factors) / 3) * discrepancy)
  return { chi2, df, p: chiSquareUpper(chi2, df), logP: chiSquareUpperLog(chi2, df) }
}

function squaresLeft(correlations: Matrix, loadings: Matrix): number {
  const explained = (i: number, j: number): number => sum(loadings[i]!.map((entry, factor) => entry * loadings[j]![factor]!))
  return sum(correlations.flatMap((row, i) => row.slice(0, i).map((r, j) => (r - explained(i, j)) ** 2)))
}
