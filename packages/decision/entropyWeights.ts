import { normalised } from './ahp.ts'
import { type Choice, columnOf, type Direction, ratingWhere } from './choice.ts'
import type { Evidence } from './evidence.ts'

/** `sum`: shares of the raw ratings. `min-max`: each criterion first stretched to 0-1 by its direction, common in Chinese practice. */
export type EntropyNormalisation = 'sum' | 'min-max'
export type EntropyWeights = {
  readonly kind: 'computed'
  readonly weights: readonly number[]
  /** 1 when all options share the criterion equally, 0 when one has it all. */
  readonly entropy: readonly number[]
  /** 1 - entropy: how much the criterion tells the options apart. */
  readonly divergence: readonly number[]
} & Evidence<`entropy-${EntropyNormalisation}`>
export type EntropyWeightsResult =
  | EntropyWeights
  | ({
      readonly kind: 'undefined'
      readonly because: 'no-information' | 'too-few-options' | 'negative-rating' | 'rating-not-finite'
      readonly at?: { readonly option: number; readonly criterion: number }
    } & Evidence<`entropy-${EntropyNormalisation}`>)

/**
 * Weights by Shannon entropy (Hwang & Yoon 1981): criteria that tell the options apart weigh more, whatever people think of them.
 * Undefined below two options, with negative ratings under `sum`, or when no criterion tells any apart.
 */
export function entropyWeights(
  ratings: Choice['ratings'],
  options: { normalisation?: EntropyNormalisation; directions?: readonly Direction[] } = {},
): EntropyWeightsResult {
  const normalisation = options.normalisation ?? 'sum'
  const evidence = { n: ratings.length, excluded: [], method: `entropy-${normalisation}`, warnings: [] } as const
  const criteria = (ratings[0] ?? []).length
  if (ratings.some((row) => row.length !== criteria)) throw new RangeError('every option needs a rating on every criterion')
  if (ratings.length < 2) return { kind: 'undefined', because: 'too-few-options', ...evidence }
  const unfit = ratingWhere(ratings, (rating) => !Number.isFinite(rating) || (normalisation === 'sum' && rating < 0), 'negative-rating')
  if (unfit && 'option' in unfit) {
    const { option, criterion } = unfit
    const because = Number.isFinite(ratings[option]?.[criterion]) ? 'negative-rating' : 'rating-not-finite'
    return { kind: 'undefined', because, at: { option, criterion }, ...evidence }
  }
  const entropy = Array.from({ length: criteria }, (_, criterion) => {
    const values = columnOf(ratings, criterion)
    return entropyOf(normalisation === 'sum' ? values : stretched(values, options.directions?.[criterion] ?? 'benefit'))
  })
  const divergence = entropy.map((value) => Math.max(0, 1 - value))
  if (divergence.every((value) => value < NOTHING)) return { kind: 'undefined', because: 'no-information', ...evidence }
  return { kind: 'computed', ...evidence, weights: normalised(divergence), entropy, divergence }
}

/** -sum p ln p / ln m over the shares of m options, 0 ln 0 = 0; a criterion without any share tells nothing apart: 1. */
function entropyOf(values: readonly number[]): number {
  const whole = values.reduce((sum, value) => sum + value, 0)
  if (whole === 0 || values.every((value) => value === values[0])) return 1
  const terms = values.map((value) => (value === 0 ? 0 : (value / whole) * Math.log(value / whole)))
  return -terms.reduce((sum, term) => sum + term, 0) / Math.log(values.length)
}

function stretched(values: readonly number[], direction: Direction): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (least === most) return values.map(() => 0)
  return values.map((value) => (direction === 'benefit' ? value - least : most - value) / (most - least))
}

const NOTHING = 1e-15
