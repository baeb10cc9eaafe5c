import { faultOf, type MatrixFault, type PairwiseMatrix } from './comparison.ts'
import { eigenOf } from './eigen.ts'
import type { DecisionWarning, Evidence } from './evidence.ts'
import { consistencyRatio, type RandomIndexTable, randomIndex } from './randomIndex.ts'

export type AhpOptions = { readonly table?: RandomIndexTable; readonly threshold?: number }
export type AhpWeights = {
  readonly kind: 'computed'
  /** Principal eigenvector, summing to 1. */
  readonly weights: readonly number[]
  readonly lambdaMax: number
  /** (lambda max - n) / (n - 1), never below 0. */
  readonly consistencyIndex: number
  readonly randomIndex: { readonly table: RandomIndexTable; readonly value: number | null }
  /** CI / RI; `null` above fifteen criteria, where the tables end. */
  readonly consistencyRatio: number | null
  /** Ratio at most the threshold (0.1 by convention); `null` without a ratio. */
  readonly consistent: boolean | null
  readonly threshold: number
  /** Row geometric means (logarithmic least squares), the other common method, for comparison. */
  readonly geometric: { readonly weights: readonly number[]; readonly lambda: number; readonly consistencyIndex: number }
  /** Mean of the normalised columns, the method of many textbooks and workbooks, for comparison with them. */
  readonly columnMean: { readonly weights: readonly number[]; readonly lambda: number }
} & Evidence<'ahp-principal-eigenvector'>
export type AhpUndefined = { readonly kind: 'undefined'; readonly fault: MatrixFault } & Evidence<'ahp-principal-eigenvector'>
export type AhpResult = AhpWeights | AhpUndefined

/**
 * Weights from pairwise comparisons (Saaty 1977, 1980): the principal eigenvector by power iteration, its eigenvalue and the consistency ratio
 * with the random-index table named. Undefined, with the cell at fault, when the matrix is not square, positive and reciprocal.
 */
export function ahp(matrix: PairwiseMatrix, options: AhpOptions = {}): AhpResult {
  const { table = 'saaty1980', threshold = 0.1 } = options
  const n = matrix.length
  const evidence = { n, excluded: [], method: 'ahp-principal-eigenvector' } as const
  const fault = faultOf(matrix)
  if (fault) return { kind: 'undefined', fault, ...evidence, warnings: [] }
  const geometric = geometricMeanWeights(matrix)
  const columns = columnMeanWeights(matrix)
  const { weights, lambda: lambdaMax, converged } = eigenOf(matrix, geometric)
  const consistencyIndex = n > 1 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0
  const ratio = consistencyRatio(consistencyIndex, n, table)
  const inconsistent = ratio !== null && ratio > threshold
  return {
    kind: 'computed',
    ...evidence,
    warnings: [
      ...(ratio === null ? [NO_RANDOM_INDEX] : []),
      ...(inconsistent ? [{ code: 'inconsistent-judgements' as const, value: ratio }] : []),
      ...(converged ? [] : [NOT_CONVERGED]),
    ],
    weights,
    lambdaMax,
    consistencyIndex,
    randomIndex: { table, value: randomIndex(n, table) },
    consistencyRatio: ratio,
    consistent: ratio === null ? null : !inconsistent,
    threshold,
    geometric: { weights: geometric, lambda: lambdaOf(matrix, geometric), consistencyIndex: geometricConsistency(matrix, geometric) },
    columnMean: { weights: columns, lambda: lambdaOf(matrix, columns) },
  }
}

/** Normalised geometric means of the rows. */
export function geometricMeanWeights(matrix: PairwiseMatrix): number[] {
  return normalised(matrix.map((row) => Math.exp(total(row.map(Math.log)) / row.length)))
}

/** Scales positive numbers to sum to 1. */
export function normalised(values: readonly number[]): number[] {
  const whole = total(values)
  return values.map((value) => value / whole)
}

/** Each column scaled to sum to 1, then the mean of every row. */
function columnMeanWeights(matrix: PairwiseMatrix): number[] {
  const sums = matrix.map((_, column) => total(matrix.map((row) => row[column]!)))
  return matrix.map((row) => total(row.map((value, column) => value / sums[column]!)) / matrix.length)
}

/** Mean of (A w)_i / w_i: the eigenvalue when w is the eigenvector. */
function lambdaOf(matrix: PairwiseMatrix, weights: readonly number[]): number {
  return total(times(matrix, weights).map((value, index) => value / weights[index]!)) / matrix.length
}

/** Geometric consistency index (Aguaron & Moreno-Jimenez 2003): mean squared log error, divisor (n - 1)(n - 2) / 2; 0 up to two. */
function geometricConsistency(matrix: PairwiseMatrix, weights: readonly number[]): number {
  const n = matrix.length
  if (n < 3) return 0
  const errors = matrix.flatMap((row, i) => row.slice(0, i).map((value, j) => Math.log((value * weights[j]!) / weights[i]!) ** 2))
  return (2 * total(errors)) / ((n - 1) * (n - 2))
}

const times = (matrix: PairwiseMatrix, vector: readonly number[]): number[] =>
  matrix.map((row) => total(row.map((value, index) => value * vector[index]!)))
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const NO_RANDOM_INDEX: DecisionWarning = { code: 'no-random-index' }
const NOT_CONVERGED: DecisionWarning = { code: 'not-converged' }
