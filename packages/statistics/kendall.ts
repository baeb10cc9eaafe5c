import { columnOf, completeRows, type Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { kendallExact } from './exactRankCorrelation.ts'
import { isConstant, sum } from './moments.ts'
import { normalTwoSided } from './normal.ts'
import { tieSizes } from './ranks.ts'

export type Kendall = {
  readonly tauB: number
  readonly z: number
  readonly p: number
  /** Over all orders, for fewer than 50 cases without ties; else `null`. */
  readonly pExact: number | null
}
export type KendallResult = Result<'kendall-tau-b', Kendall>

/**
 * Kendall's tau-b over the cases that have both values; p by the normal approximation with the variance corrected for ties, without
 * continuity correction.
 * Every pair is compared, so 10,000 cases take 50 million steps. Undefined below two cases or for a constant series.
 */
export function kendall(x: Series, y: Series): KendallResult {
  const { rows, excluded } = completeRows([x, y])
  const n = rows.length
  if (n < 2) return notComputed('kendall-tau-b', n === 0 ? 'no-complete-cases' : 'too-few-cases', { n, excluded })
  const [a, b] = [columnOf(rows, 0), columnOf(rows, 1)]
  if (isConstant(a) || isConstant(b))
    return notComputed('kendall-tau-b', 'constant-series', { n, excluded, subjects: [isConstant(a) ? 'x' : 'y'] })
  let concordance = 0
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) concordance += Math.sign((a[i]! - a[j]!) * (b[i]! - b[j]!))
  const [tiesA, tiesB] = [tieSizes(a), tieSizes(b)]
  const pairs = (n * (n - 1)) / 2
  const tied = (sizes: number[]): number => sum(sizes.map((size) => (size * (size - 1)) / 2))
  const z = concordance / Math.sqrt(varianceOfS(n, tiesA, tiesB))
  return {
    kind: 'computed',
    method: 'kendall-tau-b',
    n,
    excluded,
    warnings: [],
    tauB: concordance / Math.sqrt((pairs - tied(tiesA)) * (pairs - tied(tiesB))),
    z,
    p: normalTwoSided(z),
    pExact: n < 50 && tied(tiesA) + tied(tiesB) === 0 ? kendallExact(n, concordance) : null,
  }
}

function varianceOfS(n: number, tiesA: readonly number[], tiesB: readonly number[]): number {
  const over = (sizes: readonly number[], term: (size: number) => number): number => sum(sizes.map(term))
  const main = (size: number): number => size * (size - 1) * (2 * size + 5)
  const pairs = (size: number): number => size * (size - 1)
  const triples = (size: number): number => size * (size - 1) * (size - 2)
  const corrections = (over(tiesA, pairs) * over(tiesB, pairs)) / (2 * n * (n - 1))
  const cubic = n > 2 ? (over(tiesA, triples) * over(tiesB, triples)) / (9 * n * (n - 1) * (n - 2)) : 0
  return (main(n) - over(tiesA, main) - over(tiesB, main)) / 18 + corrections + cubic
}
