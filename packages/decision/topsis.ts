import { type Choice, type ChoiceFault, columnOf, type Direction, prepare } from './choice.ts'
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
  const { weights } = prepared
  const frame = frameOf(choice.ratings, prepared.directions)
  const distanceToBest = frame.normalised.map((row) => distance(row, frame.best, weights))
  const distanceToWorst = frame.normalised.map((row) => distance(row, frame.worst, weights))
  const closeness = closenessOf(frame, weights)
  if (!closeness) return { kind: 'undefined', fault: { because: 'no-difference' }, ...evidence, warnings: prepared.warnings }
  const flat = weights.flatMap((_, criterion) => (frame.best[criterion] === frame.worst[criterion] ? [criterion] : []))
  return {
    kind: 'computed',
    ...evidence,
    warnings: [
      ...prepared.warnings,
      ...(flat.length > 0 ? [{ code: 'criterion-does-not-discriminate' as const, at: flat }] : []),
      ...tieWarnings(closeness),
    ],
    closeness,
    normalised: frame.normalised,
    idealPositive: weights.map((weight, criterion) => weight * frame.best[criterion]!),
    idealNegative: weights.map((weight, criterion) => weight * frame.worst[criterion]!),
    distanceToBest,
    distanceToWorst,
    weights,
    ...rankingOf(closeness),
  }
}

/** What of TOPSIS does not depend on the weights: normalised ratings, and the best and worst of each criterion among them. */
export type TopsisFrame = { readonly normalised: number[][]; readonly best: number[]; readonly worst: number[] }

/** Normalises each criterion by the root of its sum of squares and finds its best and worst rating by direction. Rows options, columns criteria; at least one option. */
export function frameOf(ratings: Choice['ratings'], directions: readonly Direction[]): TopsisFrame {
  const lengths = directions.map((_, criterion) => Math.hypot(...columnOf(ratings, criterion)))
  const normalised = ratings.map((row) => row.map((rating, criterion) => (lengths[criterion] === 0 ? 0 : rating / lengths[criterion]!)))
  const most = directions.map((_, criterion) => Math.max(...columnOf(normalised, criterion)))
  const least = directions.map((_, criterion) => Math.min(...columnOf(normalised, criterion)))
  const pick = (benefit: number[], cost: number[]): number[] =>
    directions.map((direction, criterion) => (direction === 'benefit' ? benefit[criterion]! : cost[criterion]!))
  return { normalised, best: pick(most, least), worst: pick(least, most) }
}

/** Closeness of each option under these weights (non-negative, any sum); `null` when the options differ in nothing that carries weight. */
export function closenessOf(frame: TopsisFrame, weights: readonly number[]): number[] | null {
  if (distance(frame.best, frame.worst, weights) === 0) return null
  return frame.normalised.map((row) => {
    const toWorst = distance(row, frame.worst, weights)
    return toWorst / (distance(row, frame.best, weights) + toWorst)
  })
}

/** Euclidean distance with each criterion stretched by its weight. */
function distance(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  let squares = 0
  for (let index = 0; index < weights.length; index++) squares += (weights[index]! * (a[index]! - b[index]!)) ** 2
  return Math.sqrt(squares)
}
