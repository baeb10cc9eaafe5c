import type { Series } from './answers.ts'
import { type StandardisedDifference, standardisedDifference } from './effectSize.ts'
import { type Interval, notComputed, type Result } from './evidence.ts'
import { type Group, groupsOf } from './groups.ts'
import { mean, variance } from './moments.ts'
import { tQuantile, tTwoSided } from './studentT.ts'

export type TTest = {
  readonly t: number
  readonly df: number
  /** Two-sided. */
  readonly p: number
  /** Of the difference of means, first minus second. */
  readonly interval: Interval
}
export type TwoGroups = TTest & {
  readonly groups: readonly { readonly name: string; readonly n: number; readonly mean: number; readonly sd: number }[]
  /** First minus second. */
  readonly difference: number
  readonly effect: StandardisedDifference
  /** The same comparison with pooled variances (Student), for those who must print it. */
  readonly pooled: TTest
}
export type WelchTResult = Result<'welch-1947', TwoGroups>

/**
 * Welch's t test of two independent groups: the default, as it does not assume equal variances. Undefined unless exactly two groups have
 * two values each and at least one of them varies.
 */
export function welchT(series: Series, membership: readonly (string | number | null)[], options: { level?: number } = {}): WelchTResult {
  const level = options.level ?? 0.95
  const { groups, excluded } = groupsOf(series, membership)
  const n = groups.reduce((total, group) => total + group.values.length, 0)
  const [first, second] = groups
  if (!first || !second || groups.length > 2)
    return notComputed('welch-1947', 'too-few-groups', { n, excluded, subjects: groups.map((g) => g.name) })
  const small = groups.filter((group) => group.values.length < 2).map((group) => group.name)
  if (small.length > 0) return notComputed('welch-1947', 'too-few-cases', { n, excluded, subjects: small })
  const [a, b] = [spreadOf(first), spreadOf(second)]
  if (a.variance + b.variance === 0)
    return notComputed('welch-1947', 'zero-within-variance', { n, excluded, subjects: [first.name, second.name] })
  const difference = a.mean - b.mean
  const welchSquare = a.square + b.square
  const welchDf = welchSquare ** 2 / (a.square ** 2 / (a.n - 1) + b.square ** 2 / (b.n - 1))
  const pooledDf = a.n + b.n - 2
  const pooledVariance = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / pooledDf
  return {
    kind: 'computed',
    method: 'welch-1947',
    n,
    excluded,
    warnings: [],
    groups: [a, b].map((group) => ({ name: group.name, n: group.n, mean: group.mean, sd: Math.sqrt(group.variance) })),
    difference,
    effect: standardisedDifference(first.values, second.values, level),
    ...tOf(difference, Math.sqrt(welchSquare), welchDf, level),
    pooled: tOf(difference, Math.sqrt(pooledVariance * (1 / a.n + 1 / b.n)), pooledDf, level),
  }
}

function spreadOf(group: Group): { name: string; n: number; mean: number; variance: number; square: number } {
  const n = group.values.length
  const spread = variance(group.values)
  return { name: group.name, n, mean: mean(group.values), variance: spread, square: spread / n }
}

function tOf(difference: number, se: number, df: number, level: number): TTest {
  const t = difference / se
  const margin = tQuantile((1 + level) / 2, df) * se
  return { t, df, p: tTwoSided(t, df), interval: { low: difference - margin, high: difference + margin, level } }
}
