export type Eigen = { readonly weights: number[]; readonly lambda: number; readonly converged: boolean }

/**
 * The principal eigenvector (summing to 1) and eigenvalue of a non-negative matrix with a positive diagonal and everything linked, by power
 * iteration from a first guess; such a matrix has exactly one positive eigenvector, and it attracts. `lambda` is the mean of (A w)_i / w_i.
 */
export function eigenOf(matrix: readonly (readonly number[])[], guess: readonly number[]): Eigen {
  let weights = scaled(guess)
  let moved = Number.POSITIVE_INFINITY
  for (let step = 0; step < MOST_STEPS && moved >= 1e-15; step++) {
    const next = scaled(times(matrix, weights))
    moved = next.reduce((sum, value, index) => sum + Math.abs(value - weights[index]!), 0)
    weights = next
  }
  const lambda = times(matrix, weights).reduce((sum, value, index) => sum + value / weights[index]!, 0) / matrix.length
  return { weights, lambda, converged: moved < 1e-12 }
}

function scaled(values: readonly number[]): number[] {
  const whole = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / whole)
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => {
    let sum = 0
    for (let index = 0; index < row.length; index++) sum += row[index]! * vector[index]!
    return sum
  })
}

const MOST_STEPS = 10_000
