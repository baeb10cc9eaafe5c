import type { Series } from './answers.ts'
import { type Excluded, notComputed, type Result, type Warning } from './evidence.ts'
import { fUpper } from './fisherF.ts'
import { type Group, groupsOf } from './groups.ts'
import { isConstant, mean, standardDeviation, sum, sumOfSquares } from './moments.ts'

export type GroupSummary = { readonly name: string; readonly n: number; readonly mean: number; readonly sd: number | null }
export type Anova = {
  readonly groups: readonly GroupSummary[]
  readonly ssBetween: number
  readonly ssWithin: number
  readonly dfBetween: number
  readonly dfWithin: number
  readonly f: number
  readonly p: number
  /** Share of variance that lies between the groups. */
  readonly eta2: number
  /** The same with less bias (Hays); may be slightly negative. */
  readonly omega2: number
  readonly epsilon2: number
}
export type AnovaResult = Result<'anova-one-way', Anova>

/** One-way analysis of variance, equal variances assumed. Groups without a value are dropped and named. Undefined below two groups, without a degree of freedom within, or when no group varies. */
export function anova(series: Series, membership: readonly (string | number | null)[]): AnovaResult {
  const { groups, excluded, warnings, n } = groupsWith(1, series, membership)
  if (groups.length < 2) return notComputed('anova-one-way', 'too-few-groups', { n, excluded, warnings })
  const spread = ({ values }: Group): number => (isConstant(values) ? 0 : sumOfSquares(values))
  const parts = groups.map((group) => ({ summary: summaryOf(group), squares: spread(group) }))
  return anovaFrom(parts, { excluded, warnings })
}

/** The same from the size, mean and sum of squared deviations of each group (at least two, each with a value), gathered elsewhere. */
export function anovaFrom(
  parts: readonly { readonly summary: GroupSummary; readonly squares: number }[],
  { excluded = {}, warnings = [] }: { excluded?: Excluded; warnings?: readonly Warning[] } = {},
): AnovaResult {
  const summaries = parts.map((part) => part.summary)
  const n = sum(summaries.map((group) => group.n))
  const dfBetween = parts.length - 1
  const dfWithin = n - parts.length
  if (dfWithin < 1) return notComputed('anova-one-way', 'too-few-cases', { n, excluded, warnings })
  const grand = sum(summaries.map((group) => group.n * group.mean)) / n
  const ssWithin = sum(parts.map((part) => part.squares))
  if (ssWithin === 0) return notComputed('anova-one-way', 'zero-within-variance', { n, excluded, warnings })
  const ssBetween = sum(summaries.map((group) => group.n * (group.mean - grand) ** 2))
  const meanWithin = ssWithin / dfWithin
  const total = ssBetween + ssWithin
  const f = ssBetween / dfBetween / meanWithin
  return {
    kind: 'computed',
    method: 'anova-one-way',
    n,
    excluded,
    warnings,
    groups: summaries,
    ssBetween,
    ssWithin,
    dfBetween,
    dfWithin,
    f,
    p: fUpper(f, dfBetween, dfWithin),
    eta2: ssBetween / total,
    omega2: (ssBetween - dfBetween * meanWithin) / (total + meanWithin),
    epsilon2: (ssBetween - dfBetween * meanWithin) / total,
  }
}

/** Name, size, mean and standard deviation (divisor n - 1; `null` for a single value) of a group with at least one value. */
export function summaryOf(group: Group): GroupSummary {
  const n = group.values.length
  return { name: group.name, n, mean: mean(group.values), sd: n > 1 ? standardDeviation(group.values) : null }
}

/** Groups with at least `atLeast` values; the smaller ones are dropped and named, their values counted as left out. */
export function groupsWith(
  atLeast: number,
  series: Series,
  membership: readonly (string | number | null)[],
): { groups: Group[]; excluded: Excluded; warnings: Warning[]; n: number } {
  const { groups, excluded } = groupsOf(series, membership)
  const kept = groups.filter((group) => group.values.length >= atLeast)
  const dropped = groups.filter((group) => group.values.length < atLeast)
  const lost = sum(dropped.map((group) => group.values.length))
  return {
    groups: kept,
    excluded: lost > 0 ? { ...excluded, 'group-too-small': lost } : excluded,
    warnings: dropped.length > 0 ? [{ code: 'group-too-small-dropped', subjects: dropped.map((group) => group.name) }] : [],
    n: sum(kept.map((group) => group.values.length)),
  }
}
