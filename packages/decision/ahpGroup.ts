import { type AhpOptions, type AhpResult, type AhpWeights, ahp, normalised } from './ahp.ts'
import type { MatrixFault, PairwiseMatrix } from './comparison.ts'
import type { Evidence } from './evidence.ts'

export type AhpGroup = {
  readonly kind: 'computed'
  /** Judgements aggregated: each cell the weighted geometric mean over the judges, which alone keeps the matrix reciprocal. */
  readonly matrix: PairwiseMatrix
  /** Weights of that matrix: the group's. */
  readonly group: AhpWeights
  /** Each judge alone, to see who judges inconsistently or far from the rest. */
  readonly judges: readonly AhpWeights[]
  /** Priorities aggregated instead, by weighted geometric and arithmetic mean (Forman & Peniwati 1998), for comparison. */
  readonly priorities: { readonly geometric: readonly number[]; readonly arithmetic: readonly number[] }
} & Evidence<'ahp-aggregated-judgements'>
export type AhpGroupResult =
  | AhpGroup
  | ({
      readonly kind: 'undefined'
      /** `judge` is the index of the judge at fault, where one is. */
      readonly because: 'no-judges' | 'different-sizes' | 'unfit-matrix' | 'weights-not-positive'
      readonly judge?: number
      readonly fault?: MatrixFault
    } & Evidence<'ahp-aggregated-judgements'>)

/** Weights of several judges together. `judgeWeights` (default equal) are rescaled to sum to 1. Undefined when any judge's matrix is unfit: the judge is named. */
export function ahpGroup(
  matrices: readonly PairwiseMatrix[],
  options: AhpOptions & { judgeWeights?: readonly number[] } = {},
): AhpGroupResult {
  const evidence = { n: matrices.length, excluded: [], method: 'ahp-aggregated-judgements', warnings: [] } as const
  const [first] = matrices
  if (!first) return { kind: 'undefined', because: 'no-judges', ...evidence }
  const results = matrices.map((matrix) => ahp(matrix, options))
  for (const [judge, result] of results.entries()) {
    if (result.kind === 'undefined') return { kind: 'undefined', because: 'unfit-matrix', judge, fault: result.fault, ...evidence }
    if (result.n !== first.length) return { kind: 'undefined', because: 'different-sizes', judge, ...evidence }
  }
  const given = options.judgeWeights ?? matrices.map(() => 1)
  const unfit = given.findIndex((weight) => !(weight > 0))
  if (given.length !== matrices.length || unfit >= 0)
    return { kind: 'undefined', because: 'weights-not-positive', judge: unfit, ...evidence }
  const shares = normalised(given)
  const matrix = first.map((row, i) =>
    row.map((_, j) =>
      geometric(
        matrices.map((one) => one[i]![j]!),
        shares,
      ),
    ),
  )
  const group = ahp(reciprocal(matrix), options)
  const judges = results.filter(isComputed)
  if (group.kind === 'undefined') return { kind: 'undefined', because: 'unfit-matrix', fault: group.fault, ...evidence }
  const each = first.map((_, criterion) => judges.map((judge) => judge.weights[criterion]!))
  return {
    kind: 'computed',
    ...evidence,
    matrix: reciprocal(matrix),
    group,
    judges,
    priorities: {
      geometric: normalised(each.map((weights) => geometric(weights, shares))),
      arithmetic: each.map((weights) => weights.reduce((sum, weight, judge) => sum + weight * shares[judge]!, 0)),
    },
  }
}

function geometric(values: readonly number[], shares: readonly number[]): number {
  return Math.exp(values.reduce((sum, value, index) => sum + Math.log(value) * shares[index]!, 0))
}

/** Lower triangle from the upper, so that rounding in the inputs (0.333333) does not add up. */
function reciprocal(matrix: PairwiseMatrix): number[][] {
  return matrix.map((row, i) => row.map((value, j) => (i === j ? 1 : i < j ? value : 1 / matrix[j]![i]!)))
}

const isComputed = (result: AhpResult): result is AhpWeights => result.kind === 'computed'
