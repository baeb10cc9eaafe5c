/**
 * Exact p of the Kruskal-Wallis statistic: the share, over all ways to deal these ranks (midranks where values tie) to groups of these sizes, of those
 * whose sum of squared rank sums over size is at least as large. Ranks are dealt one after another; ways that leave the same counts and sums are
 * counted together. `null` when there are more of these than `mostStates`: then the chi-square p is what there is.
 */
export function kruskalExact(ranks: readonly number[], sizes: readonly number[], mostStates = MOST_STATES): number | null {
  // twice a midrank is whole; the last group's sum follows from the others
  const doubled = ranks.map((rank) => Math.round(2 * rank))
  const total = doubled.reduce((sum, rank) => sum + rank, 0)
  const free = sizes.slice(0, -1)
  const statisticOf = (sums: readonly number[]): number =>
    [...sums, total - sums.reduce((sum, one) => sum + one, 0)].reduce((sum, one, at) => sum + one ** 2 / sizes[at]!, 0)
  let states = new Map<string, State>([['', { counts: free.map(() => 0), sums: free.map(() => 0), ways: 1 }]])
  for (const [dealt, rank] of doubled.toSorted((a, b) => b - a).entries()) {
    const next = new Map<string, State>()
    for (const { counts, sums, ways } of states.values()) {
      const elsewhere = dealt - counts.reduce((sum, count) => sum + count, 0)
      if (elsewhere < sizes.at(-1)!) meet(next, { counts, sums, ways })
      for (const [at, size] of free.entries()) {
        if (counts[at] === size) continue
        meet(next, { counts: counts.with(at, counts[at]! + 1), sums: sums.with(at, sums[at]! + rank), ways })
      }
    }
    if (next.size > mostStates) return null
    states = next
  }
  const observed = statisticOf(observedSums(doubled, free))
  let [all, asFar] = [0, 0]
  for (const { sums, ways } of states.values()) {
    all += ways
    if (statisticOf(sums) >= observed * (1 - SAME)) asFar += ways
  }
  return Math.min(1, asFar / all)
}

type State = { readonly counts: readonly number[]; readonly sums: readonly number[]; readonly ways: number }

function meet(states: Map<string, State>, state: State): void {
  const key = `${state.counts} ${state.sums}`
  const met = states.get(key)
  states.set(key, met ? { ...met, ways: met.ways + state.ways } : state)
}

/** Sums of the groups as they are: the ranks come group after group. */
function observedSums(doubled: readonly number[], sizes: readonly number[]): number[] {
  let start = 0
  return sizes.map((size) => {
    const own = doubled.slice(start, start + size)
    start += size
    return own.reduce((sum, rank) => sum + rank, 0)
  })
}

const MOST_STATES = 8_000
/** Statistics nearer than this are the same one, reached by another order of adding. */
const SAME = 1e-12
