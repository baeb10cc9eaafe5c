import { normalised } from './ahp.ts'
import type { DecisionWarning } from './evidence.ts'

/** Which way a criterion counts: more is better, or less is. */
export type Direction = 'benefit' | 'cost'
/** Options rated on criteria. `ratings[option][criterion]`, one weight and one direction a criterion. Weights need not sum to 1: they are rescaled. */
export type Choice = {
  readonly ratings: readonly (readonly number[])[]
  readonly weights: readonly number[]
  /** All `benefit` when left out. */
  readonly directions?: readonly Direction[]
}
export type ChoiceFault =
  | { readonly because: 'no-options' | 'no-criteria' | 'all-weights-zero' | 'no-difference' }
  | { readonly because: 'negative-weight' | 'weight-not-finite'; readonly criterion: number }
  | { readonly because: 'rating-not-finite' | 'negative-rating' | 'zero-rating'; readonly option: number; readonly criterion: number }
export type Prepared = { kind: 'prepared'; weights: number[]; directions: readonly Direction[]; warnings: DecisionWarning[] }

/** Weights scaled to sum to 1 and directions filled in; or the first fault. Throws when rows and criteria do not match in number. */
export function prepare(choice: Choice): Prepared | { kind: 'fault'; fault: ChoiceFault } {
  const { ratings, weights } = choice
  const directions = choice.directions ?? weights.map((): Direction => 'benefit')
  if (directions.length !== weights.length || ratings.some((row) => row.length !== weights.length)) {
    throw new RangeError('every criterion needs one weight, one direction and one rating of each option')
  }
  const fault = faultOf(choice)
  if (fault) return { kind: 'fault', fault }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const rescaled = Math.abs(whole - 1) > 1e-9
  return {
    kind: 'prepared',
    weights: normalised(weights),
    directions,
    warnings: rescaled ? [{ code: 'weights-rescaled', value: whole }] : [],
  }
}

function faultOf({ ratings, weights }: Choice): ChoiceFault | undefined {
  if (ratings.length === 0) return { because: 'no-options' }
  if (weights.length === 0) return { because: 'no-criteria' }
  const notFinite = weights.findIndex((weight) => !Number.isFinite(weight))
  if (notFinite >= 0) return { because: 'weight-not-finite', criterion: notFinite }
  const negative = weights.findIndex((weight) => weight < 0)
  if (negative >= 0) return { because: 'negative-weight', criterion: negative }
  if (weights.every((weight) => weight === 0)) return { because: 'all-weights-zero' }
  return ratingWhere(ratings, (rating) => !Number.isFinite(rating), 'rating-not-finite')
}

/** The first rating a test finds, as a fault. */
export function ratingWhere(
  ratings: Choice['ratings'],
  matches: (rating: number) => boolean,
  because: 'rating-not-finite' | 'negative-rating' | 'zero-rating',
): ChoiceFault | undefined {
  for (const [option, row] of ratings.entries()) {
    const criterion = row.findIndex(matches)
    if (criterion >= 0) return { because, option, criterion }
  }
  return undefined
}

/** The ratings of one criterion. */
export function columnOf(ratings: Choice['ratings'], criterion: number): number[] {
  return ratings.map((row) => row[criterion]!)
}
