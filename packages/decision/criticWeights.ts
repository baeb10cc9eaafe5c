import { normalised } from './ahp.ts'
import { type Choice, columnOf, type Direction, ratingWhere } from './choice.ts'
import type { Evidence } from './evidence.ts'
import { scaledRatings } from './weightedSum.ts'

export type CriticWeights = {
  readonly kind: 'computed'
  readonly weights: readonly number[]
  /** Spread of the criterion times what it says that the others do not: sd_j x sum_k (1 - r_jk). */
  readonly information: readonly number[]
  readonly standardDeviations: readonly number[]
  /** Pearson correlations of the stretched criteria; `null` with a criterion all options share. */
  readonly correlations: readonly (readonly (number | null)[])[]
} & Evidence<'critic-1995'>
export type CriticWeightsResult =
  | CriticWeights
  | ({
      readonly kind: 'undefined'
      readonly because: 'no-information' | 'too-few-options' | 'rating-not-finite'
      readonly at?: { readonly option: number; readonly criterion: number }
    } & Evidence<'critic-1995'>)

/**
 * Weights by CRITIC (Diakoulaki, Mavrotas & Papayannakis 1995): criteria stretched to 0-1 by their direction; one that spreads the options
 * and repeats no other weighs more. A criterion all options share weighs nothing and enters no sum. Undefined below two options and when no
 * criterion tells any apart. `deviation`: divisor n - 1 (default) or n; the weights are the same.
 */
export function criticWeights(
  ratings: Choice['ratings'],
  options: { directions?: readonly Direction[]; deviation?: 'sample' | 'population' } = {},
): CriticWeightsResult {
  const evidence = { n: ratings.length, excluded: [], method: 'critic-1995' } as const
  const criteria = (ratings[0] ?? []).length
  if (ratings.some((row) => row.length !== criteria)) throw new RangeError('every option needs a rating on every criterion')
  if (ratings.length < 2) return { kind: 'undefined', because: 'too-few-options', ...evidence, warnings: [] }
  const unfit = ratingWhere(ratings, (rating) => !Number.isFinite(rating), 'rating-not-finite')
  if (unfit && 'option' in unfit) {
    const at = { option: unfit.option, criterion: unfit.criterion }
    return { kind: 'undefined', because: 'rating-not-finite', at, ...evidence, warnings: [] }
  }
  const directions = options.directions ?? Array.from({ length: criteria }, (): Direction => 'benefit')
  const scaled = scaledRatings(ratings, directions, { kind: 'min-max' })
  const columns = directions.map((_, criterion) => centred(columnOf(scaled, criterion)))
  const lengths = columns.map((column) => Math.hypot(...column))
  const flat = lengths.flatMap((length, criterion) => (length === 0 ? [criterion] : []))
  if (flat.length === criteria) return { kind: 'undefined', because: 'no-information', ...evidence, warnings: [] }
  const divisor = Math.sqrt(options.deviation === 'population' ? ratings.length : ratings.length - 1)
  const standardDeviations = lengths.map((length) => length / divisor)
  const correlations = columns.map((own, j) =>
    columns.map((other, k) => (lengths[j] === 0 || lengths[k] === 0 ? null : j === k ? 1 : dot(own, other) / (lengths[j]! * lengths[k]!))),
  )
  const information = standardDeviations.map((sd, j) => sd * correlations[j]!.reduce<number>((sum, r) => sum + (r === null ? 0 : 1 - r), 0))
  const alone = information.every((value) => value < NOTHING)
  return {
    kind: 'computed',
    ...evidence,
    warnings: flat.length > 0 ? [{ code: 'criterion-does-not-discriminate', at: flat }] : [],
    weights: normalised(alone ? standardDeviations : information),
    information,
    standardDeviations,
    correlations,
  }
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const flat = values.every((value) => value === values[0])
  return values.map((value) => (flat ? 0 : value - mean))
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0)

/** Below this no criterion says anything the others do not (all repeat each other): then the spread alone weighs. */
const NOTHING = 1e-12
