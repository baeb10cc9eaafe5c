/** Plain statistics of doubles used by the rater indices. Ratings decide nothing here; where they decide, exact arithmetic is used. */

/** What the indices ask of the distributions; the caller passes those of the statistics engine. */
export type Distributions = {
  /** The value below which a t variable of `df` degrees lies with probability p. */
  readonly tQuantile: (p: number, df: number) => number
  /** P(T > t) for a t variable of `df` degrees. */
  readonly tUpper: (t: number, df: number) => number
  /** P(F > f) for an F variable of `df1` and `df2` degrees. */
  readonly fUpper: (f: number, df1: number, df2: number) => number
}

/** The arithmetic mean. Throws on an empty list: that is a case its caller names. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values have no mean')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The variance with n - 1; 0 for fewer than two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return 0
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** Pearson's correlation; null where a series is constant or shorter than three. */
export function correlation(one: readonly number[], other: readonly number[]): number | null {
  if (one.length < 3 || one.length !== other.length) return null
  const [a, b] = [mean(one), mean(other)]
  let [ab, aa, bb] = [0, 0, 0]
  for (const [at, value] of one.entries()) {
    const [x, y] = [value - a, (other[at] ?? 0) - b]
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb)
}

/** Ranks from 1, equal values sharing the mean of their ranks. */
export function midranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).toSorted((one, other) => one.value - other.value)
  const ranks = values.map(() => 0)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end++
    for (let place = start; place <= end; place++) ranks[order[place]?.at ?? 0] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}

/** p-values held up by Holm's rule for as many tests as there are, in the order given. */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((p, at) => ({ p, at })).toSorted((one, other) => one.p - other.p)
  const adjusted = pValues.map(() => 1)
  let least = 0
  for (const [place, { p, at }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (order.length - place)))
    adjusted[at] = least
  }
  return adjusted
}

/** A mean with its 95 % interval; null for fewer than two values. */
export function meanWithInterval(
  values: readonly number[],
  { tQuantile }: Distributions,
): { value: number; low: number; high: number } | null {
  if (values.length < 2) return null
  const value = mean(values)
  const half = tQuantile(0.975, values.length - 1) * Math.sqrt(variance(values) / values.length)
  return { value, low: value - half, high: value + half }
}
