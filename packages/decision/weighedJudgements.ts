import { type AhpResult, type AhpWeights, ahp } from './ahp.ts'
import { type IncompleteMatrix, logLeastSquares, mirrored, partsOf } from './ahpIncomplete.ts'
import { type Cell, faultOf, type MatrixFault, type PairwiseMatrix, SAATY_SCALE } from './comparison.ts'
import type { Evidence } from './evidence.ts'
import { type InconsistentJudgementResult, inconsistentJudgement } from './inconsistentJudgement.ts'
import { RANDOM_INDEX } from './randomIndex.ts'

export type WeighedJudgements = {
  readonly kind: 'computed'
  /** Principal eigenvector, summing to 1. */
  readonly weights: readonly number[]
  readonly lambdaMax: number
  readonly consistencyIndex: number
  /** Saaty's index of 1980, lowered for the pairs not judged; 0 when the judgements form a tree, which cannot contradict itself. */
  readonly randomIndex: number | null
  readonly consistencyRatio: number | null
  readonly consistent: boolean | null
  /** The judgement most at odds with the others; never a pair that was filled in. */
  readonly contradiction: InconsistentJudgementResult
  /** Pairs not judged: each stands as what the others imply. */
  readonly missing: readonly Cell[]
  readonly completed: PairwiseMatrix
} & Evidence<'ahp-completed-by-log-least-squares'>
export type WeighedJudgementsResult =
  | WeighedJudgements
  | ({
      readonly kind: 'undefined'
      readonly because: MatrixFault['because'] | 'disconnected' | 'nothing-judged'
      /** Criteria that are linked by judgements among themselves but not with the rest; indices from 0. */
      readonly parts: readonly (readonly number[])[]
    } & Evidence<'ahp-completed-by-log-least-squares'>)

/**
 * Weights while a judge is still judging, quick enough to follow every touch: gaps are filled with the ratios of the logarithmic
 * least-squares weights, then the principal eigenvector is taken; with every pair judged this is `ahp`. The random index for gaps is
 * RI (1 - 2 m / ((n - 1)(n - 2))), m pairs missing (Agoston & Csato 2022). Undefined, with the parts, while the judgements do not link all
 * criteria. `ahpIncomplete` has the completion of least lambda, which this one exceeds a little.
 */
export function weighedJudgements(matrix: IncompleteMatrix): WeighedJudgementsResult {
  const n = matrix.length
  const evidence = { n, excluded: [], method: 'ahp-completed-by-log-least-squares', warnings: [] } as const
  const known = mirrored(matrix)
  const fault = faultOf(
    known.map((row) => row.map((value) => value ?? 1)),
    known,
  )
  if (fault) return { kind: 'undefined', because: fault.because, parts: [], ...evidence }
  const parts = partsOf(known)
  if (parts.length === n && n > 1) return { kind: 'undefined', because: 'nothing-judged', parts, ...evidence }
  if (parts.length > 1) return { kind: 'undefined', because: 'disconnected', parts, ...evidence }
  const missing = known.flatMap((row, i) => row.flatMap((value, j) => (value === null && j > i ? [{ row: i, column: j }] : [])))
  const index = randomIndexFor(n, missing.length)
  const { completed, weighed } = completedBy(known)
  if (weighed.kind === 'undefined') return { kind: 'undefined', because: weighed.fault.because, parts: [], ...evidence }
  const ratio = ratioOf(weighed, index)
  return {
    kind: 'computed',
    ...evidence,
    weights: weighed.weights,
    lambdaMax: weighed.lambdaMax,
    consistencyIndex: weighed.consistencyIndex,
    randomIndex: index,
    consistencyRatio: ratio,
    consistent: ratio === null ? null : ratio <= weighed.threshold,
    contradiction: mended(inconsistentJudgement(completed, { passingOver: missing }), known, index),
    missing,
    completed,
  }
}

function completedBy(known: IncompleteMatrix): { completed: PairwiseMatrix; weighed: AhpResult } {
  const start = logLeastSquares(known)
  const completed = known.map((row, i) => row.map((value, j) => value ?? start[i]! / start[j]!))
  return { completed, weighed: ahp(completed) }
}

/** The change that mends most, with gaps filled anew after it and the ratio by the same lowered index as the one shown. */
function mended(found: InconsistentJudgementResult, known: IncompleteMatrix, index: number | null): InconsistentJudgementResult {
  if (found.kind === 'none' || index === null) return found
  const { row, column } = found.pair
  const ratioAt = (times: number): number => {
    const changed = known.map((values, i) =>
      values.map((value, j) => (i === row && j === column ? times : i === column && j === row ? 1 / times : value)),
    )
    const { weighed } = completedBy(changed)
    return weighed.kind === 'computed' ? (ratioOf(weighed, index) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  }
  const tried = SAATY_SCALE.map((times) => ({ times, ratio: ratioAt(times) }))
  const best = tried.reduce((least, one) => (one.ratio < least.ratio ? one : least))
  return {
    ...found,
    suggested: best.times,
    consistencyRatio: { now: ratioAt(found.given), afterwards: best.ratio },
    mends: best.ratio <= THRESHOLD,
  }
}

const THRESHOLD = 0.1

function randomIndexFor(n: number, missing: number): number | null {
  const full = RANDOM_INDEX.saaty1980[n - 1]
  if (full === undefined) return null
  if (n < 3) return 0
  return full * Math.max(0, 1 - (2 * missing) / ((n - 1) * (n - 2)))
}

/** A tree of judgements has index 0 and no contradiction: its ratio is 0. */
function ratioOf({ consistencyIndex }: AhpWeights, index: number | null): number | null {
  if (index === null) return null
  return index < 1e-12 ? 0 : consistencyIndex / index
}
