import { presentValues, type Series } from './answers.ts'
import { type Interval, leftOut, notComputed, type Result } from './evidence.ts'
import { mean, standardDeviation } from './moments.ts'
import { tQuantile } from './studentT.ts'

export type MeanInterval = {
  readonly mean: number
  /** s / sqrt(n) x sqrt(1 - n/N) (Cochran 1977). */
  readonly se: number
  /** The same with sqrt((N - n) / (N - 1)), as some textbooks have it. */
  readonly seHypergeometric: number
  readonly interval: Interval
}
export type MeanIntervalResult = Result<'t-interval-finite-population', MeanInterval>

/**
 * Mean with its t interval for a simple sample without replacement from a population of known size, such as the staff of one bureau.
 * A census has no sampling error: the interval is the mean. Undefined below two cases (unless a census) or with more cases than people.
 */
export function meanInterval(series: Series, populationSize: number, options: { level?: number } = {}): MeanIntervalResult {
  const level = options.level ?? 0.95
  const values = presentValues(series)
  const n = values.length
  const [centre, sd] = [n === 0 ? Number.NaN : mean(values), n < 2 ? null : standardDeviation(values)]
  return meanIntervalFrom({ n, missing: series.length - n, mean: centre, sd }, populationSize, { level })
}

/** The same from a number of cases, their mean and standard deviation (`null` for fewer than two) gathered elsewhere. */
export function meanIntervalFrom(
  ground: { readonly n: number; readonly missing: number; readonly mean: number; readonly sd: number | null },
  populationSize: number,
  options: { level?: number } = {},
): MeanIntervalResult {
  const level = options.level ?? 0.95
  const method = 't-interval-finite-population'
  if (Number.isNaN(populationSize)) throw new RangeError('how large is the population?')
  const { n, mean: centre, sd } = ground
  const excluded = leftOut({ missing: ground.missing })
  if (n === 0) return notComputed(method, 'no-cases', { n, excluded })
  if (n > populationSize) return notComputed(method, 'more-cases-than-population', { n, excluded })
  const computed = { kind: 'computed', method, n, excluded, mean: centre } as const
  if (n === populationSize) {
    return {
      ...computed,
      warnings: [{ code: 'census', value: n }],
      se: 0,
      seHypergeometric: 0,
      interval: { low: centre, high: centre, level },
    }
  }
  if (n === 1 || sd === null) return notComputed(method, 'too-few-cases', { n, excluded })
  const se = (sd / Math.sqrt(n)) * Math.sqrt(1 - n / populationSize)
  const withoutEnd = populationSize === Number.POSITIVE_INFINITY
  const seHypergeometric = (sd / Math.sqrt(n)) * Math.sqrt(withoutEnd ? 1 : (populationSize - n) / (populationSize - 1))
  const margin = tQuantile((1 + level) / 2, n - 1) * se
  return { ...computed, warnings: [], se, seHypergeometric, interval: { low: centre - margin, high: centre + margin, level } }
}
