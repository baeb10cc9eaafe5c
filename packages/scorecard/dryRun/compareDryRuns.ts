import type { DryRun } from './dryRun.ts'

/** Two schemes over the same cards: who moves, and who would be graded otherwise. */
export type DryRunComparison = {
  /** Cards with a score under both; ranks here are among these alone. */
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly cards: readonly {
    readonly cardId: string
    readonly ranks: readonly [first: number, second: number]
    readonly bands: readonly [first: string | null, second: string | null]
    /** Places gained under the second (minus: lost). */
    readonly gains: number
    readonly points: number
  }[]
  /** Mean places moved; null without cards in both. */
  readonly meanShift: number | null
  readonly mostShift: number | null
  /** Kendall tau-b of the two orders, 1: the same; null below two cards, or where one order is all ties. */
  readonly tau: number | null
  readonly bandChanges: number
}

/** Sets two dry runs side by side. Cards are matched by `cardId`; the order is that of the first. */
export function compareDryRuns(first: DryRun, second: DryRun): DryRunComparison {
  const other = new Map(second.results.map((result) => [result.cardId, result]))
  const pairs = first.results.flatMap((a) => {
    const b = other.get(a.cardId)
    return a.score !== null && b !== undefined && b.score !== null ? [{ cardId: a.cardId, a, b, points: b.score - a.score }] : []
  })
  const rank = (scores: readonly number[]): number[] => {
    const ordered = scores.toSorted((x, y) => y - x)
    const places = new Map<number, number>()
    for (const [at, score] of ordered.entries()) if (!places.has(score)) places.set(score, at + 1)
    return scores.map((score) => places.get(score) ?? 0)
  }
  const [before, after] = [rank(pairs.map(({ a }) => fixed(a.score))), rank(pairs.map(({ b }) => fixed(b.score)))]
  const cards = pairs.map(({ cardId, a, b, points }, at) => ({
    cardId,
    ranks: [before[at]!, after[at]!] as const,
    bands: [a.band, b.band] as const,
    gains: before[at]! - after[at]!,
    points,
  }))
  const moves = cards.map(({ gains }) => Math.abs(gains))
  return {
    both: pairs.length,
    onlyFirst: first.scored - pairs.length,
    onlySecond: second.scored - pairs.length,
    cards,
    meanShift: moves.length === 0 ? null : moves.reduce((sum, one) => sum + one, 0) / moves.length,
    mostShift: moves.length === 0 ? null : Math.max(...moves),
    tau: tauOf(before, after),
    bandChanges: cards.filter(({ bands: [x, y] }) => x !== y).length,
  }
}

/** Scores that differ by less than a rounding error of the doubles are equal. */
const fixed = (score: number | null): number => Math.round((score ?? 0) * 1e9) / 1e9

/** Over all pairs while that is cheap; over 1,500 cards every k-th is taken, which is told by nobody's rank. */
function tauOf(x: readonly number[], y: readonly number[]): number | null {
  const stride = Math.max(1, Math.ceil(x.length / 1500))
  const taken = x.flatMap((_, at) => (at % stride === 0 ? [at] : []))
  let [agree, tiesX, tiesY, pairs] = [0, 0, 0, 0]
  for (let i = 0; i < taken.length; i++)
    for (let j = i + 1; j < taken.length; j++) {
      const [dx, dy] = [Math.sign(x[taken[i]!]! - x[taken[j]!]!), Math.sign(y[taken[i]!]! - y[taken[j]!]!)]
      agree += dx * dy
      pairs++
      if (dx === 0) tiesX++
      if (dy === 0) tiesY++
    }
  const scale = Math.sqrt((pairs - tiesX) * (pairs - tiesY))
  return scale === 0 ? null : agree / scale
}
