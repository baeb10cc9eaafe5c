import type { Direction } from './choice.ts'
import { entropyWeights } from './entropyWeights.ts'
import { incompleteMatrix } from './methodComparison.ts'
import { orderRelation } from './orderRelation.ts'
import { weighedJudgements } from './weighedJudgements.ts'

/** Everything the ways of weighing ask for, by code of the criterion. What is not given yet is simply not there. */
export type WeighingGiven = {
  readonly criteria: readonly string[]
  /** Weights as they stand, in any scale. */
  readonly byHand: Readonly<Record<string, number>>
  /** "C1/C2" -> "3": C1 matters three times as much as C2. */
  readonly judgements: Readonly<Record<string, string>>
  /** Most important first, and how many times each matters as much as the next. */
  readonly order: readonly string[]
  readonly ratios: readonly number[]
  /** Past figures of a criterion and which way is better; null: it has no single direction. Lengths may differ. */
  readonly past: Readonly<Record<string, { readonly values: readonly number[]; readonly direction: Direction | null }>>
}
export type WeighingWay = 'by-hand' | 'ahp' | 'g1' | 'entropy'
/** Why a way gives no weights. */
export type WeighingReason =
  | 'nothing-weighs'
  | 'nothing-judged'
  | 'disconnected'
  | 'judgement-at-fault'
  | 'no-order'
  | 'order-not-complete'
  | 'ratio-at-fault'
  | 'too-few-values'
  | 'no-direction'
  | 'no-information'
export type WeightsFound =
  | { readonly kind: 'found'; readonly weights: Readonly<Record<string, number>> }
  /** `criteria`: those at fault, where it is known. */
  | { readonly kind: 'none'; readonly because: WeighingReason; readonly criteria: readonly string[] }
export type WeightsSideBySide = {
  readonly byHand: WeightsFound
  readonly ahp: WeightsFound & {
    readonly consistencyRatio: number | null
    readonly consistent: boolean | null
    readonly judged: number
    readonly pairs: number
  }
  readonly g1: WeightsFound
  readonly entropy: WeightsFound & {
    /** By criterion: figures that went in, and 1 - entropy of them; null where it could not be computed. */
    readonly columns: Readonly<Record<string, { readonly n: number; readonly divergence: number | null }>>
  }
}

/** Fewer figures than this tell nothing of how a measure differs. */
const FEWEST = 4

/**
 * Weights of the same criteria by hand, by AHP (gaps completed), by G1 and by entropy of past figures, so that they can be read beside each
 * other. Each sums to 1. Entropy is computed column by column, each over its own number of figures (min-max by direction), and the
 * divergences are put in proportion (Hwang & Yoon 1981). A way that has no answer says why and which criteria stand in the way.
 */
export function weightsSideBySide(given: WeighingGiven): WeightsSideBySide {
  return { byHand: byHandOf(given), ahp: ahpOf(given), g1: g1Of(given), entropy: entropyOf(given) }
}

const none = (because: WeighingReason, criteria: readonly string[] = []) => ({ kind: 'none', because, criteria }) as const
const named = (criteria: readonly string[], weights: readonly number[]) =>
  ({ kind: 'found', weights: Object.fromEntries(criteria.map((code, at) => [code, weights[at] ?? 0])) }) as const

function byHandOf({ criteria, byHand }: WeighingGiven): WeightsFound {
  const weights = criteria.map((code) => byHand[code] ?? 0)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return whole <= 0
    ? none('nothing-weighs')
    : named(
        criteria,
        weights.map((weight) => weight / whole),
      )
}

function ahpOf({ criteria, judgements }: WeighingGiven): WeightsSideBySide['ahp'] {
  const pairs = (criteria.length * (criteria.length - 1)) / 2
  const weighed = weighedJudgements(incompleteMatrix(criteria, judgements))
  if (weighed.kind === 'undefined') {
    const because = weighed.because === 'nothing-judged' || weighed.because === 'disconnected' ? weighed.because : 'judgement-at-fault'
    const alone = weighed.because === 'disconnected' ? (weighed.parts.toSorted((a, b) => a.length - b.length)[0] ?? []) : []
    const apart = alone.flatMap((at) => criteria[at] ?? [])
    return { ...none(because, apart), consistencyRatio: null, consistent: null, judged: 0, pairs }
  }
  const { weights, consistencyRatio, consistent, missing } = weighed
  return { ...named(criteria, weights), consistencyRatio, consistent, judged: pairs - missing.length, pairs }
}

function g1Of({ criteria, order, ratios }: WeighingGiven): WeightsFound {
  if (order.length === 0) return none('no-order')
  const left = criteria.filter((code) => !order.includes(code))
  if (left.length > 0 || order.length !== criteria.length) return none('order-not-complete', left)
  const found = orderRelation({ order: order.map((code) => criteria.indexOf(code)), ratios })
  if (found.kind === 'computed') return named(criteria, found.weights)
  return none(found.because === 'order-not-complete' ? 'order-not-complete' : 'ratio-at-fault')
}

function entropyOf({ criteria, past }: WeighingGiven): WeightsSideBySide['entropy'] {
  const found = criteria.map((code) => {
    const { values = [], direction = null } = past[code] ?? {}
    if (values.length < FEWEST || direction === null) return { code, n: values.length, divergence: null, direction }
    const weighed = entropyWeights(
      values.map((value) => [value]),
      { normalisation: 'min-max', directions: [direction] },
    )
    return { code, n: values.length, divergence: weighed.kind === 'computed' ? (weighed.divergence[0] ?? 0) : 0, direction }
  })
  const columns = Object.fromEntries(found.map(({ code, n, divergence }) => [code, { n, divergence }]))
  const short = found.filter(({ n }) => n < FEWEST).map(({ code }) => code)
  if (short.length > 0) return { ...none('too-few-values', short), columns }
  const without = found.filter(({ divergence }) => divergence === null).map(({ code }) => code)
  if (without.length > 0) return { ...none('no-direction', without), columns }
  const whole = found.reduce((sum, { divergence }) => sum + (divergence ?? 0), 0)
  if (whole <= 0) return { ...none('no-information'), columns }
  return {
    ...named(
      criteria,
      found.map(({ divergence }) => (divergence ?? 0) / whole),
    ),
    columns,
  }
}
