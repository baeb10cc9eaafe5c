import { completeRows, type ItemColumn, presentValues, type Series } from './answers.ts'
import { cholesky, inverseFromCholesky, logDeterminant } from './cholesky.ts'
import { correlationFromCovariance, covarianceMatrix, type Matrix, pairwiseCovarianceMatrix } from './covarianceMatrix.ts'
import { type Excluded, leftOut, type NotComputed, notComputed, type Warning } from './evidence.ts'

export type MissingRule = 'listwise' | 'pairwise'
/** Correlations between items and what they rest on: the common ground of KMO, Bartlett, components and factors. */
export type ItemCorrelations = {
  readonly kind: 'ground'
  readonly correlations: Matrix
  readonly covariances: Matrix
  readonly n: number
  readonly excluded: Excluded
  readonly warnings: readonly Warning[]
}
export type InvertedCorrelations = ItemCorrelations & { readonly inverse: Matrix; readonly logDet: number }

/**
 * Correlations of the items over complete cases (`listwise`), or each pair over the cases that have both (`pairwise`; n then counts the cases
 * with any answer). Turning an item changes signs only, so items are taken as they are. Undefined for fewer than two items, no or one usable
 * case, a pair without two common cases, or an item that never varies.
 */
export function itemCorrelations<M extends string>(
  method: M,
  items: readonly ItemColumn[],
  missing: MissingRule = 'listwise',
): ItemCorrelations | NotComputed<M> {
  const columns = items.map((item) => item.answers)
  const { rows, excluded, n } = missing === 'pairwise' ? { rows: [], ...anyAnswer(columns) } : listwise(columns)
  if (items.length < 2) return notComputed(method, 'too-few-items', { n, excluded })
  const empty = items.filter((item) => presentValues(item.answers).length === 0).map((item) => item.id)
  if (n === 0 || empty.length > 0) return notComputed(method, 'no-complete-cases', { n, excluded, subjects: empty })
  if (n === 1) return notComputed(method, 'too-few-cases', { n, excluded })
  const covariances = missing === 'pairwise' ? pairwiseCovarianceMatrix(columns) : covarianceMatrix(rows)
  if (covariances.flat().some(Number.isNaN)) return notComputed(method, 'too-few-cases', { n, excluded })
  const ids = items.map((item) => item.id)
  const ground = correlationsFrom(method, { ids, covariances, n, excluded })
  if (ground.kind === 'undefined' || missing === 'listwise') return ground
  const correlations = pairwiseCorrelations(columns)
  if (correlations === undefined) return notComputed(method, 'constant-series', { n, excluded })
  return { ...ground, correlations, warnings: [{ code: 'pairwise-covariances' }] }
}

/** The same from covariances gathered elsewhere, over n complete cases. Undefined for an item that never varies. */
export function correlationsFrom<M extends string>(
  method: M,
  { ids, covariances, n, excluded }: { ids: readonly string[]; covariances: Matrix; n: number; excluded: Excluded },
): ItemCorrelations | NotComputed<M> {
  const constant = ids.filter((_, index) => covariances[index]![index]! === 0)
  if (constant.length > 0) return notComputed(method, 'zero-variance-item', { n, excluded, subjects: constant })
  return { kind: 'ground', correlations: plain(covariances), covariances, n, excluded, warnings: [] }
}

/** The same with the inverse; undefined also when one item follows from the others, or cases are fewer than items. */
export function invertedCorrelations<M extends string>(
  method: M,
  items: readonly ItemColumn[],
  missing: MissingRule = 'listwise',
): InvertedCorrelations | NotComputed<M> {
  const ground = itemCorrelations(method, items, missing)
  return ground.kind === 'undefined' ? ground : inverted(method, ground)
}

/** Adds the inverse; undefined when one item follows from the others. */
export function inverted<M extends string>(method: M, ground: ItemCorrelations): InvertedCorrelations | NotComputed<M> {
  const lower = cholesky(ground.correlations)
  if (!lower) return notComputed(method, 'singular-correlation', { n: ground.n, excluded: ground.excluded })
  return { ...ground, inverse: inverseFromCholesky(lower), logDet: logDeterminant(lower) }
}

function listwise(columns: readonly Series[]): { rows: number[][]; excluded: Excluded; n: number } {
  const { rows, excluded } = completeRows(columns)
  return { rows, excluded, n: rows.length }
}

function anyAnswer(columns: readonly Series[]): { excluded: Excluded; n: number } {
  const cases = columns[0]?.length ?? 0
  const n = Array.from({ length: cases }, (_, index) => columns.some((column) => column[index] !== null)).filter(Boolean).length
  return { excluded: leftOut({ missing: cases - n }), n }
}

/** Each r from the covariance and both variances over the same cases, as R's `use = "pairwise"` has it; `undefined` when one cannot be had. */
function pairwiseCorrelations(columns: readonly Series[]): Matrix | undefined {
  const square = columns.map((a, i) =>
    columns.map((b, j) => {
      if (i === j) return 1
      const [[varianceA, shared], [, varianceB]] = pairOf(a, b)
      return varianceA > 0 && varianceB > 0 ? shared / Math.sqrt(varianceA * varianceB) : Number.NaN
    }),
  )
  return square.flat().some(Number.isNaN) ? undefined : square
}

function pairOf(a: Series, b: Series): [[number, number], [number, number]] {
  const [[aa = 0, ab = 0] = [], [ba = 0, bb = 0] = []] = covarianceMatrix(completeRows([a, b]).rows)
  return [
    [aa, ab],
    [ba, bb],
  ]
}

const plain = (covariances: Matrix): Matrix => correlationFromCovariance(covariances).map((row) => row.map((r) => r ?? 0))
