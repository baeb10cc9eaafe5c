import type { ItemColumn } from './answers.ts'
import { correlationFromCovariance, covarianceMatrix } from './covarianceMatrix.ts'
import { symmetricEigen } from './eigen.ts'
import type { Result } from './evidence.ts'
import { itemCorrelations, type MissingRule } from './itemCorrelations.ts'
import { normalQuantile } from './normal.ts'
import { quantile } from './quantiles.ts'

export type ParallelAnalysis = {
  /** Eigenvalues of the items beside those of as many unrelated normal variables over as many cases. */
  readonly components: readonly { readonly eigenvalue: number; readonly chance: number; readonly kept: boolean }[]
  /** How many components stand out from chance, counted from the first until one does not. */
  readonly suggested: number
  readonly draws: number
  /** The quantile of the chance eigenvalues that had to be passed. */
  readonly quantile: number
}
export type ParallelAnalysisResult = Result<'parallel-analysis-horn-1965', ParallelAnalysis>

/**
 * How many components to keep (Horn 1965): those whose eigenvalue passes the 95 % point of eigenvalues of unrelated normal data of the same size
 * (Glorfeld 1995). `random` gives uniform numbers inside (0, 1) or [0, 1); the same stream gives the same answer, so pass a seeded one and print the seed.
 * Undefined as for `itemCorrelations`.
 */
export function parallelAnalysis(
  items: readonly ItemColumn[],
  random: () => number,
  options: { draws?: number; quantile?: number; missing?: MissingRule } = {},
): ParallelAnalysisResult {
  const method = 'parallel-analysis-horn-1965'
  const { draws = 100, quantile: level = 0.95 } = options
  const ground = itemCorrelations(method, items, options.missing)
  if (ground.kind === 'undefined') return ground
  const { values } = symmetricEigen(ground.correlations)
  const chance = Array.from({ length: draws }, () => chanceEigenvalues(ground.n, items.length, random))
  const bars = values.map((_, at) =>
    quantile(
      chance.map((one) => one[at]!),
      level,
    ),
  )
  const firstBelow = values.findIndex((value, at) => value <= bars[at]!)
  const suggested = firstBelow === -1 ? values.length : firstBelow
  return {
    kind: 'computed',
    method,
    n: ground.n,
    excluded: ground.excluded,
    warnings: ground.warnings,
    components: values.map((eigenvalue, at) => ({ eigenvalue, chance: bars[at]!, kept: at < suggested })),
    suggested,
    draws,
    quantile: level,
  }
}

function chanceEigenvalues(n: number, size: number, random: () => number): readonly number[] {
  const rows = Array.from({ length: n }, () => Array.from({ length: size }, () => normalQuantile(inside(random()))))
  const correlations = correlationFromCovariance(covarianceMatrix(rows)).map((row) => row.map((r) => r ?? 0))
  return symmetricEigen(correlations).values
}

const inside = (uniform: number): number => Math.min(1 - 1e-12, Math.max(1e-12, uniform))
