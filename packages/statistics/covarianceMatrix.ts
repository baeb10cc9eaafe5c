import { columnOf, completeRows, type Series } from './answers.ts'
import { covariance, isConstant, mean, type Values } from './moments.ts'

export type Matrix = readonly (readonly number[])[]

/** Sample covariances (divisor n - 1) of the columns of complete rows: k x k. A constant column gets exact zeros. Needs two rows. */
export function covarianceMatrix(rows: Matrix): number[][] {
  const k = rows[0]?.length ?? 0
  return covarianceOfColumns(Array.from({ length: k }, (_, index) => columnOf(rows, index)))
}

/** The same of complete columns of one length, at least two. */
export function covarianceOfColumns(columns: readonly Values[]): number[][] {
  const deviations = columns.map((column) => {
    const from = new Float64Array(column.length)
    if (isConstant(column)) return from
    const centre = mean(column)
    for (let index = 0; index < from.length; index++) from[index] = column[index]! - centre
    return from
  })
  const covariances = deviations.map((): number[] => [])
  for (const [i, a] of deviations.entries())
    for (let j = 0; j <= i; j++) {
      const value = dot(a, deviations[j]!) / (a.length - 1)
      covariances[i]![j] = value
      covariances[j]![i] = value
    }
  return covariances
}

/** The same, each pair over the cases that have both: uses more answers, but the matrix may be one no set of cases could have. NaN where a pair shares fewer than two. */
export function pairwiseCovarianceMatrix(columns: readonly Series[]): number[][] {
  return columns.map((a) =>
    columns.map((b) => {
      const { rows } = completeRows([a, b])
      return rows.length < 2 ? Number.NaN : covariance(columnOf(rows, 0), columnOf(rows, 1))
    }),
  )
}

/** Correlations from covariances; `null` where a variance is zero. */
export function correlationFromCovariance(covariances: Matrix): (number | null)[][] {
  return covariances.map((row, i) =>
    row.map((value, j) => {
      const scale = Math.sqrt(covariances[i]![i]! * covariances[j]![j]!)
      return scale === 0 ? null : i === j ? 1 : value / scale
    }),
  )
}

/** Sum of products of two lists of one length. */
export function dot(a: Values, b: Values): number {
  let total = 0
  for (let index = 0; index < a.length; index++) total += a[index]! * b[index]!
  return total
}
