import { type AhpOptions, type AhpWeights, ahp, normalised } from './ahp.ts'
import type { MatrixFault, PairwiseMatrix } from './comparison.ts'
import type { Evidence } from './evidence.ts'
import { type Ranking, rankingOf, tieWarnings } from './ranking.ts'

export type AhpHierarchy = {
  readonly kind: 'computed'
  readonly criteria: AhpWeights
  /** Options compared with each other under each criterion, in the order of the criteria. */
  readonly alternatives: readonly AhpWeights[]
  /** Priorities that sum to 1 under each criterion, weighed and added (distributive mode). */
  readonly distributive: readonly number[]
  /** Under each criterion over the best option first (ideal mode): a copy of an option put in leaves the order of the rest alone. */
  readonly ideal: readonly number[]
  /** Criteria (or `goal` for the comparison of the criteria) whose consistency ratio is above the threshold. */
  readonly inconsistent: readonly (number | 'goal')[]
} & Ranking &
  Evidence<'ahp-hierarchy-distributive'>
export type AhpHierarchyResult =
  | AhpHierarchy
  | ({
      readonly kind: 'undefined'
      readonly because: MatrixFault['because'] | 'wrong-number-of-matrices' | 'different-sizes'
      /** The criterion whose matrix is at fault; `null`: the comparison of the criteria. */
      readonly criterion: number | null
      readonly fault: MatrixFault | null
    } & Evidence<'ahp-hierarchy-distributive'>)

/**
 * A whole hierarchy (Saaty 1980): criteria compared with each other, options compared under each criterion, and the priorities put together.
 * `alternatives[k]` is the matrix of the options under criterion k, all of one size. Ranked by the distributive priorities.
 */
export function ahpHierarchy(
  question: { readonly criteria: PairwiseMatrix; readonly alternatives: readonly PairwiseMatrix[] },
  options: AhpOptions = {},
): AhpHierarchyResult {
  const size = question.alternatives[0]?.length ?? 0
  const evidence = { n: size, excluded: [], method: 'ahp-hierarchy-distributive' } as const
  const refuse = (because: Extract<AhpHierarchyResult, { kind: 'undefined' }>['because'], criterion: number | null, fault?: MatrixFault) =>
    ({ kind: 'undefined', because, criterion, fault: fault ?? null, ...evidence, warnings: [] }) as const
  const criteria = ahp(question.criteria, options)
  if (criteria.kind === 'undefined') return refuse(criteria.fault.because, null, criteria.fault)
  if (question.alternatives.length !== criteria.n) return refuse('wrong-number-of-matrices', null)
  const alternatives: AhpWeights[] = []
  for (const [criterion, matrix] of question.alternatives.entries()) {
    const one = ahp(matrix, options)
    if (one.kind === 'undefined') return refuse(one.fault.because, criterion, one.fault)
    if (one.n !== size) return refuse('different-sizes', criterion)
    alternatives.push(one)
  }
  const together = (under: (one: AhpWeights, option: number) => number): number[] =>
    Array.from({ length: size }, (_, option) => alternatives.reduce((sum, one, k) => sum + criteria.weights[k]! * under(one, option), 0))
  const distributive = together((one, option) => one.weights[option]!)
  const inconsistent = [...(criteria.consistent === false ? ['goal' as const] : [])]
  return {
    kind: 'computed',
    ...evidence,
    warnings: tieWarnings(distributive),
    criteria,
    alternatives,
    distributive,
    ideal: normalised(together((one, option) => one.weights[option]! / Math.max(...one.weights))),
    inconsistent: [...inconsistent, ...alternatives.flatMap((one, k) => (one.consistent === false ? [k] : []))],
    ...rankingOf(distributive),
  }
}
