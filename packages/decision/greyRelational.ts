import { type Choice, type ChoiceFault, columnOf, prepare } from './choice.ts'
import type { Evidence } from './evidence.ts'
import { type Ranking, rankingOf, tieWarnings } from './ranking.ts'
import { scaledRatings } from './weightedSum.ts'

export type GreyRelational = {
  readonly kind: 'computed'
  /** Closeness to the best of every criterion, weighed: at most 1. */
  readonly grades: readonly number[]
  /** Coefficients of each option (rows) on each criterion (columns). */
  readonly coefficients: readonly (readonly number[])[]
  readonly distinguishing: number
  readonly weights: readonly number[]
} & Ranking &
  Evidence<'grey-relational-deng'>
export type GreyRelationalResult =
  | GreyRelational
  | ({
      readonly kind: 'undefined'
      readonly fault: ChoiceFault | { readonly because: 'distinguishing-not-positive' }
    } & Evidence<'grey-relational-deng'>)

/**
 * Grey relational grades (Deng 1982) after stretching every criterion to 0-1 by its direction: (least + rho most) / (own + rho most) of the
 * distances from the best, weighed. `distinguishing` is rho, 0.5 by convention. A criterion all options share counts as best for all; when
 * all options share all criteria there is nothing to relate and the result is undefined.
 */
export function greyRelational(choice: Choice, distinguishing = 0.5): GreyRelationalResult {
  const evidence = { n: choice.ratings.length, excluded: [], method: 'grey-relational-deng' } as const
  const prepared = prepare(choice)
  if (prepared.kind === 'fault') return { kind: 'undefined', fault: prepared.fault, ...evidence, warnings: [] }
  if (!(distinguishing > 0)) return { kind: 'undefined', fault: { because: 'distinguishing-not-positive' }, ...evidence, warnings: [] }
  const { weights, directions } = prepared
  const distances = scaledRatings(choice.ratings, directions, { kind: 'min-max' }).map((row) => row.map((value) => 1 - value))
  const [least, most] = [Math.min(...distances.flat()), Math.max(...distances.flat())]
  if (most === 0) return { kind: 'undefined', fault: { because: 'no-difference' }, ...evidence, warnings: prepared.warnings }
  const coefficients = distances.map((row) => row.map((own) => (least + distinguishing * most) / (own + distinguishing * most)))
  const grades = coefficients.map((row) => row.reduce((sum, value, criterion) => sum + value * weights[criterion]!, 0))
  const flat = weights.flatMap((_, criterion) => (new Set(columnOf(choice.ratings, criterion)).size === 1 ? [criterion] : []))
  return {
    kind: 'computed',
    ...evidence,
    warnings: [
      ...prepared.warnings,
      ...(flat.length > 0 ? [{ code: 'criterion-does-not-discriminate' as const, at: flat }] : []),
      ...tieWarnings(grades),
    ],
    grades,
    coefficients,
    distinguishing,
    weights,
    ...rankingOf(grades),
  }
}
