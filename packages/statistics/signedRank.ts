import { columnOf, completeRows, type Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'
import { normalTwoSided } from './normal.ts'
import { midranks, tieSizes } from './ranks.ts'

export type SignedRank = {
  /** Cases whose two values differ: the others say nothing about direction and are left out (Wilcoxon 1945). */
  readonly nNonZero: number
  /** Sums of the ranks of the positive and of the negative differences. */
  readonly wPlus: number
  readonly wMinus: number
  readonly z: number
  /** Normal approximation with the variance corrected for ties, without and with continuity correction. */
  readonly p: number
  readonly pCorrected: number
  /** Exact over all signs, ties included; `null` above 200 differing cases, where the approximation is as good. */
  readonly pExact: number | null
  /** (W+ - W-) / (W+ + W-): -1 to 1 (Kerby 2014). */
  readonly matchedRankBiserial: number
}
export type SignedRankResult = Result<'wilcoxon-signed-rank-1945', SignedRank>

/**
 * Wilcoxon's signed ranks of the same cases measured twice, first minus second. Differences are compared to 12 digits, so that 10.9 - 10.6 and
 * 1.3 - 1.0 tie as they do on paper; `digits: null` compares the doubles as they come, as R does unless `digits.rank` is set. Undefined without a
 * case that differs.
 */
export function signedRank(first: Series, second: Series, options: { digits?: number | null } = {}): SignedRankResult {
  const { digits = 12 } = options
  const { rows, excluded } = completeRows([first, second])
  const [x, y] = [columnOf(rows, 0), columnOf(rows, 1)]
  const differences = x.map((value, at) => difference(value, y[at]!, digits)).filter((value) => value !== 0)
  const m = differences.length
  if (m === 0)
    return notComputed('wilcoxon-signed-rank-1945', rows.length === 0 ? 'no-complete-cases' : 'no-differences', {
      n: rows.length,
      excluded,
    })
  const sizes = differences.map(Math.abs)
  const ranks = midranks(sizes)
  const wPlus = sum(ranks.filter((_, at) => differences[at]! > 0))
  const total = (m * (m + 1)) / 2
  const sd = Math.sqrt((m * (m + 1) * (2 * m + 1)) / 24 - sum(tieSizes(sizes).map((size) => size ** 3 - size)) / 48)
  const off = wPlus - total / 2
  return {
    kind: 'computed',
    method: 'wilcoxon-signed-rank-1945',
    n: rows.length,
    excluded,
    warnings: [],
    nNonZero: m,
    wPlus,
    wMinus: total - wPlus,
    z: off / sd,
    p: normalTwoSided(off / sd),
    pCorrected: normalTwoSided((Math.sign(off) * Math.max(0, Math.abs(off) - 0.5)) / sd),
    pExact: m <= MOST_EXACT ? exactP(ranks, wPlus) : null,
    matchedRankBiserial: (2 * wPlus - total) / total,
  }
}

/** x - y to so many digits of the larger of the two; `null` for all of them. */
function difference(x: number, y: number, digits: number | null): number {
  const raw = x - y
  if (digits === null || raw === 0) return raw
  const places = digits - 1 - Math.floor(Math.log10(Math.max(Math.abs(x), Math.abs(y))))
  const scale = 10 ** places
  return Number.isFinite(scale) && scale > 0 ? Math.round(raw * scale) / scale : raw
}

/** Doubled ranks are whole numbers: every sign equally likely, the distribution of W+ follows by adding one rank after another. */
function exactP(ranks: readonly number[], wPlus: number): number {
  const doubled = ranks.map((rank) => Math.round(2 * rank))
  let ways = Float64Array.of(1)
  for (const rank of doubled) {
    const next = new Float64Array(ways.length + rank)
    ways.forEach((share, at) => {
      next[at]! += share / 2
      next[at + rank]! += share / 2
    })
    ways = next
  }
  const place = Math.round(2 * wPlus)
  const below = ways.slice(0, place + 1).reduce((total, share) => total + share, 0)
  const above = ways.slice(place).reduce((total, share) => total + share, 0)
  return Math.min(1, 2 * Math.min(below, above))
}

const MOST_EXACT = 200
