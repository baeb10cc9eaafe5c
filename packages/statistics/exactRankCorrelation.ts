/**
 * Two-sided exact p of Kendall's tau for n untied cases, from S = concordant less discordant pairs (Kendall 1970): every order equally likely. As R has
 * it, twice the smaller tail, at most 1. Counts orders by their inversions.
 */
export function kendallExact(n: number, s: number): number {
  let shares = Float64Array.of(1)
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array(shares.length + size - 1)
    for (let moved = 0; moved < size; moved++) {
      for (let at = 0; at < shares.length; at++) next[at + moved]! += shares[at]! / size
    }
    shares = next
  }
  const concordant = Math.round((s + (n * (n - 1)) / 2) / 2)
  const below = shares.slice(0, concordant + 1).reduce((total, share) => total + share, 0)
  const above = shares.slice(concordant).reduce((total, share) => total + share, 0)
  return Math.min(1, 2 * Math.min(below, above))
}

/**
 * Two-sided exact p of Spearman's rho for n untied cases, from the sum of squared rank differences: twice the smaller tail over all n! orders, counted
 * by which ranks are taken already. `null` above 10 cases, where the orders are too many.
 */
export function spearmanExact(n: number, squares: number): number | null {
  if (n > 10) return null
  const most = (n ** 3 - n) / 3
  let states = new Map([[0, new Float64Array(most + 1)]])
  states.get(0)![0] = 1
  for (let place = 0; place < n; place++) {
    const next: typeof states = new Map()
    for (const [taken, ways] of states) {
      for (let rank = 0; rank < n; rank++) {
        if (taken & (1 << rank)) continue
        const key = taken | (1 << rank)
        const sums = next.get(key) ?? new Float64Array(most + 1)
        next.set(key, sums)
        const step = (rank - place) ** 2
        for (let total = 0; total + step <= most; total++) sums[total + step]! += ways[total]! / (n - place)
      }
    }
    states = next
  }
  const shares = [...states.values()][0] ?? new Float64Array(1)
  const at = Math.round(squares)
  const below = shares.slice(0, at + 1).reduce((total, share) => total + share, 0)
  const above = shares.slice(at).reduce((total, share) => total + share, 0)
  return Math.min(1, 2 * Math.min(below, above))
}
