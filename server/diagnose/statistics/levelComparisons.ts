import { hiddenParts } from '@milepost/anonymity/suppression'
import { reportingRules } from '@milepost/anonymity/threshold'
import type { levelComparison } from '@milepost/contract/diagnose/statistics'
import { adjustP } from '@milepost/statistics/adjustP'
import { anova } from '@milepost/statistics/anova'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { gamesHowell } from '@milepost/statistics/gamesHowell'
import { welchT } from '@milepost/statistics/tTest'
import { welchAnova } from '@milepost/statistics/welchAnova'
import type { z } from 'zod'
import { type Division, UNSAID } from './division.ts'
import type { Scored } from './scored.ts'

export type LevelComparison = z.infer<typeof levelComparison>

/** Each construct between the groups that may be shown: two by Welch's t, more by Welch's analysis of variance; p by Holm over all of them. */
export function levelComparisons(scored: readonly Scored[], division: Division, leastCell: number): LevelComparison[] {
  const lines = scored.map((one) => compare(one, division, leastCell))
  const adjusted = adjustP(
    lines.map((line) => line.p),
    'holm',
  )
  return lines.map((line, at) => ({ ...line, adjustedP: adjusted[at] ?? null }))
}

function compare({ construct, scores }: Scored, division: Division, leastCell: number): LevelComparison {
  const groups = shownGroups(scores, division, leastCell)
  const shown = new Set(groups.map((group) => group.stratum))
  const membership = division.of.map((group) => (group !== null && shown.has(group) ? group : null))
  const base = { construct: construct.code, name: construct.name, adjustedP: null, groups, pairs: [] }
  const none = { statistic: null, df1: null, df2: null, p: null, effect: null }
  if (groups.length < 2) return { ...base, ...none, test: 'none', because: 'too-few-groups' }
  if (groups.length === 2) {
    const result = welchT(scores, membership)
    if (result.kind === 'undefined') return { ...base, ...none, test: 'welch-t', because: result.because }
    const g = result.effect.hedgesG
    const effect = g === null ? null : { kind: 'hedges-g' as const, value: g, size: sizeOf(Math.abs(g), [0.2, 0.5, 0.8]) }
    return { ...base, test: 'welch-t', because: null, statistic: result.t, df1: null, df2: result.df, p: result.p, effect }
  }
  const result = welchAnova(scores, membership)
  if (result.kind === 'undefined') return { ...base, ...none, test: 'welch-anova', because: result.because }
  const spread = anova(scores, membership)
  const omega = spread.kind === 'computed' ? Math.max(0, spread.omega2) : null
  const effect = omega === null ? null : { kind: 'omega-squared' as const, value: omega, size: sizeOf(omega, [0.01, 0.06, 0.14]) }
  const after = gamesHowell(scores, membership, { intervals: false })
  const pairs = after.kind === 'computed' ? after.pairs.map(({ a, b, difference, p }) => ({ a, b, difference, p })) : []
  return { ...base, pairs, test: 'welch-anova', because: null, statistic: result.f, df1: result.df1, df2: result.df2, p: result.p, effect }
}

/** Groups with enough answers; one more is left out where the rest would give a small one away by subtraction. Those who did not say are a part, and never compared. */
function shownGroups(scores: Scored['scores'], { groups, of, withheld }: Division, leastCell: number): LevelComparison['groups'] {
  const known = new Set(groups.map(({ code }) => code))
  const within = [...groups, UNSAID].map((group) => ({
    group,
    described: describeAnswers(scores.filter((_, at) => (known.has(of[at] ?? '') ? of[at] : UNSAID.code) === group.code)),
  }))
  const whole = within.reduce((sum, one) => sum + one.described.n, 0)
  const parts = within.map((one) => ({ id: one.group.code, n: one.described.n }))
  const hidden = hiddenParts(whole, parts, reportingRules({ leastForNumbers: leastCell }).rules.leastForNumbers)
  return within.flatMap(({ group, described }) =>
    group !== UNSAID && described.kind === 'computed' && !hidden.has(group.code) && !withheld?.has(group.code)
      ? [{ stratum: group.code, name: group.name, n: described.n, mean: described.mean }]
      : [],
  )
}

/** Cohen's conventions. */
function sizeOf(value: number, [small, medium, large]: readonly [number, number, number]): 'none' | 'small' | 'medium' | 'large' {
  return value >= large ? 'large' : value >= medium ? 'medium' : value >= small ? 'small' : 'none'
}
