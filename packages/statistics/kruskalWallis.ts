import { groupsWith } from './anova.ts'
import type { Series } from './answers.ts'
import { chiSquareUpper } from './chiSquare.ts'
import { notComputed, type Result } from './evidence.ts'
import { kruskalExact } from './exactKruskal.ts'
import { isConstant, sum } from './moments.ts'
import { midranks, tieSizes } from './ranks.ts'

export type KruskalWallis = {
  readonly groups: readonly { readonly name: string; readonly n: number; readonly meanRank: number }[]
  /** Corrected for ties. */
  readonly h: number
  readonly hUncorrected: number
  readonly df: number
  /** By chi-square, k - 1 degrees of freedom. */
  readonly p: number
  /** Over all ways to deal the ranks to the groups, ties and all; `null` where these are too many: the chi-square p is near enough there. */
  readonly pExact: number | null
  /** H / (n - 1): share of rank variance between the groups. */
  readonly epsilon2: number
  /** (H - k + 1) / (n - k); `null` when every group has one value. */
  readonly eta2H: number | null
}
export type KruskalWallisResult = Result<'kruskal-wallis-1952', KruskalWallis>

/** Comparison of several groups by ranks (Kruskal & Wallis 1952); p by chi-square and, for small samples, exact. Undefined below two groups with a value, or when all values are equal. */
export function kruskalWallis(series: Series, membership: readonly (string | number | null)[]): KruskalWallisResult {
  const { groups, excluded, warnings, n } = groupsWith(1, series, membership)
  const k = groups.length
  if (k < 2) return notComputed('kruskal-wallis-1952', 'too-few-groups', { n, excluded, warnings })
  const all = groups.flatMap((group) => group.values)
  if (isConstant(all)) return notComputed('kruskal-wallis-1952', 'constant-series', { n, excluded, warnings })
  const ranks = midranks(all)
  let start = 0
  const ranked = groups.map((group) => {
    const own = ranks.slice(start, start + group.values.length)
    start += own.length
    return { name: group.name, n: own.length, meanRank: sum(own) / own.length }
  })
  const hUncorrected = (12 / (n * (n + 1))) * sum(ranked.map((group) => group.n * (group.meanRank - (n + 1) / 2) ** 2))
  const h = hUncorrected / (1 - sum(tieSizes(all).map((size) => size ** 3 - size)) / (n ** 3 - n))
  return {
    kind: 'computed',
    method: 'kruskal-wallis-1952',
    n,
    excluded,
    warnings,
    groups: ranked,
    h,
    hUncorrected,
    df: k - 1,
    p: chiSquareUpper(h, k - 1),
    pExact:
      n > MOST_CASES
        ? null
        : kruskalExact(
            ranks,
            groups.map(({ values }) => values.length),
          ),
    epsilon2: h / (n - 1),
    eta2H: n > k ? (h - k + 1) / (n - k) : null,
  }
}

/** As far as the published tables go: beyond, chi-square is near and the ways are too many. */
const MOST_CASES = 15
