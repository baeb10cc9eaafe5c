import { presentValues, type Series } from './answers.ts'
import { type Interval, leftOut, notComputed, type Result, type Warning } from './evidence.ts'
import { isConstant, largest, mean, standardDeviation, sum } from './moments.ts'
import { median, quantiles } from './quantiles.ts'
import { HEAVY_SKEWNESS, kurtosis, skewness } from './shape.ts'
import { tQuantile } from './studentT.ts'

export type Description = {
  readonly mean: number
  /** Divisor n - 1; `null` for a single value. */
  readonly sd: number | null
  readonly variance: number | null
  /** Standard error of the mean. */
  readonly se: number | null
  /** Of the mean, by Student's t, for a sample from an endless population; see `meanInterval` for a finite one. */
  readonly interval: Interval | null
  readonly sum: number
  readonly min: number
  readonly max: number
  readonly median: number
  /** The most frequent values, ascending: all of them when they tie. */
  readonly modes: readonly number[]
  /** First, second and third quartile as R and spreadsheets give them. */
  readonly quartilesType7: readonly [number, number, number]
  /** The same as SPSS gives them. */
  readonly quartilesType6: readonly [number, number, number]
  /** First to ninth decile, type 7. */
  readonly deciles: readonly number[]
  /** Mean without the lowest and the highest tenth of the values (rounded down). */
  readonly trimmedMean: number
  /** Median distance from the median, not scaled to a standard deviation. */
  readonly medianDeviation: number
  /** Type 2 (SPSS, Excel, SAS); `null` below three values or for a constant. */
  readonly skewness: number | null
  /** Type 2, excess over the normal; `null` below four values or for a constant. */
  readonly kurtosis: number | null
}
export type DescribeResult = Result<'descriptive', Description>

/** The usual numbers of one variable. Undefined when nothing was answered. */
export function describe(series: Series, options: { level?: number } = {}): DescribeResult {
  const values = presentValues(series)
  const n = values.length
  const excluded = leftOut({ missing: series.length - n })
  if (n === 0) return notComputed('descriptive', 'no-cases', { n, excluded })
  const constant = isConstant(values)
  const centre = mean(values)
  const sd = n > 1 ? standardDeviation(values) : null
  const se = sd === null ? null : sd / Math.sqrt(n)
  return {
    kind: 'computed',
    method: 'descriptive',
    n,
    excluded,
    warnings: shapeWarnings(n, constant, skewness(values)),
    mean: centre,
    sd,
    variance: sd === null ? null : sd * sd,
    se,
    interval: se === null ? null : aroundMean(centre, se, n, options.level ?? 0.95),
    sum: sum(values),
    min: values.reduce((least, value) => Math.min(least, value)),
    max: values.reduce((most, value) => Math.max(most, value)),
    median: quantiles(values, [0.5])[0]!,
    modes: modesOf(values),
    quartilesType7: quartiles(values, 7),
    quartilesType6: quartiles(values, 6),
    deciles: quantiles(values, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    trimmedMean: trimmedMean(values, 0.1),
    medianDeviation: medianDeviation(values),
    skewness: skewness(values),
    kurtosis: kurtosis(values),
  }
}

/** What a reader should know of the shape: no spread, too few to have one, or a mean that a few values make. */
export function shapeWarnings(n: number, constant: boolean, skewed: number | null): Warning[] {
  if (constant && n > 1) return [{ code: 'constant' }]
  if (n < 4) return [{ code: 'too-few-for-shape', value: n }]
  return skewed !== null && Math.abs(skewed) > HEAVY_SKEWNESS ? [{ code: 'heavily-skewed', value: skewed }] : []
}

function aroundMean(centre: number, se: number, n: number, level: number): Interval {
  const margin = tQuantile((1 + level) / 2, n - 1) * se
  return { low: centre - margin, high: centre + margin, level }
}

function quartiles(values: readonly number[], type: 6 | 7): [number, number, number] {
  const [first, second, third] = quantiles(values, [0.25, 0.5, 0.75], type)
  return [first!, second!, third!]
}

/** The mean without `share` of the values at either end, rounded down to whole values. */
export function trimmedMean(values: readonly number[], share: number): number {
  const off = Math.floor(values.length * share + 1e-9)
  return mean(values.toSorted((a, b) => a - b).slice(off, values.length - off))
}

function medianDeviation(values: readonly number[]): number {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

function modesOf(values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = largest(counts.values())
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([value]) => value)
    .sort((a, b) => a - b)
}
