import type { Matrix } from './covarianceMatrix.ts'
import { sum } from './moments.ts'

export type Oblique = {
  /** Items x factors: the pattern, columns by falling sum of squares, each column's sum positive. */
  readonly loadings: Matrix
  /** Correlations between the factors in the same order. */
  readonly factorCorrelations: Matrix
  readonly converged: boolean
}

/**
 * Direct oblimin with gamma 0 (quartimin; Carroll 1953, Jennrich & Sampson 1966): lets the factors correlate and makes each item load on few, by
 * gradient projection (Jennrich 2002). With `normalise` (Kaiser, the default as in SPSS) every item weighs alike; R's psych
 * leaves items the weight of their communality. Communalities under the pattern and the factor correlations are those before rotation.
 */
export function oblimin(loadings: Matrix, options: { normalise?: boolean } = {}): Oblique {
  const scales = loadings.map((row) => (options.normalise !== false ? Math.sqrt(sum(row.map((entry) => entry * entry))) || 1 : 1))
  const base = loadings.map((row, item) => row.map((entry) => entry / scales[item]!))
  let turn: Matrix = identity(base[0]?.length ?? 0)
  let pattern = patternOf(base, turn)
  let step = 1
  let converged = false
  for (let round = 0; round < MOST_ROUNDS && !converged; round++) {
    const projected = projectedGradient(pattern, turn)
    const size = Math.sqrt(sum(projected.flat().map((entry) => entry * entry)))
    converged = size < SMALLEST_GRADIENT
    if (converged) break
    const before = complexity(pattern)
    const better = downhill(
      (by) => {
        const moved = unitColumns(turn.map((row, i) => row.map((entry, j) => entry - by * projected[i]![j]!)))
        return { turn: moved, pattern: patternOf(base, moved) }
      },
      { before, size, step: 2 * step },
    )
    // no step of any length helps: the rest is rounding
    if (!better) {
      converged = size < ROUNDING
      break
    }
    ;({ turn, pattern, step } = better)
  }
  const unscaled = pattern.map((row, item) => row.map((entry) => entry * scales[item]!))
  return { ...ordered(unscaled, multiply(transpose(turn), turn)), converged }
}

type Place = { readonly turn: Matrix; readonly pattern: number[][] }

/** The longest step, halved until it lowers the complexity enough; `undefined` when none does. */
function downhill(
  at: (step: number) => Place,
  { before, size, step }: { before: number; size: number; step: number },
): (Place & { readonly step: number }) | undefined {
  for (let by = step; by > step * 1e-9; by /= 2) {
    const found = at(by)
    if (before - complexity(found.pattern) > 0.5 * size * size * by) return { ...found, step: by }
  }
  return undefined
}

/** Sum over items and pairs of columns of the product of squared loadings, halved twice as Jennrich has it. */
function complexity(pattern: Matrix): number {
  return sum(pattern.flatMap((row) => row.map((entry, j) => entry * entry * othersSquared(row, j)))) / 4
}

/** The gradient in the turning matrix, less what would only change the length of its columns. */
function projectedGradient(pattern: Matrix, turn: Matrix): number[][] {
  const slope = pattern.map((row) => row.map((entry, j) => entry * othersSquared(row, j)))
  const gradient = transpose(multiply(multiply(transpose(pattern), slope), inverseOf(turn))).map((row) => row.map((entry) => -entry))
  const along = (turn[0] ?? []).map((_, j) => sum(turn.map((row, i) => row[j]! * gradient[i]![j]!)))
  return gradient.map((row, i) => row.map((entry, j) => entry - turn[i]![j]! * along[j]!))
}

function ordered(pattern: Matrix, correlations: Matrix): { loadings: Matrix; factorCorrelations: Matrix } {
  const columns = transpose(pattern)
  const order = columns.map((_, j) => j).sort((a, b) => squares(columns[b]!) - squares(columns[a]!))
  const sign = columns.map((column) => (sum(column) < 0 ? -1 : 1))
  return {
    loadings: pattern.map((row) => order.map((j) => row[j]! * sign[j]!)),
    factorCorrelations: order.map((i) => order.map((j) => (i === j ? 1 : correlations[i]![j]! * sign[i]! * sign[j]!))),
  }
}

/** A T'^-1. */
const patternOf = (base: Matrix, turn: Matrix): number[][] => multiply(base, transpose(inverseOf(turn)))
const othersSquared = (row: readonly number[], j: number): number => sum(row.map((entry, k) => (k === j ? 0 : entry * entry)))
const squares = (column: readonly number[]): number => sum(column.map((entry) => entry * entry))
const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))
const transpose = (matrix: Matrix): number[][] => (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!))
const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => transpose(b).map((column) => sum(row.map((entry, k) => entry * column[k]!))))

function unitColumns(matrix: Matrix): number[][] {
  const lengths = transpose(matrix).map((column) => Math.sqrt(squares(column)))
  return matrix.map((row) => row.map((entry, j) => entry / lengths[j]!))
}

/** By Gauss-Jordan with pivoting; the turning matrix has unit columns and stays regular. */
function inverseOf(matrix: Matrix): number[][] {
  const size = matrix.length
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    const best = work.reduce((at, row, i) => (i >= column && Math.abs(row[column]!) > Math.abs(work[at]![column]!) ? i : at), column)
    ;[work[column], work[best]] = [work[best]!, work[column]!]
    const pivot = work[column]!
    const scale = pivot[column]!
    for (let j = 0; j < 2 * size; j++) pivot[j] = pivot[j]! / scale
    for (let i = 0; i < size; i++) {
      const factor = work[i]![column]!
      if (i === column || factor === 0) continue
      for (let j = 0; j < 2 * size; j++) work[i]![j] = work[i]![j]! - factor * pivot[j]!
    }
  }
  return work.map((row) => row.slice(size))
}

const SMALLEST_GRADIENT = 1e-9
const ROUNDING = 1e-5
const MOST_ROUNDS = 5000
