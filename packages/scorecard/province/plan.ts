import { compare, div, type Exact, exact, isZero, min, mul, sum, toNumber, ZERO } from '@milepost/exact/exact'
import type { CardInput, MeasureInput, RollRule } from '../card.ts'
import { objectiveWeight, perspectiveWeight } from '../cardTree.ts'
import { schemeOf } from '../scheme.ts'
import { holdBetween } from '../scoreReading.ts'
import { ROUNDOFF } from './bounded.ts'
import { exactAttainment, type FastRule, fastAttainment, fastRule } from './fastLine.ts'

/** What a province knows of one measure of one card. */
export type ValueState = 'reported' | 'missing' | 'not_applicable' | 'suspended'
/** States as they are stored, one byte a value. */
export const STATE_CODE: Readonly<Record<ValueState, number>> = { reported: 0, missing: 1, not_applicable: 2, suspended: 3 }

/** Whether a card or unit has a score, and if not, why. */
export const OUTCOMES = ['scored', 'not-applicable', 'suspended', 'excluded', 'unscored'] as const
export type Outcome = (typeof OUTCOMES)[number]
const [SCORED, NOT_APPLICABLE, SUSPENDED, EXCLUDED, UNSCORED] = [0, 1, 2, 3, 4] as const

/** One kind of card, shared by everybody who holds it: what does not depend on the values, made ready once. */
export type Plan = {
  readonly template: CardInput
  readonly measures: readonly PlannedMeasure[]
  /** Perspectives and objectives from the bottom up; the last is the card itself. */
  readonly branches: readonly Branch[]
}
type PlannedMeasure = {
  readonly id: string
  readonly rule: FastRule
  readonly floor: number
  readonly cap: number
  readonly exactFloor: Exact
  readonly exactCap: Exact
  readonly missing: 'zero' | 'exclude'
  readonly monitored: boolean
}
type Branch = {
  /** Places of the children: measures first (0 ... m - 1), then branches (m ...). */
  readonly children: Int32Array
  /** Whole numbers of 0 or more. */
  readonly weights: Float64Array
  readonly weakestOnly: boolean
  readonly cap: number
  readonly exactCap: Exact
}
export type PlanResult = { kind: 'plan'; plan: Plan } | { kind: 'exact-only'; because: ExactOnly; measure: string | null }
/** Why a kind of card is not for fast scoring: each of its cards is then scored by `scoreCard` on its own. */
export type ExactOnly =
  | 'weights-over-whole-card'
  | 'has-bonus-or-veto'
  | 'rule-needs-more-than-one-figure'
  | 'weight-not-whole'
  | 'live-mode'

/**
 * Makes a card without values ready for many people. Official mode, weight of what is not applicable to the siblings, one figure a measure;
 * whatever asks for more is named, and its cards take the exact way.
 */
export function planOf(template: CardInput): PlanResult {
  const scheme = schemeOf(template.scheme)
  const no = (because: ExactOnly, measure: string | null = null): PlanResult => ({ kind: 'exact-only', because, measure })
  if (template.mode !== 'official') return no('live-mode')
  if (scheme.notApplicable !== 'siblings') return no('weights-over-whole-card')
  const inputs = template.perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures))
  if (template.bonuses?.length || template.vetoes?.length || inputs.some(({ veto }) => veto)) return no('has-bonus-or-veto')
  const measures: PlannedMeasure[] = []
  for (const measure of inputs) {
    const planned = plannedMeasure(measure, scheme)
    if (!planned) return no('rule-needs-more-than-one-figure', measure.id)
    measures.push(planned)
  }
  const branches: Branch[] = []
  const grow = (children: number[], weights: number[], { rule, cap }: { rule?: RollRule; cap?: string }): number => {
    const exactCap = exact(cap ?? scheme.parentCap)
    const weakestOnly = rule === 'min'
    branches.push({
      children: Int32Array.from(children),
      weights: Float64Array.from(weights),
      weakestOnly,
      cap: toNumber(exactCap),
      exactCap,
    })
    return measures.length + branches.length - 1
  }
  let next = 0
  const tops = template.perspectives.map((perspective) => {
    const below = perspective.objectives.map((objective) => {
      const own = objective.measures.map(() => next++)
      const weights = objective.measures.map((measure, at) => (measures[own[at]!]!.monitored ? 0 : measure.weightBp))
      return grow(own, weights, { rule: objective.rollRule, cap: objective.parentCap })
    })
    return grow(below, perspective.objectives.map(objectiveWeight), { rule: perspective.rollRule, cap: perspective.parentCap })
  })
  grow(tops, template.perspectives.map(perspectiveWeight), {})
  if (branches.some(({ weights }) => weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))) return no('weight-not-whole')
  return { kind: 'plan', plan: { template, measures, branches } }
}

function plannedMeasure(measure: MeasureInput, scheme: { floor: string; cap: string }): PlannedMeasure | null {
  const [exactFloor, exactCap] = [exact(measure.floor ?? scheme.floor), exact(measure.cap ?? scheme.cap)]
  const monitored = measure.rule.kind === 'unscored'
  const rule = fastRule(monitored ? { kind: 'ratio_up', target: '1' } : measure.rule, exactCap)
  const simple = (measure.timeAggregation ?? 'last') !== 'survey' && measure.minN === undefined
  if (!rule || !simple) return null
  const bounds = { floor: toNumber(exactFloor), cap: toNumber(exactCap), exactFloor, exactCap }
  return { id: measure.id, rule, ...bounds, missing: (measure.missingPolicy ?? 'zero') === 'zero' ? 'zero' : 'exclude', monitored }
}

/** Room for the nodes of one card while it is scored; one is enough for all cards of all plans. */
export type Desk = { scores: Float64Array; errors: Float64Array; outcomes: Uint8Array }

/** Room for the largest card among the plans. */
export function deskFor(plans: readonly Plan[]): Desk {
  const size = plans.reduce((most, plan) => Math.max(most, plan.measures.length + plan.branches.length), 0)
  return { scores: new Float64Array(size), errors: new Float64Array(size), outcomes: new Uint8Array(size) }
}

/**
 * Scores one card in doubles: actuals and state codes stand at `offset` onward, one a measure in card order. Leaves every node's score,
 * error bound and outcome on the desk and returns the place of the card's own.
 */
export function scoreFast(plan: Plan, actuals: Float64Array, states: Uint8Array, offset: number, desk: Desk): number {
  const { measures, branches } = plan
  const { scores, errors, outcomes } = desk
  for (let at = 0; at < measures.length; at++) {
    const { rule, floor, cap, missing, monitored } = measures[at]!
    const state = states[offset + at]!
    scores[at] = 0
    errors[at] = 0
    if (monitored) outcomes[at] = UNSCORED
    else if (state === 0) {
      const x = actuals[offset + at]!
      const points = fastAttainment(rule, x)
      scores[at] = points < floor ? floor : points > cap ? cap : points
      errors[at] = rule.base + rule.perUnit * Math.abs(x) + ROUNDOFF * Math.abs(scores[at]!)
      outcomes[at] = SCORED
    } else outcomes[at] = state === 1 ? (missing === 'zero' ? SCORED : EXCLUDED) : state === 2 ? NOT_APPLICABLE : SUSPENDED
  }
  for (let at = 0; at < branches.length; at++) rollFast(branches[at]!, measures.length + at, desk)
  return measures.length + branches.length - 1
}

function rollFast({ children, weights, weakestOnly, cap }: Branch, place: number, { scores, errors, outcomes }: Desk): void {
  let [points, weight, error, size, weakest, doubt] = [0, 0, 0, 0, Number.POSITIVE_INFINITY, 0]
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!
    const own = weights[at]!
    if (own === 0 || outcomes[child] !== SCORED) continue
    const taken = scores[child]! > cap ? cap : scores[child]!
    points += own * taken
    size += own * Math.abs(taken)
    error += own * errors[child]!
    weight += own
    if (taken < weakest) weakest = taken
    if (errors[child]! > doubt) doubt = errors[child]!
  }
  outcomes[place] = weight > 0 ? SCORED : emptyOutcome(children, weights, outcomes)
  scores[place] = weight === 0 ? 0 : weakestOnly ? weakest : points / weight
  errors[place] = weight === 0 ? 0 : weakestOnly ? doubt : (error * 1.0001 + (children.length + 4) * ROUNDOFF * size) / weight
}

/** Why nothing below scores: all suspended, all not applicable, or data are lacking. */
function emptyOutcome(children: Int32Array, weights: Float64Array, outcomes: Uint8Array): number {
  let [weighty, suspended, inapplicable] = [0, 0, 0]
  for (let at = 0; at < children.length; at++) {
    if (weights[at] === 0 || outcomes[children[at]!] === UNSCORED) continue
    weighty++
    if (outcomes[children[at]!] === SUSPENDED) suspended++
    if (outcomes[children[at]!] === NOT_APPLICABLE) inapplicable++
  }
  if (weighty === 0) return UNSCORED
  if (suspended === weighty) return SUSPENDED
  return suspended + inapplicable === weighty ? NOT_APPLICABLE : EXCLUDED
}

/** The same card in exact rationals: its score, or null where it has none. */
export function scoreExact(plan: Plan, actuals: Float64Array, states: Uint8Array, offset: number): Exact | null {
  const nodes: (Exact | null)[] = plan.measures.map((measure, at) => {
    const state = states[offset + at]!
    if (measure.monitored || state > 1 || (state === 1 && measure.missing === 'exclude')) return null
    if (state === 1) return ZERO
    return holdBetween(exactAttainment(measure.rule, actuals[offset + at]!), measure.exactFloor, measure.exactCap).score
  })
  for (const { children, weights, weakestOnly, exactCap } of plan.branches) {
    const taken = [...children].flatMap((child, at) => {
      const score = nodes[child] ?? null
      return score === null || weights[at] === 0 ? [] : [{ weight: exact(weights[at]!), score: min(score, exactCap) }]
    })
    const weight = sum(taken.map((one) => one.weight))
    if (isZero(weight)) nodes.push(null)
    else if (weakestOnly) nodes.push(taken.map((one) => one.score).reduce((least, one) => (compare(one, least) < 0 ? one : least)))
    else nodes.push(div(sum(taken.map((one) => mul(one.weight, one.score))), weight))
  }
  return nodes[nodes.length - 1] ?? null
}
