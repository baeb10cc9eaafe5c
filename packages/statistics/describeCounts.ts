import { type DescribeResult, type Description, shapeWarnings } from './describe.ts'
import { leftOut, notComputed } from './evidence.ts'
import { largest } from './moments.ts'
import { addValue, type RunningMoments, runningMoments } from './runningMoments.ts'
import { tQuantile } from './studentT.ts'

/** How often each value was given. */
export type ValueCounts = ReadonlyMap<number, number>

/**
 * The usual numbers of one variable from how often each value was given: what `describe` says of the values themselves, for any number of cases.
 * `missing` counts the cases without a value. Undefined when nothing was answered.
 */
export function describeCounts(counts: ValueCounts, missing: number, options: { level?: number } = {}): DescribeResult {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const moments = runningMoments()
  for (const [value, count] of sorted) addValue(moments, value, count)
  const { n } = moments
  const excluded = leftOut({ missing })
  if (n === 0) return notComputed('descriptive', 'no-cases', { n, excluded })
  const place = placesOf(sorted)
  const quantile = (p: number, type: 6 | 7): number => quantileAt(place, n, p, type)
  const [median, most] = [quantile(0.5, 7), largest(sorted.map(([, count]) => count))]
  const { mean } = moments
  const spread = spreadOf(moments, options.level ?? 0.95)
  return {
    kind: 'computed',
    method: 'descriptive',
    n,
    excluded,
    warnings: shapeWarnings(n, sorted.length === 1, spread.skewness),
    ...spread,
    mean,
    sum: sorted.reduce((total, [value, count]) => total + value * count, 0),
    min: moments.min,
    max: moments.max,
    median,
    modes: sorted.filter(([, count]) => count === most).map(([value]) => value),
    quartilesType7: [quantile(0.25, 7), median, quantile(0.75, 7)],
    quartilesType6: [quantile(0.25, 6), quantile(0.5, 6), quantile(0.75, 6)],
    deciles: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((p) => quantile(p, 7)),
    trimmedMean: trimmed(sorted, n),
    medianDeviation: medianDistance(sorted, n, median),
  }
}

type Sorted = readonly (readonly [number, number])[]

function spreadOf(
  moments: RunningMoments,
  level: number,
): Pick<Description, 'sd' | 'variance' | 'se' | 'interval' | 'skewness' | 'kurtosis'> {
  const { n, mean, squares, cubes, fourths } = moments
  if (n < 2) return { sd: null, variance: null, se: null, interval: null, skewness: null, kurtosis: null }
  const variance = squares / (n - 1)
  const se = Math.sqrt(variance / n)
  const margin = tQuantile((1 + level) / 2, n - 1) * se
  const constant = moments.min === moments.max
  const g1 = (cubes / n / (squares / n) ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2))
  const g2 = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * ((n * fourths) / (squares * squares) - 3) + 6)
  return {
    sd: Math.sqrt(variance),
    variance,
    se,
    interval: { low: mean - margin, high: mean + margin, level },
    skewness: constant || n < 3 ? null : g1,
    kurtosis: constant || n < 4 ? null : g2,
  }
}

/** Gives the value at a rank from 0, in the order of the values. */
function placesOf(sorted: Sorted): (rank: number) => number {
  let running = 0
  const ends = sorted.map(([, count]) => (running += count))
  return (rank) => sorted[ends.findIndex((end) => rank < end)]![0]
}

function quantileAt(place: (rank: number) => number, n: number, p: number, type: 6 | 7): number {
  const last = n - 1
  const rank = type === 7 ? last * p : (n + 1) * p - 1
  const whole = Math.floor(rank + 1e-12)
  const [low, high] = [place(Math.min(last, Math.max(0, whole))), place(Math.min(last, Math.max(0, whole + 1)))]
  return low + Math.max(0, rank - whole) * (high - low)
}

function trimmed(sorted: Sorted, n: number): number {
  const off = Math.floor(n * 0.1 + 1e-9)
  let [before, total] = [0, 0]
  for (const [value, count] of sorted) {
    const kept = Math.max(0, Math.min(before + count, n - off) - Math.max(before, off))
    total += value * kept
    before += count
  }
  return total / (n - 2 * off)
}

function medianDistance(sorted: Sorted, n: number, median: number): number {
  const distances = new Map<number, number>()
  for (const [value, count] of sorted) {
    const distance = Math.abs(value - median)
    distances.set(distance, (distances.get(distance) ?? 0) + count)
  }
  return quantileAt(placesOf([...distances].sort(([a], [b]) => a - b)), n, 0.5, 7)
}
