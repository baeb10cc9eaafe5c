import { boundedMinimum, type Objective } from './boundedMinimum.ts'
import { cholesky, inverseFromCholesky } from './cholesky.ts'
import type { Matrix } from './covarianceMatrix.ts'
import { symmetricEigen } from './eigen.ts'
import { sum } from './moments.ts'
import { loadingsOf } from './principalComponents.ts'

export type FactorMethod = 'minres' | 'ml' | 'pa'
export type Extraction = {
  /** Items x factors, unrotated. */
  readonly loadings: Matrix
  /** Share of each item's variance that is its own, 0.005 to 1. */
  readonly uniquenesses: readonly number[]
  /** What was minimised: half the squared residual correlations (minres), or the ML discrepancy; for principal axes half the squared residuals. */
  readonly discrepancy: number
  readonly converged: boolean
}

/**
 * Common factors of a correlation matrix. `minres`: least squared residual correlations (Harman & Jones 1966); `ml`: maximum likelihood under
 * normality (Joreskog 1967), which needs a matrix that is not singular; `pa`: principal axes iterated to rest. Uniquenesses are held at or above
 * 0.005, as R does. Undefined where `ml` meets a singular matrix.
 */
export function extractFactors(correlations: Matrix, factors: number, method: FactorMethod): Extraction | undefined {
  const start = startingUniquenesses(correlations, factors)
  if (method === 'pa') return principalAxes(correlations, factors)
  if (method === 'ml' && cholesky(correlations) === undefined) return undefined
  const objective = method === 'ml' ? likelihoodDiscrepancy(correlations, factors) : squaredResiduals(correlations, factors)
  const found = boundedMinimum(objective, start, LEAST_UNIQUENESS, 1)
  const loadings = method === 'ml' ? scaledLoadings(correlations, found.x, factors) : reducedLoadings(correlations, found.x, factors)
  return { loadings, uniquenesses: found.x, discrepancy: found.value, converged: found.converged }
}

/** Half of (1 - m/2p) over the diagonal of the inverse (Joreskog 1963); one half where there is no inverse. */
function startingUniquenesses(correlations: Matrix, factors: number): number[] {
  const lower = cholesky(correlations)
  if (!lower) return correlations.map(() => 0.5)
  const inverse = inverseFromCholesky(lower)
  return correlations.map((_, i) => (1 - (0.5 * factors) / correlations.length) / inverse[i]![i]!)
}

/** Half the squares of what the factors leave of R - U: the sum over the smaller eigenvalues, with its gradient in U. */
function squaredResiduals(correlations: Matrix, factors: number): Objective {
  return (uniquenesses) => {
    const { values, vectors } = symmetricEigen(reduced(correlations, uniquenesses))
    const left = values.map((value, at) => (at < factors ? Math.min(0, value) : value))
    return {
      value: 0.5 * sum(left.map((value) => value * value)),
      gradient: uniquenesses.map((_, i) => -sum(left.map((value, at) => value * vectors[at]![i]! ** 2))),
    }
  }
}

/** sum of (value - ln value - 1) over the smaller eigenvalues of U^-1/2 R U^-1/2, with its gradient in U. */
function likelihoodDiscrepancy(correlations: Matrix, factors: number): Objective {
  return (uniquenesses) => {
    const { values, vectors } = symmetricEigen(standardisedBy(correlations, uniquenesses))
    const left = values.map((value, at) => (at < factors && value > 1 ? undefined : Math.max(value, 1e-12)))
    return {
      value: sum(left.map((value) => (value === undefined ? 0 : value - Math.log(value) - 1))),
      gradient: uniquenesses.map((u, i) =>
        sum(left.map((value, at) => (value === undefined ? 0 : ((1 - value) * vectors[at]![i]! ** 2) / u))),
      ),
    }
  }
}

function scaledLoadings(correlations: Matrix, uniquenesses: readonly number[], factors: number): number[][] {
  const { values, vectors } = symmetricEigen(standardisedBy(correlations, uniquenesses))
  const loadings = loadingsOf(
    values.map((value) => value - 1),
    vectors,
    factors,
  )
  return loadings.map((row, i) => row.map((entry) => entry * Math.sqrt(uniquenesses[i]!)))
}

function reducedLoadings(correlations: Matrix, uniquenesses: readonly number[], factors: number): number[][] {
  const { values, vectors } = symmetricEigen(reduced(correlations, uniquenesses))
  return loadingsOf(values, vectors, factors)
}

/** Communalities put on the diagonal, factors taken, communalities read off again, until they rest. */
function principalAxes(correlations: Matrix, factors: number): Extraction {
  let uniquenesses: number[] = startingUniquenesses(correlations, 0).map((value) => Math.min(1, value))
  for (let step = 0; step < MOST_AXIS_STEPS; step++) {
    const loadings = reducedLoadings(correlations, uniquenesses, factors)
    const next = loadings.map((row) => Math.max(LEAST_UNIQUENESS, 1 - sum(row.map((entry) => entry * entry))))
    const moved = Math.max(...next.map((value, i) => Math.abs(value - uniquenesses[i]!)))
    uniquenesses = next
    if (moved < 1e-9) return axesAt(correlations, uniquenesses, factors, true)
  }
  return axesAt(correlations, uniquenesses, factors, false)
}

function axesAt(correlations: Matrix, uniquenesses: readonly number[], factors: number, converged: boolean): Extraction {
  const loadings = reducedLoadings(correlations, uniquenesses, factors)
  return { loadings, uniquenesses, discrepancy: squaredResiduals(correlations, factors)(uniquenesses).value, converged }
}

const reduced = (correlations: Matrix, uniquenesses: readonly number[]): number[][] =>
  correlations.map((row, i) => row.map((r, j) => (i === j ? r - uniquenesses[i]! : r)))
const standardisedBy = (correlations: Matrix, uniquenesses: readonly number[]): number[][] =>
  correlations.map((row, i) => row.map((r, j) => r / Math.sqrt(uniquenesses[i]! * uniquenesses[j]!)))

/** Below this an item has next to nothing of its own (a Heywood case). */
export const LEAST_UNIQUENESS = 0.005
const MOST_AXIS_STEPS = 20_000
