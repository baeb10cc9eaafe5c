/** Quantiles are those of spreadsheets (type 7). */
export type Spread = {
  readonly n: number
  readonly least: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly most: number
  readonly mean: number
  readonly sd: number | null
}

/** How figures spread; null without any. */
export function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length
  if (n === 0) return null
  const ordered = Float64Array.from(values).sort()
  const at = (share: number): number => {
    const place = share * (n - 1)
    const below = ordered[Math.floor(place)]!
    return below + (place - Math.floor(place)) * (ordered[Math.ceil(place)]! - below)
  }
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const sd = n < 2 ? null : Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
  return { n, least: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), most: at(1), mean, sd }
}

const TIE = 1e-9

/** 1 for the highest; equal scores share the better place. */
export function ranksOf(scores: Float64Array, room: Float64Array = new Float64Array(scores.length)): Int32Array {
  room.set(scores)
  room.sort()
  const ranks = new Int32Array(scores.length)
  for (let at = 0; at < scores.length; at++) {
    // the number of scores that are higher by more than a tie
    let [low, high] = [0, scores.length]
    const bar = scores[at]! + TIE
    while (low < high) {
      const middle = (low + high) >> 1
      if (room[middle]! <= bar) low = middle + 1
      else high = middle
    }
    ranks[at] = 1 + scores.length - low
  }
  return ranks
}
