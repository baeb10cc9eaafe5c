import { presentValues, type Series } from './answers.ts'
import { leftOut, notComputed, type Result, type Warning } from './evidence.ts'
import { sum } from './moments.ts'

export type StratumSize = { readonly stratum: string; readonly population: number }
export type StratumWeight = {
  readonly stratum: string
  readonly population: number
  readonly answered: number
  /** What one answer of this stratum counts for, scaled so that the weights of all answers sum to their number; `null` when nobody answered. */
  readonly weight: number | null
}
export type PostStratified = {
  /** One weight a case, in the order of the cases; `null` where the case has no answer or no stratum. */
  readonly weights: Series
  readonly strata: readonly StratumWeight[]
  /** Mean with each stratum given its share of the population. */
  readonly mean: number
  /** Linearised standard error (Taylor), without finite population correction. */
  readonly se: number | null
}
export type PostStratifiedResult = Result<'post-stratification', PostStratified>

/**
 * Gives each stratum its share of the population: weight = (N_h / N) / (n_h / n) over the cases that answered. A stratum nobody answered for
 * cannot be spoken for: the others share its weight and it is named. Undefined when nobody answered, nobody is in the population, or a
 * case names a stratum the population does not list. Throws on an answer that is no number.
 */
export function postStratification(
  series: Series,
  strata: readonly (string | null)[],
  population: readonly StratumSize[],
): PostStratifiedResult {
  const method = 'post-stratification'
  if (series.length !== strata.length) throw new RangeError('every case needs its stratum or null')
  presentValues(series)
  if (population.some((one) => !(Number.isFinite(one.population) && one.population >= 0)))
    throw new RangeError('a stratum has a number of people, not negative')
  const cases = series.flatMap((value, index) => {
    const stratum = strata[index] ?? null
    return value === null || stratum === null ? [] : [{ value, stratum }]
  })
  const n = cases.length
  const withoutStratum = series.filter((value, index) => value !== null && (strata[index] ?? null) === null).length
  const excluded = leftOut({ missing: series.length - n - withoutStratum, 'no-group': withoutStratum })
  const unknown = [...new Set(cases.map((one) => one.stratum))].filter((name) => !population.some((size) => size.stratum === name))
  if (unknown.length > 0) return notComputed(method, 'unknown-stratum', { n, excluded, subjects: unknown })
  if (n === 0) return notComputed(method, 'no-cases', { n, excluded })
  const groups = population.map((size) => ({
    ...size,
    values: cases.filter((one) => one.stratum === size.stratum).map((one) => one.value),
  }))
  const spoken = sum(groups.filter((group) => group.values.length > 0).map((group) => group.population))
  if (spoken === 0) return notComputed(method, 'no-population', { n, excluded })
  const weighted = groups.map((group) => ({
    ...group,
    weight: group.values.length === 0 ? null : (group.population / spoken) * (n / group.values.length),
  }))
  const weightOf = new Map(weighted.map((group) => [group.stratum, group.weight]))
  return {
    kind: 'computed',
    method,
    n,
    excluded,
    warnings: warningsOf(weighted),
    weights: series.map((value, index) => (value === null ? null : (weightOf.get(strata[index] ?? '') ?? null))),
    strata: weighted.map(({ stratum, population: size, values, weight }) => ({
      stratum,
      population: size,
      answered: values.length,
      weight,
    })),
    mean: sum(weighted.map((group) => (group.weight === null ? 0 : group.weight * sum(group.values)))) / n,
    se: n < 2 ? null : linearisedError(weighted, n),
  }
}

type Weighted = { stratum: string; values: number[]; weight: number | null }

/** sqrt(n / (n - 1) x sum of squared weighted residuals about the stratum means) / n. */
function linearisedError(groups: readonly Weighted[], n: number): number {
  const squares = groups.flatMap(({ values, weight }) => {
    const centre = sum(values) / values.length
    return values.map((value) => (((weight ?? 0) / n) * (value - centre)) ** 2)
  })
  return Math.sqrt((n / (n - 1)) * sum(squares))
}

function warningsOf(groups: readonly Weighted[]): Warning[] {
  const named = (answers: number): string[] => groups.filter((group) => group.values.length === answers).map((group) => group.stratum)
  return [
    ...(named(0).length > 0 ? [{ code: 'empty-stratum' as const, subjects: named(0) }] : []),
    ...(named(1).length > 0 ? [{ code: 'stratum-of-one' as const, subjects: named(1) }] : []),
  ]
}
