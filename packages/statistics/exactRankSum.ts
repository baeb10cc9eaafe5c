import { sum } from './moments.ts'

/**
 * Two-sided exact p of the rank sum of the first `size` of the ranks (midranks where values tie): the share, among all ways to choose as many of the
 * ranks, of sums at least as far from their mean (Streitberg & Rohmel 1986). `null` above `mostSteps` steps, where the normal approximation serves.
 */
export function exactRankSum(ranks: readonly number[], size: number, mostSteps = 2e8): number | null {
  const doubled = ranks.map((rank) => Math.round(2 * rank))
  const own = sum(doubled.slice(0, size))
  const chosen = Math.min(size, ranks.length - size)
  const observed = chosen === size ? own : sum(doubled) - own
  const most = sum(doubled.toSorted((a, b) => b - a).slice(0, chosen))
  if (ranks.length * chosen * most > mostSteps) return null
  const ways = Array.from({ length: chosen + 1 }, () => new Float64Array(most + 1))
  ways[0]![0] = 1
  for (const [at, rank] of doubled.entries()) {
    for (let taken = Math.min(at + 1, chosen); taken >= 1; taken--) {
      const [from, to] = [ways[taken - 1]!, ways[taken]!]
      for (let total = most; total >= rank; total--) to[total]! += from[total - rank]!
    }
  }
  const counts = ways[chosen]!
  const centre = (chosen * sum(doubled)) / ranks.length
  const distance = Math.abs(observed - centre) - 1e-9
  let [far, all] = [0, 0]
  for (let total = 0; total <= most; total++) {
    all += counts[total]!
    if (Math.abs(total - centre) >= distance) far += counts[total]!
  }
  return far / all
}
