import { type AhpOptions, ahp } from './ahp.ts'
import { type Cell, type PairwiseMatrix, SAATY_SCALE, withJudgement } from './comparison.ts'

export type InconsistentJudgement = {
  readonly kind: 'found'
  /** The pair furthest from what the weights imply, row before column; indices from 0. */
  readonly pair: Cell
  /** Other pairs exactly as far off: the choice among them is the judge's. */
  readonly tiedWith: readonly Cell[]
  /** The judge's value and the one the weights imply (row over column). */
  readonly given: number
  readonly implied: number
  /** The value of Saaty's scale that brings the consistency ratio lowest when this judgement alone is changed. */
  readonly suggested: number
  readonly consistencyRatio: { readonly now: number; readonly afterwards: number }
  /** True when that change brings the ratio to the threshold; otherwise other judgements need another look as well. */
  readonly mends: boolean
  readonly n: number
  readonly method: 'largest-log-deviation'
}
export type InconsistentJudgementResult =
  | InconsistentJudgement
  /** `consistent`: every judgement is what the weights imply. `too-many`: more criteria than the random-index tables know. */
  | {
      readonly kind: 'none'
      readonly because: 'consistent' | 'unfit-matrix' | 'too-many'
      readonly n: number
      readonly method: 'largest-log-deviation'
    }

/**
 * The judgement most at odds with the rest: the largest |ln(a_ij w_j / w_i)|, w the principal eigenvector (Saaty 2003).
 * `passingOver` are pairs nobody judged (their cells were filled in), which are never named.
 */
export function inconsistentJudgement(
  matrix: PairwiseMatrix,
  options: AhpOptions & { readonly passingOver?: readonly Cell[] } = {},
): InconsistentJudgementResult {
  const evidence = { n: matrix.length, method: 'largest-log-deviation' } as const
  const result = ahp(matrix, options)
  if (result.kind === 'undefined') return { kind: 'none', because: 'unfit-matrix', ...evidence }
  if (result.consistencyRatio === null) return { kind: 'none', because: 'too-many', ...evidence }
  const cells = matrix.flatMap((values, row) =>
    values.flatMap((given, column) => {
      const implied = result.weights[row]! / result.weights[column]!
      const isPassedOver = options.passingOver?.some((cell) => cell.row === row && cell.column === column) ?? false
      return column > row && !isPassedOver ? [{ row, column, given, implied, off: Math.abs(Math.log(given / implied)) }] : []
    }),
  )
  const furthest = Math.max(0, ...cells.map((cell) => cell.off))
  if (furthest < SAME) return { kind: 'none', because: 'consistent', ...evidence }
  const [first, ...tied] = cells.filter((cell) => cell.off > furthest - SAME)
  if (!first) return { kind: 'none', because: 'consistent', ...evidence }
  const pair = { row: first.row, column: first.column }
  const best = bestValue(matrix, pair, options)
  return {
    kind: 'found',
    ...evidence,
    pair,
    tiedWith: tied.map(({ row, column }) => ({ row, column })),
    given: first.given,
    implied: first.implied,
    suggested: best.times,
    consistencyRatio: { now: result.consistencyRatio, afterwards: best.ratio },
    mends: best.ratio <= result.threshold,
  }
}

function bestValue(matrix: PairwiseMatrix, pair: Cell, options: AhpOptions): { times: number; ratio: number } {
  const tried = SAATY_SCALE.map((times) => {
    const changed = ahp(withJudgement(matrix, { ...pair, times }), options)
    return { times, ratio: changed.kind === 'computed' ? (changed.consistencyRatio ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY }
  })
  return tried.reduce((best, one) => (one.ratio < best.ratio ? one : best))
}

/** Deviations closer than this are ties of rounding. */
const SAME = 1e-9
