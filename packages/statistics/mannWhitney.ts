import { groupsWith } from './anova.ts'
import type { Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { exactRankSum } from './exactRankSum.ts'
import { isConstant, sum } from './moments.ts'
import { normalTwoSided } from './normal.ts'
import { midranks, tieSizes } from './ranks.ts'

export type MannWhitney = {
  readonly groups: readonly [RankedGroup, RankedGroup]
  /** Pairs in which the first group's value is larger, ties counted half; and the other way round. SPSS prints the smaller of the two. */
  readonly u1: number
  readonly u2: number
  readonly z: number
  /** Two-sided by the normal approximation, variance corrected for ties: without and with continuity correction (R's default). */
  readonly p: number
  readonly pCorrected: number
  /** Two-sided over all ways to divide the same values, ties included; `null` where the groups are too large for it. */
  readonly pExact: number | null
  readonly tied: boolean
  /** (U1 - U2) / (n1 n2): -1 to 1. */
  readonly rankBiserial: number
  /** |z| / sqrt(n). */
  readonly r: number
  /** Chance that one of the first group is above one of the second, ties counted half. */
  readonly commonLanguage: number
}
export type RankedGroup = { readonly name: string; readonly n: number; readonly rankSum: number }
export type MannWhitneyResult = Result<'mann-whitney-1947', MannWhitney>

/**
 * Comparison of two groups by ranks (Mann & Whitney 1947, Wilcoxon 1945). Undefined unless exactly two groups have a value, or when all values are
 * equal.
 */
export function mannWhitney(series: Series, membership: readonly (string | number | null)[]): MannWhitneyResult {
  const method = 'mann-whitney-1947'
  const { groups, excluded, warnings, n } = groupsWith(1, series, membership)
  const [first, second] = groups
  if (!first || !second || groups.length > 2)
    return notComputed(method, 'too-few-groups', { n, excluded, warnings, subjects: groups.map((group) => group.name) })
  const all = [...first.values, ...second.values]
  if (isConstant(all)) return notComputed(method, 'constant-series', { n, excluded, warnings })
  const [n1, n2] = [first.values.length, second.values.length]
  const ranks = midranks(all)
  const sum1 = sum(ranks.slice(0, n1))
  const u1 = sum1 - (n1 * (n1 + 1)) / 2
  const ties = tieSizes(all)
  const variance = ((n1 * n2) / 12) * (n + 1 - sum(ties.map((size) => size ** 3 - size)) / (n * (n - 1)))
  const off = u1 - (n1 * n2) / 2
  const z = off / Math.sqrt(variance)
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings,
    groups: [
      { name: first.name, n: n1, rankSum: sum1 },
      { name: second.name, n: n2, rankSum: (n * (n + 1)) / 2 - sum1 },
    ],
    u1,
    u2: n1 * n2 - u1,
    z,
    p: normalTwoSided(z),
    pCorrected: normalTwoSided(Math.max(0, Math.abs(off) - 0.5) / Math.sqrt(variance)),
    pExact: exactRankSum(ranks, n1),
    tied: ties.some((size) => size > 1),
    rankBiserial: (2 * off) / (n1 * n2),
    r: Math.abs(z) / Math.sqrt(n),
    commonLanguage: u1 / (n1 * n2),
  }
}
