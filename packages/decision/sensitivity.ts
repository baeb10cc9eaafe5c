import { normalised } from './ahp.ts'
import { type Choice, prepare } from './choice.ts'
import { leadersOf } from './ranking.ts'
import type { Random } from './seededRandom.ts'
import { topsis } from './topsis.ts'
import { type Scaling, weightedSum } from './weightedSum.ts'

/** How options are scored while the weights move. */
export type Scorer = { readonly kind: 'topsis' } | { readonly kind: 'weighted-sum'; readonly scaling: Scaling }

export type LeadShares = {
  /** For each option the share of draws in which it leads, 0 to 1; a shared lead counts in parts. They sum to 1. */
  readonly shares: readonly number[]
  /** Draws in which the options could be told apart. */
  readonly n: number
  readonly excluded: { readonly undecided: number }
  readonly method: 'uniform-on-the-simplex'
}

/** How often each option leads when the weights are wholly unknown: drawn evenly from all that sum to 1. The caller brings the chance (`seededRandom`). */
export function leadShares(choice: Choice, options: { draws: number; random: Random; scorer?: Scorer }): LeadShares {
  const shares = choice.ratings.map(() => 0)
  let undecided = 0
  for (let draw = 0; draw < options.draws; draw++) {
    const leaders = leadersWith(choice, evenWeights(choice.weights.length, options.random), options.scorer)
    if (leaders.length === 0) undecided++
    for (const leader of leaders) shares[leader]! += 1 / leaders.length
  }
  const n = options.draws - undecided
  return { shares: n === 0 ? shares : shares.map((share) => share / n), n, excluded: { undecided }, method: 'uniform-on-the-simplex' }
}

export type Flip = {
  /** The weight of the criterion at which the lead changes, the others keeping their proportions; to a millionth. */
  readonly weight: number
  /** Who leads beyond it. */
  readonly leaders: readonly number[]
}
export type CriterionFlips = {
  readonly criterion: number
  readonly weight: number
  /** The nearest change when the criterion gains weight, and when it loses; `null`: never, all the way to 1 or to 0. */
  readonly upward: Flip | null
  readonly downward: Flip | null
}
export type FlipPoints =
  | {
      readonly kind: 'computed'
      readonly leaders: readonly number[]
      readonly criteria: readonly CriterionFlips[]
      readonly n: number
      readonly method: 'one-weight-at-a-time'
    }
  /** The options cannot be ranked at the weights given. */
  | { readonly kind: 'undefined'; readonly because: 'no-leader'; readonly n: number; readonly method: 'one-weight-at-a-time' }

/**
 * For each criterion, the weight at which another option takes the lead while the other criteria share the rest in their present proportions.
 * Searched in steps of one thousandth and then halved: a lead that changes twice within a thousandth is not seen.
 */
export function flipPoints(choice: Choice, scorer?: Scorer): FlipPoints {
  const evidence = { n: choice.ratings.length, method: 'one-weight-at-a-time' } as const
  const prepared = prepare(choice)
  const leaders = prepared.kind === 'fault' ? [] : leadersWith(choice, prepared.weights, scorer)
  if (prepared.kind === 'fault' || leaders.length === 0) return { kind: 'undefined', because: 'no-leader', ...evidence }
  const criteria = prepared.weights.map((weight, criterion): CriterionFlips => {
    const leadersAt = (share: number): string => leadersWith(choice, shifted(prepared.weights, criterion, share), scorer).join(',')
    const flip = (towards: 0 | 1): Flip | null => {
      const found = firstChange(leadersAt, weight, towards, leaders.join(','))
      return found && { weight: found.weight, leaders: found.leaders.split(',').map(Number) }
    }
    return { criterion, weight, upward: flip(1), downward: flip(0) }
  })
  return { kind: 'computed', leaders, criteria, ...evidence }
}

/** Walks from one weight towards an end; where the leaders differ, halves the step down to a millionth. */
function firstChange(
  leadersAt: (weight: number) => string,
  from: number,
  towards: 0 | 1,
  now: string,
): { weight: number; leaders: string } | null {
  const step = towards > from ? 0.001 : -0.001
  for (let [same, next] = [from, from]; same !== towards; same = next) {
    next = Math.abs(towards - same) <= Math.abs(step) ? towards : same + step
    const there = leadersAt(next)
    if (there === now || there === '') continue
    let [near, far] = [same, next]
    while (Math.abs(far - near) > 1e-7) {
      const middle = (near + far) / 2
      if (leadersAt(middle) === now) near = middle
      else far = middle
    }
    return { weight: (near + far) / 2, leaders: there }
  }
  return null
}

/** The weights with one set to `share`, the others keeping their proportions (equal when they had none). */
function shifted(weights: readonly number[], criterion: number, share: number): number[] {
  const others = weights.reduce((sum, weight, index) => (index === criterion ? sum : sum + weight), 0)
  const even = 1 / Math.max(1, weights.length - 1)
  return weights.map((weight, index) => (index === criterion ? share : (1 - share) * (others === 0 ? even : weight / others)))
}

/** Weights drawn evenly from the simplex: exponential draws over their sum. */
function evenWeights(criteria: number, random: Random): number[] {
  return normalised(Array.from({ length: criteria }, () => -Math.log(1 - random()) || Number.MIN_VALUE))
}

/** The options in the lead under given weights; none when they cannot be told apart. */
function leadersWith(choice: Choice, weights: readonly number[], scorer: Scorer = { kind: 'topsis' }): number[] {
  if (scorer.kind === 'topsis') {
    const result = topsis({ ...choice, weights })
    return result.kind === 'computed' ? leadersOf(result.closeness) : []
  }
  const result = weightedSum({ ...choice, weights }, scorer.scaling)
  return result.kind === 'computed' ? leadersOf(result.scores) : []
}
