import { chiSquareUpper } from './chiSquare.ts'
import { requireCounts } from './counts.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'

export type Bowker = { readonly chi2: number; readonly df: number; readonly p: number }
export type BowkerResult = Result<'bowker-1948', Bowker>

/**
 * Whether a square table of the same cases classified twice is symmetric (Bowker 1948): for two categories it is McNemar's test. df counts all pairs of
 * categories, as R does; a pair nobody moved between adds nothing and is counted in a warning. Undefined when nobody moved at all.
 */
export function bowker(table: readonly (readonly number[])[]): BowkerResult {
  requireCounts(table, { shape: [table.length, table.length] })
  const n = sum(table.flat())
  const pairs = table.flatMap((row, i) => row.slice(0, i).map((count, j) => ({ down: count, up: table[j]![i]! })))
  const moved = pairs.filter(({ down, up }) => down + up > 0)
  if (moved.length === 0) return notComputed('bowker-1948', 'no-differences', { n })
  const chi2 = sum(moved.map(({ down, up }) => (down - up) ** 2 / (down + up)))
  const still = pairs.length - moved.length
  return {
    kind: 'computed',
    method: 'bowker-1948',
    n,
    excluded: {},
    warnings: still > 0 ? [{ code: 'empty-category-dropped', value: still }] : [],
    chi2,
    df: pairs.length,
    p: chiSquareUpper(chi2, pairs.length),
  }
}
