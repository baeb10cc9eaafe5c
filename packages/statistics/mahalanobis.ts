import { completeRows, type ItemColumn } from './answers.ts'
import { chiSquareUpper } from './chiSquare.ts'
import { cholesky } from './cholesky.ts'
import { correlationFromCovariance, covarianceMatrix } from './covarianceMatrix.ts'
import { notComputed, type Result } from './evidence.ts'
import { mean } from './moments.ts'

export type Mahalanobis = {
  /** One a sheet: squared distance from the centre in the metric of the covariances; `null` for a sheet with a gap. */
  readonly distances: readonly (number | null)[]
  /** P(chi-square > distance) with as many degrees of freedom as items, where answers were normal: below 0.001 a sheet is far out. */
  readonly p: readonly (number | null)[]
}
export type MahalanobisResult = Result<'mahalanobis-1936', Mahalanobis>

/** How far each sheet lies from the others over all items together. Undefined as for `samplingAdequacy`: constant items, one that follows from others. */
export function mahalanobis(items: readonly ItemColumn[]): MahalanobisResult {
  const method = 'mahalanobis-1936'
  const { rows, excluded } = completeRows(items.map((item) => item.answers))
  const n = rows.length
  if (n < 2) return notComputed(method, n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const covariances = covarianceMatrix(rows)
  const constant = items.filter((_, i) => covariances[i]![i]! === 0).map((item) => item.id)
  if (constant.length > 0) return notComputed(method, 'zero-variance-item', { n, excluded, subjects: constant })
  const lower = cholesky(correlationFromCovariance(covariances).map((row) => row.map((r) => r ?? 0)))
  if (!lower) return notComputed(method, 'singular-correlation', { n, excluded })
  const centres = items.map((_, j) => mean(rows.map((row) => row[j]!)))
  const deviations = covariances.map((row, i) => Math.sqrt(row[i]!))
  const distances = Array.from({ length: items[0]?.answers.length ?? 0 }, (_, at) => {
    const answers = items.map((item) => item.answers[at] ?? null)
    if (answers.includes(null)) return null
    const solved: number[] = []
    for (const [i, answer] of answers.entries()) {
      const scaled = ((answer ?? 0) - centres[i]!) / deviations[i]!
      solved.push((scaled - solved.reduce((total, value, k) => total + lower[i]![k]! * value, 0)) / lower[i]![i]!)
    }
    return solved.reduce((total, value) => total + value * value, 0)
  })
  const p = distances.map((distance) => (distance === null ? null : chiSquareUpper(distance, items.length)))
  return { kind: 'computed', method, n, excluded, warnings: [], distances, p }
}
