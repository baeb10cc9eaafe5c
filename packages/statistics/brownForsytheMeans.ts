import { type GroupSummary, groupsWith, summaryOf } from './anova.ts'
import type { Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { fUpper } from './fisherF.ts'
import { mean, sum, variance } from './moments.ts'

export type BrownForsytheMeans = {
  readonly groups: readonly GroupSummary[]
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}
export type BrownForsytheMeansResult = Result<'brown-forsythe-means-1974', BrownForsytheMeans>

/**
 * Comparison of several means without assuming equal variances, by F* (Brown & Forsythe 1974), as SPSS prints beside Welch. Groups of fewer than two
 * values are dropped and named. Undefined below two groups, or when no group varies.
 */
export function brownForsytheMeans(series: Series, membership: readonly (string | number | null)[]): BrownForsytheMeansResult {
  const method = 'brown-forsythe-means-1974'
  const { groups, excluded, warnings, n } = groupsWith(2, series, membership)
  if (groups.length < 2) return notComputed(method, 'too-few-groups', { n, excluded, warnings })
  const spreads = groups.map((group) => (1 - group.values.length / n) * variance(group.values))
  const total = sum(spreads)
  if (total === 0)
    return notComputed(method, 'zero-within-variance', { n, excluded, warnings, subjects: groups.map((group) => group.name) })
  const grand = mean(groups.flatMap((group) => group.values))
  const f = sum(groups.map((group) => group.values.length * (mean(group.values) - grand) ** 2)) / total
  const df1 = groups.length - 1
  const df2 = 1 / sum(groups.map((group, at) => (spreads[at]! / total) ** 2 / (group.values.length - 1)))
  return { kind: 'computed', method, n, excluded, warnings, groups: groups.map(summaryOf), f, df1, df2, p: fUpper(f, df1, df2) }
}
