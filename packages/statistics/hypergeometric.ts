import { logGamma } from './logGamma.ts'
import { largest } from './moments.ts'

/** ln of the number of ways to choose k of n. 0 <= k <= n. */
export function logChoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

/** A 2 x 2 table's first cell given its margins, with odds ratio `odds`: the values it can take and the probability of each (noncentral hypergeometric). */
export type CellDistribution = { readonly lowest: number; readonly probabilities: readonly number[] }

/** From the sums of the first row, the second row and the first column. Probabilities sum to 1. */
export function cellDistribution(firstRow: number, secondRow: number, firstColumn: number, odds = 1): CellDistribution {
  const lowest = Math.max(0, firstColumn - secondRow)
  const highest = Math.min(firstRow, firstColumn)
  const logs = Array.from({ length: highest - lowest + 1 }, (_, at) => {
    const x = lowest + at
    return logChoose(firstRow, x) + logChoose(secondRow, firstColumn - x) + x * Math.log(odds)
  })
  const most = largest(logs)
  const raw = logs.map((log) => Math.exp(log - most))
  const total = raw.reduce((all, one) => all + one, 0)
  return { lowest, probabilities: raw.map((one) => one / total) }
}
