import { div, type ExactText, mul, sum } from '@milepost/exact/exact'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { groupMean, type TrimRules } from './groupMean.ts'

/** One group of raters in the plan of the cycle: its code, its weight, how many it takes, and whether the score can do without it. */
export type RaterGroupRule = {
  group: string
  weightBasisPoints: number
  /** The least number of ratings that may be used (and shown) as a group; 1 for the superior. */
  minimum: number
  /** Too few ratings in a mandatory group: no score, rather than its weight given to others. */
  mandatory: boolean
}

export type RatingRules = {
  groups: readonly RaterGroupRule[]
  /** Groups that are pooled into one as soon as one of them is short, before any weight is given away; null: never. */
  rollUp: { into: string; from: readonly string[]; minimum: number } | null
  trim: TrimRules
}

/** Ratings of one person on one item (or head), as decimals. `not-applicable`: there are no such raters, e.g. no subordinates. */
export type GroupRatings = { group: string; ratings: readonly string[] | 'not-applicable' }

export type GroupValue = {
  group: string
  n: number
  minimum: number
  /** The weight in the plan and the one used, in basis points; used weights add up to 10000. */
  weightGiven: number
  weightUsed: number
  /** Rounded to 4 places; null where the ratings were not used on their own, so that a small group cannot be read off. */
  value: string | null
  median: string | null
  method: 'mean' | 'mean-without-highest-and-lowest' | 'trimmed-mean' | 'not-used'
  standing: 'used' | 'rolled-up' | 'below-minimum' | 'not-applicable'
  /** The groups pooled in this one. */
  pooledFrom: readonly string[]
}

export type CombinedRating =
  | { kind: 'combined'; value: ExactText; official: string; groups: readonly GroupValue[]; redistributed: boolean; rolledUp: boolean }
  | { kind: 'undefined'; because: 'mandatory-group-short'; group: string; n: number; minimum: number }
  | { kind: 'undefined'; because: 'no-group-reaches-minimum'; groups: readonly GroupValue[] }
  | { kind: 'undefined'; because: 'weights-must-total-100'; totalBasisPoints: number }
  | { kind: 'undefined'; because: 'group-not-in-plan'; group: string }

type Working = { rule: RaterGroupRule; ratings: readonly string[]; standing: GroupValue['standing']; pooledFrom: readonly string[] }

/**
 * Combines what several groups of raters gave: a (trimmed) mean a group, weighted by the plan.
 * A group below its minimum is first pooled with its neighbours; if that is still too few its weight goes to the others in proportion,
 * and the result says so. Nothing is filled in for a rating that was not given.
 */
export function combineRatings(given: readonly GroupRatings[], rules: RatingRules): CombinedRating {
  const totalBasisPoints = rules.groups.reduce((total, { weightBasisPoints }) => total + weightBasisPoints, 0)
  if (totalBasisPoints !== 10_000) return { kind: 'undefined', because: 'weights-must-total-100', totalBasisPoints }
  const stranger = given.find(({ group }) => !rules.groups.some((rule) => rule.group === group))
  if (stranger) return { kind: 'undefined', because: 'group-not-in-plan', group: stranger.group }
  const planned = rules.groups.map((rule): Working => standingOf(rule, given.find(({ group }) => group === rule.group)?.ratings ?? []))
  const { groups, rolledUp } = rollUp(planned, rules)
  const blocked = groups.find(({ rule, standing }) => rule.mandatory && standing === 'below-minimum')
  if (blocked) {
    const { rule, ratings } = blocked
    return { kind: 'undefined', because: 'mandatory-group-short', group: rule.group, n: ratings.length, minimum: rule.minimum }
  }
  const used = groups.filter(({ standing, rule }) => standing === 'used' && rule.weightBasisPoints > 0)
  if (used.length === 0)
    return { kind: 'undefined', because: 'no-group-reaches-minimum', groups: groups.map((each) => show(each, 0, rules.trim)) }
  const usedTotal = sum(used.map(({ rule }) => rule.weightBasisPoints))
  const value = sum(used.map(({ rule, ratings }) => mul(div(rule.weightBasisPoints, usedTotal), groupMean(ratings, rules.trim).mean)))
  const weights = shownWeights(used)
  return {
    kind: 'combined',
    value: toExactText(value),
    official: roundHalfAway(value, 2),
    groups: groups.map((each) => show(each, used.includes(each) ? (weights.get(each.rule.group) ?? 0) : 0, rules.trim)),
    redistributed: groups.some(
      ({ standing, rule }) => rule.weightBasisPoints > 0 && (standing === 'below-minimum' || standing === 'not-applicable'),
    ),
    rolledUp,
  }
}

function standingOf(rule: RaterGroupRule, ratings: readonly string[] | 'not-applicable'): Working {
  if (ratings === 'not-applicable') return { rule, ratings: [], standing: 'not-applicable', pooledFrom: [] }
  return { rule, ratings, standing: ratings.length >= rule.minimum && ratings.length > 0 ? 'used' : 'below-minimum', pooledFrom: [] }
}

function rollUp(planned: readonly Working[], rules: RatingRules): { groups: readonly Working[]; rolledUp: boolean } {
  const plan = rules.rollUp
  const members = planned.filter(({ rule, standing }) => plan?.from.includes(rule.group) && standing !== 'not-applicable')
  if (!plan || members.length < 2 || members.every(({ standing }) => standing === 'used')) return { groups: planned, rolledUp: false }
  const weightBasisPoints = members.reduce((total, { rule }) => total + rule.weightBasisPoints, 0)
  const mandatory = members.some(({ rule }) => rule.mandatory)
  const pooled = standingOf(
    { group: plan.into, weightBasisPoints, minimum: plan.minimum, mandatory },
    members.flatMap(({ ratings }) => ratings),
  )
  const groups = planned.map((each) => (members.includes(each) ? { ...each, standing: 'rolled-up' as const } : each))
  return { groups: [...groups, { ...pooled, pooledFrom: members.map(({ rule }) => rule.group) }], rolledUp: true }
}

/** Used weights as whole basis points that add up to 10000; the score itself uses the exact proportions. */
function shownWeights(used: readonly Working[]): ReadonlyMap<string, number> {
  const apportioned = largestRemainder(
    10_000,
    used.map(({ rule }) => ({ key: rule.group, claim: rule.weightBasisPoints })),
  )
  if (apportioned.kind === 'undefined') throw new RangeError(`weights cannot be shared out: ${apportioned.because}`)
  return new Map(apportioned.shares.map(({ key, share }) => [key, Number(share)]))
}

function show({ rule, ratings, standing, pooledFrom }: Working, weightUsed: number, trim: TrimRules): GroupValue {
  const { group, minimum, weightBasisPoints: weightGiven } = rule
  const base = { group, n: ratings.length, minimum, weightGiven, weightUsed, standing, pooledFrom }
  if (standing !== 'used') return { ...base, value: null, median: null, method: 'not-used' }
  const { mean, median, method } = groupMean(ratings, trim)
  return { ...base, value: roundHalfAway(mean, 4), median: roundHalfAway(median, 4), method }
}
