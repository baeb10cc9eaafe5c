/** Type 7 is the default of R and of the spreadsheet function QUARTILE.INC; type 6 is what SPSS prints (Hyndman & Fan 1996). */
export type QuantileType = 6 | 7

/** The p-quantile of at least one value, 0 <= p <= 1, by linear interpolation between order statistics. */
export function quantile(values: readonly number[], p: number, type: QuantileType = 7): number {
  if (values.length === 0 || !(p >= 0 && p <= 1)) throw new RangeError('a quantile needs a value and 0 <= p <= 1')
  return quantileOfSorted(ascending(values), p, type)
}

/** Several quantiles of one set of values. */
export function quantiles(values: readonly number[], probabilities: readonly number[], type: QuantileType = 7): number[] {
  const sorted = ascending(values)
  return probabilities.map((p) => quantileOfSorted(sorted, p, type))
}

/** The middle of at least one value, the mean of the two middle ones when their number is even. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantileOfSorted(sorted: readonly number[], p: number, type: QuantileType): number {
  const last = sorted.length - 1
  const place = type === 7 ? last * p : (sorted.length + 1) * p - 1
  const whole = Math.floor(place + ROUNDING)
  const low = sorted[Math.min(last, Math.max(0, whole))]!
  const high = sorted[Math.min(last, Math.max(0, whole + 1))]!
  const share = Math.max(0, place - whole)
  return low + share * (high - low)
}

function ascending(values: readonly number[]): number[] {
  if (!values.every(Number.isFinite)) throw new RangeError('a quantile is of numbers')
  return [...values].sort((a, b) => a - b)
}
/** A place such as 8.999999999999999 (from 0.9 x 10) is the ninth order statistic. */
const ROUNDING = 1e-12
