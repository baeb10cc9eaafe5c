import type { Matrix } from './covarianceMatrix.ts'

/**
 * Lower triangle L with L L' = a, for a symmetric matrix of diagonal one (correlations). Undefined when it is not positive definite: a pivot
 * below 1e-10 means that one variable is a combination of others.
 */
export function cholesky(a: Matrix): number[][] | undefined {
  const lower: number[][] = []
  for (let i = 0; i < a.length; i++) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      const above = lower[j] ?? row
      let value = a[i]![j]!
      for (let k = 0; k < j; k++) value -= row[k]! * above[k]!
      if (i === j && value < SMALLEST_PIVOT) return undefined
      row.push(i === j ? Math.sqrt(value) : value / above[j]!)
    }
    lower.push(row)
  }
  return lower
}

/** ln of the determinant of L L'. */
export function logDeterminant(lower: Matrix): number {
  return lower.reduce((total, row, index) => total + 2 * Math.log(row[index]!), 0)
}

/** The inverse of L L', column by column: solve L y = e, then L' x = y. */
export function inverseFromCholesky(lower: Matrix): number[][] {
  const size = lower.length
  return lower.map((_, unit) => {
    const x = new Array<number>(size).fill(0)
    for (let i = 0; i < size; i++) {
      let value = i === unit ? 1 : 0
      for (let k = 0; k < i; k++) value -= lower[i]![k]! * x[k]!
      x[i] = value / lower[i]![i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let value = x[i]!
      for (let k = i + 1; k < size; k++) value -= lower[k]![i]! * x[k]!
      x[i] = value / lower[i]![i]!
    }
    return x
  })
}

const SMALLEST_PIVOT = 1e-10
