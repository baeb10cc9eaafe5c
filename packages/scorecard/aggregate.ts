import { div, type Exact, exact, isZero, max, min, mul, sum, ZERO } from '@milepost/exact/exact'
import type { UnitAggregation } from './card.ts'

/** One figure on its way up: the value with the parts that let it be added to others. */
export type Figure = { actual?: Exact; numerator?: Exact; denominator?: Exact; n?: number; weight?: Exact }

export type Aggregated =
  | { kind: 'aggregated'; figure: Figure & { actual: Exact } }
  | {
      kind: 'undefined'
      because:
        | 'no-values'
        | 'zero-denominator'
        | 'numerator-without-denominator'
        | 'weight-sum-zero'
        | 'too-few-answers'
        | 'value-without-figure'
    }

const undefinedBecause = (because: Extract<Aggregated, { kind: 'undefined' }>['because']): Aggregated => ({ kind: 'undefined', because })

/**
 * Puts figures of one measure together before anything is scored: sums of flows, sums of numerators over sums of denominators,
 * means weighted by length, money or answers. A mean of percentages is not offered.
 */
export function aggregate(figures: readonly Figure[], how: UnitAggregation, ratioScale: Exact = exact(1)): Aggregated {
  if (figures.length === 0) return undefinedBecause('no-values')
  return AGGREGATIONS[how](figures, ratioScale)
}

const AGGREGATIONS: Record<UnitAggregation, (figures: readonly Figure[], ratioScale: Exact) => Aggregated> = {
  sum: (figures) => withActuals(figures, (actuals) => sum(actuals)),
  mean: (figures) => withActuals(figures, (actuals) => div(sum(actuals), actuals.length)),
  min: (figures) => withActuals(figures, ([first, ...rest]) => min(first ?? ZERO, ...rest)),
  max: (figures) => withActuals(figures, ([first, ...rest]) => max(first ?? ZERO, ...rest)),
  ratio(figures, ratioScale) {
    if (figures.some((one) => !one.numerator || !one.denominator)) return undefinedBecause('value-without-figure')
    const numerator = sum(figures.map((one) => one.numerator ?? ZERO))
    const denominator = sum(figures.map((one) => one.denominator ?? ZERO))
    if (isZero(denominator)) return undefinedBecause(isZero(numerator) ? 'zero-denominator' : 'numerator-without-denominator')
    return {
      kind: 'aggregated',
      figure: { actual: mul(div(numerator, denominator), ratioScale), numerator, denominator, ...answers(figures) },
    }
  },
  'weighted-mean'(figures) {
    if (figures.some((one) => !one.actual || !one.weight)) return undefinedBecause('value-without-figure')
    const weight = sum(figures.map((one) => one.weight ?? ZERO))
    if (isZero(weight)) return undefinedBecause('weight-sum-zero')
    const actual = div(sum(figures.map((one) => mul(one.weight ?? ZERO, one.actual ?? ZERO))), weight)
    return { kind: 'aggregated', figure: { actual, weight, ...answers(figures) } }
  },
  survey(figures) {
    if (figures.some((one) => !one.actual || one.n === undefined)) return undefinedBecause('value-without-figure')
    const n = figures.reduce((total, one) => total + (one.n ?? 0), 0)
    if (n <= 0) return undefinedBecause('too-few-answers')
    const actual = div(sum(figures.map((one) => mul(one.n ?? 0, one.actual ?? ZERO))), n)
    return { kind: 'aggregated', figure: { actual, n } }
  },
}

function withActuals(figures: readonly Figure[], combine: (actuals: Exact[]) => Exact): Aggregated {
  const actuals = figures.flatMap((one) => (one.actual ? [one.actual] : []))
  if (actuals.length < figures.length) return undefinedBecause('value-without-figure')
  return { kind: 'aggregated', figure: { actual: combine(actuals), ...answers(figures) } }
}

const answers = (figures: readonly Figure[]): { n?: number } =>
  figures.every((one) => one.n !== undefined) ? { n: figures.reduce((total, one) => total + (one.n ?? 0), 0) } : {}
