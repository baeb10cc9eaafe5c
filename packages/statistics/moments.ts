/** Numbers in a list, plain or typed: a typed one holds a hundred thousand of them in little room. */
export type Values = ArrayLike<number>

/** Arithmetic mean, corrected once for rounding. NaN for no values: callers name the empty case first. */
export function mean(values: Values): number {
  const rough = sum(values) / values.length
  let left = 0
  for (let at = 0; at < values.length; at++) left += values[at]! - rough
  return rough + left / values.length
}

/** Sum of the values, in the order given; 0 for none. */
export function sum(values: Values): number {
  let total = 0
  for (let at = 0; at < values.length; at++) total += values[at]!
  return total
}

/** The largest of any number of values; -Infinity for none. A call with a million arguments would not do. */
export function largest(values: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > most) most = value
  return most
}

/** Sum of squared deviations from the mean, two passes with the correction for rounding (Chan, Golub & LeVeque 1983). */
export function sumOfSquares(values: readonly number[], centre: number = mean(values)): number {
  let [squares, left] = [0, 0]
  for (const value of values) {
    const deviation = value - centre
    squares += deviation * deviation
    left += deviation
  }
  return Math.max(0, squares - left ** 2 / values.length)
}

/** Sample variance, divisor n - 1. Needs two values. */
export function variance(values: readonly number[]): number {
  return isConstant(values) ? 0 : sumOfSquares(values) / (values.length - 1)
}

/** Sample standard deviation, divisor n - 1. Needs two values. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values))
}

/** True when all values are the same number: judged on the numbers, not on a variance that rounding left above zero. */
export function isConstant(values: Values): boolean {
  for (let at = 1; at < values.length; at++) if (values[at] !== values[0]) return false
  return true
}

/** Sample covariance, divisor n - 1. Both of one length, at least two. */
export function covariance(x: readonly number[], y: readonly number[]): number {
  if (isConstant(x) || isConstant(y)) return 0
  const [meanX, meanY] = [mean(x), mean(y)]
  return sum(x.map((value, index) => (value - meanX) * (y[index]! - meanY))) / (x.length - 1)
}
