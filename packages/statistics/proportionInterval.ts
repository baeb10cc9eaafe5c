import { type Interval, notComputed, type Result } from './evidence.ts'
import { normalQuantile } from './normal.ts'

export type Proportion = {
  /** Successes over cases, 0 to 1. */
  readonly proportion: number
  readonly interval: Interval
}
export type WilsonResult = Result<'wilson-1927' | 'wilson-1927-finite-population', Proportion>

/**
 * Wilson's score interval of a proportion (1927). With `populationSize` the cases are a sample without replacement from that many:
 * they then count as n (N - 1) / (N - n) cases, and a full census has the proportion itself as its interval.
 * Undefined for no cases or more cases than people.
 */
export function wilson(successes: number, cases: number, options: { level?: number; populationSize?: number } = {}): WilsonResult {
  const { level = 0.95, populationSize } = options
  if (!(successes >= 0 && successes <= cases)) throw new RangeError(`successes must lie within the cases: ${successes} of ${cases}`)
  const method = populationSize === undefined ? 'wilson-1927' : 'wilson-1927-finite-population'
  if (cases === 0) return notComputed(method, 'no-cases', { n: 0 })
  if (populationSize !== undefined && populationSize < cases) return notComputed(method, 'more-cases-than-population', { n: cases })
  const proportion = successes / cases
  const evidence = { kind: 'computed', method, n: cases, excluded: {} } as const
  if (populationSize === cases) {
    return { ...evidence, warnings: [{ code: 'census', value: cases }], proportion, interval: { low: proportion, high: proportion, level } }
  }
  const counted = populationSize === undefined ? cases : (cases * (populationSize - 1)) / (populationSize - cases)
  return { ...evidence, warnings: [], proportion, interval: wilsonLimits(proportion, counted, level) }
}

/** The limits alone, for a proportion over any positive (possibly effective) number of cases. */
export function wilsonLimits(proportion: number, cases: number, level: number): Interval {
  const z = normalQuantile((1 + level) / 2)
  const inflated = 1 + (z * z) / cases
  const centre = (proportion + (z * z) / (2 * cases)) / inflated
  const margin = (z / inflated) * Math.sqrt((proportion * (1 - proportion)) / cases + (z * z) / (4 * cases * cases))
  return { low: proportion === 0 ? 0 : Math.max(0, centre - margin), high: proportion === 1 ? 1 : Math.min(1, centre + margin), level }
}
