/** How the order of some rows stands to the order of a list. */
export type RowOrder =
  /** `tau` is Kendall's, from -1 (the list backwards) to 1 (the list); `neighbours` the share of rows whose next row is the next on the list, either way. */
  | { kind: 'follows'; n: number; tau: number; neighbours: number; because: 'same-order' | 'neighbours-together' }
  | { kind: 'unrelated'; n: number; tau: number; neighbours: number }
  /** Fewer than ten rows with a known place: any order may come by chance. */
  | { kind: 'undefined'; because: 'too-few-rows'; n: number }

/** Rows needed before an order means anything. */
const LEAST_ROWS = 10
/** A shuffled order rarely goes so far: once in 16 000 times by tau, once in 1 000 by neighbours. */
const DEVIATIONS = 4

/**
 * Whether rows stand in the order of a list of people: as a whole (Kendall's tau beyond four of its standard deviations under chance), or in stretches
 * (more neighbours of the list are neighbours here than chance gives, again by four deviations; in a shuffle about two are, as a Poisson count).
 * `places` is the place of each row in the list, in the order of the rows; null: not known, left out.
 */
export function rowOrder(places: readonly (number | null)[]): RowOrder {
  const known = places.flatMap((place) => (place === null ? [] : [place]))
  const n = known.length
  if (n < LEAST_ROWS) return { kind: 'undefined', because: 'too-few-rows', n }
  const ranks = ranksOf(known)
  const tau = 1 - (4 * inversionsOf(ranks)) / (n * (n - 1))
  const together = ranks.slice(1).filter((rank, at) => Math.abs(rank - (ranks[at] ?? 0)) === 1).length
  const neighbours = together / (n - 1)
  const deviation = Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1)))
  if (Math.abs(tau) > DEVIATIONS * deviation) return { kind: 'follows', n, tau, neighbours, because: 'same-order' }
  if (together > 2 + DEVIATIONS * Math.SQRT2) return { kind: 'follows', n, tau, neighbours, because: 'neighbours-together' }
  return { kind: 'unrelated', n, tau, neighbours }
}

/** Places as 0 to n-1; equal places keep the order in which they stand. */
function ranksOf(places: readonly number[]): readonly number[] {
  const ranks: number[] = Array.from({ length: places.length }, () => 0)
  const order = places.map((place, at) => ({ place, at })).toSorted((one, other) => one.place - other.place || one.at - other.at)
  for (const [rank, { at }] of order.entries()) ranks[at] = rank
  return ranks
}

/** Pairs that stand the other way round, counted while merging. */
function inversionsOf(ranks: readonly number[]): number {
  if (ranks.length < 2) return 0
  const middle = Math.floor(ranks.length / 2)
  const [left, right] = [ranks.slice(0, middle), ranks.slice(middle)]
  let count = inversionsOf(left) + inversionsOf(right)
  const [low, high] = [left.toSorted((a, b) => a - b), right.toSorted((a, b) => a - b)]
  let at = 0
  for (const value of low) {
    while (at < high.length && (high[at] ?? 0) < value) at++
    count += at
  }
  return count
}
