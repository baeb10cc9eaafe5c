import { type Choice, type ChoiceFault, columnOf, prepare } from './choice.ts'
import type { Evidence } from './evidence.ts'
import { type Ranking, rankingOf, tieWarnings } from './ranking.ts'

export type Topsis = {
  readonly kind: 'computed'
  /** 0 (the worst on every criterion) to 1 (the best on every criterion). */
  readonly closeness: readonly number[]
  /** Ratings over the root of the sum of squares of their criterion. */
  readonly normalised: readonly (readonly number[])[]
  readonly idealPositive: readonly number[]
  readonly idealNegative: readonly number[]
  /** Distance of each option from the best and the worst, weighted. */
  readonly distanceToBest: readonly number[]
  readonly distanceToWorst: readonly number[]
  readonly weights: readonly number[]
} & Ranking &
  Evidence<'topsis-vector'>
export type TopsisResult = Topsis | ({ readonly kind: 'undefined'; readonly fault: ChoiceFault } & Evidence<'topsis-vector'>)

/**
 * TOPSIS (Hwang & Yoon 1981) with vector normalisation: options ordered by closeness to the ideal. Undefined when the options differ in nothing
 * that carries weight (0/0) or the input is at fault; a criterion that is zero for all discriminates nothing and is warned of.
 */
export function topsis(choice: Choice): TopsisResult {
  const evidence = { n: choice.ratings.length, excluded: [], method: 'topsis-vector' } as const
  const prepared = prepare(choice)
  if (prepared.kind === 'fault') return { kind: 'undefined', fault: prepared.fault, ...evidence, warnings: [] }
  const { weights, directions } = prepared
  const lengths = weights.map((_, criterion) => Math.hypot(...columnOf(choice.ratings, criterion)))
  const normalised = choice.ratings.map((row) =>
    row.map((rating, criterion) => (lengths[criterion] === 0 ? 0 : rating / lengths[criterion]!)),
  )
  const weighted = normalised.map((row) => row.map((value, criterion) => value * weights[criterion]!))
  const most = weights.map((_, criterion) => Math.max(...columnOf(weighted, criterion)))
  const least = weights.map((_, criterion) => Math.min(...columnOf(weighted, criterion)))
  const idealPositive = directions.map((direction, criterion) => (direction === 'benefit' ? most[criterion]! : least[criterion]!))
  const idealNegative = directions.map((direction, criterion) => (direction === 'benefit' ? least[criterion]! : most[criterion]!))
  const distanceToBest = weighted.map((row) => distance(row, idealPositive))
  const distanceToWorst = weighted.map((row) => distance(row, idealNegative))
  if (distance(most, least) === 0)
    return { kind: 'undefined', fault: { because: 'no-difference' }, ...evidence, warnings: prepared.warnings }
  const closeness = distanceToBest.map((best, option) => distanceToWorst[option]! / (best + distanceToWorst[option]!))
  const flat = weights.flatMap((_, criterion) => (most[criterion] === least[criterion] ? [criterion] : []))
  return {
    kind: 'computed',
    ...evidence,
    warnings: [
      ...prepared.warnings,
      ...(flat.length > 0 ? [{ code: 'criterion-does-not-discriminate' as const, at: flat }] : []),
      ...tieWarnings(closeness),
    ],
    closeness,
    normalised,
    idealPositive,
    idealNegative,
    distanceToBest,
    distanceToWorst,
    weights,
    ...rankingOf(closeness),
  }
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - b[index]!))
}
