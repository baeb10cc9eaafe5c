import type { Matrix } from './covarianceMatrix.ts'
import { symmetricEigen } from './eigen.ts'

/**
 * Each item's squared multiple correlation with all the others, 0 to 1: 1 - 1 / (R^-1)_ii. Where an item follows from the others R has no inverse
 * and the pseudo-inverse stands in, as R's psych has it: then the value is below the true 1 and `singular` says so.
 */
export function squaredMultipleCorrelations(correlations: Matrix): { readonly values: readonly number[]; readonly singular: boolean } {
  const { values, vectors } = symmetricEigen(correlations)
  const least = Math.sqrt(Number.EPSILON) * Math.max(0, values[0] ?? 0)
  const kept = values.flatMap((value, at) => (Math.abs(value) > least ? [{ value, vector: vectors[at]! }] : []))
  const smc = correlations.map((_, i) => 1 - 1 / kept.reduce((total, { value, vector }) => total + vector[i]! ** 2 / value, 0))
  return { values: smc.map((value) => Math.min(1, Math.max(0, value))), singular: kept.length < values.length }
}
