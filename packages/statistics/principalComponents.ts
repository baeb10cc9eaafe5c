import type { ItemColumn } from './answers.ts'
import type { Matrix } from './covarianceMatrix.ts'
import { symmetricEigen } from './eigen.ts'
import { notComputed, type Result, type Warning } from './evidence.ts'
import { type ItemCorrelations, itemCorrelations, type MissingRule } from './itemCorrelations.ts'
import { sum } from './moments.ts'
import { type Rotated, varimax } from './varimax.ts'

export type PrincipalComponents = {
  /** Of the correlation matrix, largest first; they sum to the number of items. */
  readonly eigenvalues: readonly number[]
  /** Each eigenvalue's share of the variance, 0 to 100, before rotation. */
  readonly varianceExplained: readonly number[]
  /** Components kept. */
  readonly components: number
  /** Items x components, unrotated: eigenvector times the root of its eigenvalue. A column's sign is arbitrary; its sum is made positive. */
  readonly loadings: Matrix
  /** Share of each item's variance that the kept components hold. */
  readonly communalities: readonly number[]
  /** By varimax with Kaiser's normalisation, columns by falling sum of squares; `null` for one component. */
  readonly rotated: Rotated | null
}
export type PrincipalComponentsResult = Result<'principal-components-of-correlations', PrincipalComponents>

/**
 * Principal components of the items' correlation matrix (Hotelling 1933). Keeps `components`, or by default as many as have an eigenvalue above 1
 * (Kaiser 1960, a rule that tends to keep too many: see `parallelAnalysis`). Works on singular matrices. Undefined for fewer than two items,
 * too few cases, an item that never varies, or more components than items.
 */
export function principalComponents(
  items: readonly ItemColumn[],
  options: { components?: number; missing?: MissingRule } = {},
): PrincipalComponentsResult {
  const method = 'principal-components-of-correlations'
  const ground = itemCorrelations(method, items, options.missing)
  return ground.kind === 'undefined' ? ground : componentsFrom(ground, options)
}

/** The same from correlations gathered elsewhere. */
export function componentsFrom(ground: ItemCorrelations, options: { components?: number } = {}): PrincipalComponentsResult {
  const method = 'principal-components-of-correlations'
  const { correlations, n, excluded } = ground
  const size = correlations.length
  const { values, vectors } = symmetricEigen(correlations)
  const components = options.components ?? Math.max(1, values.filter((value) => value > 1).length)
  if (!(components >= 1 && components <= size)) return notComputed(method, 'too-many-factors', { n, excluded })
  const negative = values.filter((value) => value < -1e-10)
  const warnings: Warning[] = [
    ...ground.warnings,
    ...(negative.length > 0 ? [{ code: 'negative-eigenvalue' as const, value: negative[0]! }] : []),
  ]
  const loadings = loadingsOf(values, vectors, components)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings,
    eigenvalues: values,
    varianceExplained: values.map((value) => (100 * value) / size),
    components,
    loadings,
    communalities: loadings.map((row) => sum(row.map((loading) => loading * loading))),
    rotated: components > 1 ? varimax(loadings) : null,
  }
}

/** Items x components: eigenvector times the root of its eigenvalue, each column's sum positive. */
export function loadingsOf(values: readonly number[], vectors: Matrix, components: number): number[][] {
  const columns = vectors.slice(0, components).map((vector, at) => {
    const scale = Math.sqrt(Math.max(0, values[at]!)) * (sum(vector) < 0 ? -1 : 1)
    return vector.map((entry) => entry * scale)
  })
  return (vectors[0] ?? []).map((_, item) => columns.map((column) => column[item]!))
}
