/** Ranks from 1 for the smallest, ties share the mean of their places ("midranks"). */
export function midranks(values: readonly number[]): number[] {
  const ranks = new Array<number>(values.length)
  for (const tied of tiedPlaces(values)) for (const index of tied.indices) ranks[index] = tied.rank
  return ranks
}

/** Sizes of the groups of equal values, those of one included. */
export function tieSizes(values: readonly number[]): number[] {
  return tiedPlaces(values).map((tied) => tied.indices.length)
}

function tiedPlaces(values: readonly number[]): { indices: number[]; rank: number }[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  const groups: { indices: number[]; rank: number }[] = []
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++
    groups.push({ indices: order.slice(start, end), rank: (start + 1 + end) / 2 })
    start = end
  }
  return groups
}
