import { adjustP, type PAdjustment } from './adjustP.ts'
import { columnOf, completeRows, type Series } from './answers.ts'
import { pearson, spearman } from './correlation.ts'
import type { Excluded } from './evidence.ts'
import { kendall } from './kendall.ts'

export type NamedSeries = { readonly id: string; readonly values: Series }
export type CorrelationCell = {
  readonly row: string
  readonly column: string
  readonly n: number
  /** `null` when a series is constant or fewer than two cases have both values. */
  readonly r: number | null
  readonly p: number | null
  /** p after the adjustment for the number of pairs; equal to p without one. */
  readonly adjustedP: number | null
}
export type CorrelationMatrix = {
  /** One cell for each unordered pair, in the order of the series. */
  readonly cells: readonly CorrelationCell[]
  /** Coefficients as a square, 1 on the diagonal. */
  readonly square: readonly (readonly (number | null)[])[]
  /** The smallest number of cases behind a cell. */
  readonly n: number
  readonly excluded: Excluded
  readonly method: 'pearson' | 'spearman' | 'kendall'
  readonly warnings: readonly { readonly code: 'constant'; readonly subjects: readonly string[] }[]
}

/** Correlations of all pairs. `missing`: `pairwise` uses all cases that have both values, `listwise` only those that have every one. */
export function correlationMatrix(
  series: readonly NamedSeries[],
  options: { method?: CorrelationMatrix['method']; missing?: 'pairwise' | 'listwise'; adjust?: PAdjustment } = {},
): CorrelationMatrix {
  const method = options.method ?? 'pearson'
  const complete = completeRows(series.map((one) => one.values))
  const listwise = options.missing === 'listwise'
  const used = listwise ? series.map((one, index) => ({ id: one.id, values: columnOf(complete.rows, index) })) : series
  const raw = used.flatMap((row, i) => used.slice(i + 1).map((column) => cellOf(method, row, column)))
  const adjusted = adjustP(
    raw.map((cell) => cell.p),
    options.adjust ?? 'none',
  )
  const cells = raw.map((cell, index) => ({ ...cell, adjustedP: adjusted[index] ?? null }))
  const found = (a: string, b: string): number | null =>
    cells.find((cell) => (cell.row === a && cell.column === b) || (cell.row === b && cell.column === a))?.r ?? null
  const constant = used.filter((one) => new Set(one.values.filter((value) => value !== null)).size < 2).map((one) => one.id)
  return {
    cells,
    square: used.map((row) =>
      used.map((column) => (row.id !== column.id ? found(row.id, column.id) : constant.includes(row.id) ? null : 1)),
    ),
    n: cells.reduce((least, cell) => Math.min(least, cell.n), complete.rows.length + (complete.excluded.incomplete ?? 0)),
    excluded: listwise ? complete.excluded : {},
    method,
    warnings: constant.length > 0 ? [{ code: 'constant', subjects: constant }] : [],
  }
}

function cellOf(method: CorrelationMatrix['method'], row: NamedSeries, column: NamedSeries): Omit<CorrelationCell, 'adjustedP'> {
  const pair = { row: row.id, column: column.id }
  if (method === 'kendall') {
    const result = kendall(row.values, column.values)
    return result.kind === 'undefined' ? { ...pair, n: result.n, r: null, p: null } : { ...pair, n: result.n, r: result.tauB, p: result.p }
  }
  const result = (method === 'pearson' ? pearson : spearman)(row.values, column.values)
  return result.kind === 'undefined' ? { ...pair, n: result.n, r: null, p: null } : { ...pair, n: result.n, r: result.r, p: result.p }
}
