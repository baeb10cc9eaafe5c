import { type Choice, type ChoiceFault, columnOf, type Direction, prepare, ratingWhere } from './choice.ts'
import type { Evidence } from './evidence.ts'
import { type Ranking, rankingOf, tieWarnings } from './ranking.ts'

/**
 * How ratings become comparable before they are added up.
 * `to-best`: over the best of the criterion (for a cost: the least over the rating). `min-max`: 0 for the worst and 1 for the best option.
 * `of-top`: over the top of the rating scale, the same for all criteria (e.g. 9).
 */
export type Scaling = { readonly kind: 'to-best' } | { readonly kind: 'min-max' } | { readonly kind: 'of-top'; readonly top: number }
type Method = 'weighted-sum-to-best' | 'weighted-sum-min-max' | 'weighted-sum-of-top'
export type WeightedSum = {
  readonly kind: 'computed'
  readonly scores: readonly number[]
  /** What each criterion adds to the option's score: rows options, columns criteria; rows sum to the scores. */
  readonly contributions: readonly (readonly number[])[]
  readonly weights: readonly number[]
} & Ranking &
  Evidence<Method>
export type WeightedSumResult = WeightedSum | ({ readonly kind: 'undefined'; readonly fault: ChoiceFault } & Evidence<Method>)

/** Simple additive weighting. Ratings must not be negative; a cost criterion scaled to its best must not be zero. A criterion all options share is at its best for all of them. */
export function weightedSum(choice: Choice, scaling: Scaling): WeightedSumResult {
  const evidence = { n: choice.ratings.length, excluded: [], method: `weighted-sum-${scaling.kind}` } as const
  const prepared = prepare(choice)
  if (prepared.kind === 'fault') return { kind: 'undefined', fault: prepared.fault, ...evidence, warnings: [] }
  const { weights, directions } = prepared
  const fault = unfitFor(scaling, choice, directions)
  if (fault) return { kind: 'undefined', fault, ...evidence, warnings: prepared.warnings }
  const scaled = scaledRatings(choice.ratings, directions, scaling)
  const contributions = scaled.map((row) => row.map((value, criterion) => value * weights[criterion]!))
  const scores = contributions.map((row) => row.reduce((sum, value) => sum + value, 0))
  const flat = weights.flatMap((_, criterion) => (new Set(columnOf(choice.ratings, criterion)).size === 1 ? [criterion] : []))
  return {
    kind: 'computed',
    ...evidence,
    warnings: [
      ...prepared.warnings,
      ...(flat.length > 0 ? [{ code: 'criterion-does-not-discriminate' as const, at: flat }] : []),
      ...tieWarnings(scores),
    ],
    scores,
    contributions,
    weights,
    ...rankingOf(scores),
  }
}

/** The ratings made comparable, higher always better: what the weights are applied to. Ratings must be fit for the scaling. */
export function scaledRatings(ratings: Choice['ratings'], directions: readonly Direction[], scaling: Scaling): number[][] {
  const columns = directions.map((direction, criterion) => scaledColumn(columnOf(ratings, criterion), direction, scaling))
  return ratings.map((_, option) => columns.map((column) => column[option]!))
}

function scaledColumn(values: readonly number[], direction: Direction, scaling: Scaling): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (scaling.kind === 'of-top') return values.map((value) => (direction === 'benefit' ? value / scaling.top : 1 - value / scaling.top))
  if (scaling.kind === 'to-best') {
    return values.map((value) => (direction === 'cost' ? least / value : most === 0 ? 0 : value / most))
  }
  const span = most - least
  return values.map((value) => (span === 0 ? 1 : direction === 'benefit' ? (value - least) / span : (most - value) / span))
}

/** The rating that this scaling cannot take, if there is one. */
export function unfitFor(scaling: Scaling, { ratings }: Choice, directions: readonly Direction[]): ChoiceFault | undefined {
  if (scaling.kind === 'min-max') return undefined
  const negative = ratingWhere(ratings, (rating) => rating < 0, 'negative-rating')
  if (negative || scaling.kind === 'of-top') return negative
  const costs = ratings.map((row) => row.map((rating, criterion) => (directions[criterion] === 'cost' ? rating : 1)))
  return ratingWhere(costs, (rating) => rating === 0, 'zero-rating')
}
