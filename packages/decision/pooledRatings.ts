/** Ratings by place: "C1/BSC" -> 1 to 9. */
export type Ratings = Readonly<Record<string, number>>

export type PooledRatings = {
  /** The mean of those who rated a place; the fallback's rating where nobody did; a place neither has is left out. */
  readonly ratings: Ratings
  /** How many raters stand behind each place of `ratings`; 0: the fallback. */
  readonly raters: Readonly<Record<string, number>>
  /** Lowest and highest rating of a place, where raters differ. */
  readonly ranges: Readonly<Record<string, readonly [lowest: number, highest: number]>>
}

/** The arithmetic mean of several raters, place by place (the usual way for ratings, as against the geometric mean for judgements of pairs). */
export function pooledRatings(raters: readonly Ratings[], fallback: Ratings): PooledRatings {
  const places = new Set([...Object.keys(fallback), ...raters.flatMap(Object.keys)])
  const ratings: Record<string, number> = {}
  const counts: Record<string, number> = {}
  const ranges: Record<string, readonly [number, number]> = {}
  for (const place of places) {
    const given = raters.flatMap((one) => one[place] ?? [])
    const mean = given.length > 0 ? given.reduce((sum, value) => sum + value, 0) / given.length : fallback[place]
    if (mean === undefined) continue
    ratings[place] = mean
    counts[place] = given.length
    const [lowest, highest] = [Math.min(...given), Math.max(...given)]
    if (given.length > 1 && lowest < highest) ranges[place] = [lowest, highest]
  }
  return { ratings, raters: counts, ranges }
}
