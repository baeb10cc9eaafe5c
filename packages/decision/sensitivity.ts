import { normalised } from './ahp.ts'
import { type Choice, prepare } from './choice.ts'
import { leadersOf } from './ranking.ts'
import type { Random } from './seededRandom.ts'
import { closenessOf, frameOf } from './topsis.ts'
import { type Scaling, scaledRatings, unfitFor } from './weightedSum.ts'

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
  const leadersAt = leadersBy({ ...choice, weights: choice.weights.map(() => 1) }, options.scorer)
  let undecided = 0
  for (let draw = 0; draw < options.draws; draw++) {
    const leaders = leadersAt(evenWeights(choice.weights.length, options.random))
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
  /**
   * The first of a hundred even steps from the present weight to the end at which the lead has changed: what comparisons print that walk in
   * steps. The flip itself lies within the step before.
   */
  readonly seenAtStep: number
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
 * For each criterion, the weight at which another option takes the lead while the other criteria share the rest in their present proportions;
 * a lead that is only shared is not yet lost.
 * Searched in steps of one thousandth and then halved: a lead that changes twice within a thousandth is not seen.
 */
export function flipPoints(choice: Choice, scorer?: Scorer): FlipPoints {
  const evidence = { n: choice.ratings.length, method: 'one-weight-at-a-time' } as const
  const prepared = prepare(choice)
  const leadersAt = leadersBy(choice, scorer)
  const leaders = prepared.kind === 'fault' ? [] : leadersAt(prepared.weights)
  if (prepared.kind === 'fault' || leaders.length === 0) return { kind: 'undefined', because: 'no-leader', ...evidence }
  const criteria = prepared.weights.map((weight, criterion): CriterionFlips => {
    const at = (share: number): number[] => leadersAt(shifted(prepared.weights, criterion, share))
    return { criterion, weight, upward: firstFlip(at, weight, 1, leaders), downward: firstFlip(at, weight, 0, leaders) }
  })
  return { kind: 'computed', leaders, criteria, ...evidence }
}

/** Walks from one weight towards an end; where none of the present leaders leads any more, halves the step down. */
function firstFlip(leadersAt: (weight: number) => number[], from: number, towards: 0 | 1, now: readonly number[]): Flip | null {
  const step = towards > from ? 0.001 : -0.001
  const lost = (leaders: readonly number[]): boolean => leaders.length > 0 && !leaders.some((leader) => now.includes(leader))
  for (let same = from; same !== towards; ) {
    const next = Math.abs(towards - same) <= Math.abs(step) ? towards : same + step
    const leaders = leadersAt(next)
    if (lost(leaders)) {
      let [near, far] = [same, next]
      while (Math.abs(far - near) > 1e-7) {
        const middle = (near + far) / 2
        if (lost(leadersAt(middle))) far = middle
        else near = middle
      }
      return { weight: far, leaders, seenAtStep: stepBeyond({ from, towards }, far) }
    }
    same = next
  }
  return null
}

/** The first of a hundred even steps that is not short of a weight. */
function stepBeyond({ from, towards }: { from: number; towards: number }, weight: number): number {
  const step = (towards - from) / 100
  return step === 0 ? from : from + Math.ceil((weight - from) / step - 1e-9) * step
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

/** The options in the lead as a function of the weights; none when they cannot be told apart or the ratings are at fault. */
function leadersBy(choice: Choice, scorer: Scorer = { kind: 'topsis' }): (weights: readonly number[]) => number[] {
  const prepared = prepare(choice)
  if (prepared.kind === 'fault') return () => []
  if (scorer.kind === 'topsis') {
    const frame = frameOf(choice.ratings, prepared.directions)
    return (weights) => leadersOf(closenessOf(frame, weights) ?? [])
  }
  if (unfitFor(scorer.scaling, choice, prepared.directions)) return () => []
  const scaled = scaledRatings(choice.ratings, prepared.directions, scorer.scaling)
  return (weights) => leadersOf(scaled.map((row) => row.reduce((sum, value, criterion) => sum + value * weights[criterion]!, 0)))
}
