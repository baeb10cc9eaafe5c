import { type GroupSummary, groupsWith, summaryOf } from './anova.ts'
import type { Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { fUpper } from './fisherF.ts'
import { sum, variance } from './moments.ts'

export type WelchAnova = {
  readonly groups: readonly GroupSummary[]
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
}
export type WelchAnovaResult = Result<'welch-1951', WelchAnova>

/**
 * Comparison of several means without assuming equal variances (Welch 1951). Groups of fewer than two values are dropped and named.
 * Undefined below two groups, or when a remaining group does not vary at all (its weight would be endless): it is named.
 */
export function welchAnova(series: Series, membership: readonly (string | number | null)[]): WelchAnovaResult {
  const { groups, excluded, warnings, n } = groupsWith(2, series, membership)
  if (groups.length < 2) return notComputed('welch-1951', 'too-few-groups', { n, excluded, warnings })
  const constant = groups.filter((group) => variance(group.values) === 0).map((group) => group.name)
  if (constant.length > 0) return notComputed('welch-1951', 'zero-within-variance', { n, excluded, warnings, subjects: constant })
  const summaries = groups.map(summaryOf)
  const weights = groups.map((group) => group.values.length / variance(group.values))
  const total = sum(weights)
  const centre = sum(summaries.map((group, index) => weights[index]! * group.mean)) / total
  const k = groups.length
  const spread = sum(groups.map((group, index) => (1 - weights[index]! / total) ** 2 / (group.values.length - 1)))
  const between = sum(summaries.map((group, index) => weights[index]! * (group.mean - centre) ** 2)) / (k - 1)
  const f = between / (1 + ((2 * (k - 2)) / (k * k - 1)) * spread)
  const df2 = (k * k - 1) / (3 * spread)
  return { kind: 'computed', method: 'welch-1951', n, excluded, warnings, groups: summaries, f, df1: k - 1, df2, p: fUpper(f, k - 1, df2) }
}
