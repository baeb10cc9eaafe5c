import type { Evidence } from './evidence.ts'

export type FuzzyEvaluation = {
  readonly kind: 'computed'
  /** Membership in each grade by M(x, +): every factor counts by its weight. */
  readonly weightedAverage: readonly number[]
  /** By M(min, max): the most that one factor supports; the leading factor decides. */
  readonly minMax: readonly number[]
  /** Grades with the largest membership under the weighted average; several when tied. */
  readonly grades: readonly number[]
} & Evidence<'fuzzy-comprehensive-evaluation'>
export type FuzzyEvaluationResult =
  | FuzzyEvaluation
  | ({
      readonly kind: 'undefined'
      readonly because:
        | 'no-factors'
        | 'no-grades'
        | 'negative-weight'
        | 'all-weights-zero'
        | 'weight-not-finite'
        | 'membership-out-of-range'
      readonly at?: { readonly factor: number; readonly grade?: number }
    } & Evidence<'fuzzy-comprehensive-evaluation'>)

/**
 * Fuzzy comprehensive evaluation (模糊综合评价): factors (rows) with their membership of 0 to 1 in each grade (columns), put together by the
 * factors' weights. Weights are used as given; a sum other than 1 is warned of, because memberships then no longer compare with the rows.
 */
export function fuzzyEvaluation(membership: readonly (readonly number[])[], weights: readonly number[]): FuzzyEvaluationResult {
  const evidence = { n: membership.length, excluded: [], method: 'fuzzy-comprehensive-evaluation' } as const
  const refuse = (because: Extract<FuzzyEvaluationResult, { kind: 'undefined' }>['because'], at?: { factor: number; grade?: number }) =>
    ({ kind: 'undefined', because, ...(at && { at }), ...evidence, warnings: [] }) as const
  const grades = membership[0]?.length ?? 0
  if (membership.length === 0) return refuse('no-factors')
  if (grades === 0) return refuse('no-grades')
  if (weights.length !== membership.length || membership.some((row) => row.length !== grades))
    throw new RangeError('every factor needs one weight and one membership in each grade')
  for (const [factor, weight] of weights.entries()) {
    if (!Number.isFinite(weight)) return refuse('weight-not-finite', { factor })
    if (weight < 0) return refuse('negative-weight', { factor })
    const grade = membership[factor]!.findIndex((value) => !(value >= 0 && value <= 1))
    if (grade >= 0) return refuse('membership-out-of-range', { factor, grade })
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return refuse('all-weights-zero')
  const columns = Array.from({ length: grades }, (_, grade) => membership.map((row) => row[grade]!))
  const weightedAverage = columns.map((column) => column.reduce((sum, value, factor) => sum + value * weights[factor]!, 0))
  const most = Math.max(...weightedAverage)
  return {
    kind: 'computed',
    ...evidence,
    warnings: Math.abs(whole - 1) > 1e-9 ? [{ code: 'weights-not-one', value: whole }] : [],
    weightedAverage,
    minMax: columns.map((column) => Math.max(...column.map((value, factor) => Math.min(value, weights[factor]!)))),
    grades: weightedAverage.flatMap((value, grade) => (most - value <= 1e-12 ? [grade] : [])),
  }
}
