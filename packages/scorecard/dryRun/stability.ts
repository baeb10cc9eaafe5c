import type { QuickCard } from './quickCard.ts'
import { ranksOf } from './spread.ts'

/** A source of chance handed in by the caller: each call gives a number of [0, 1). */
export type Chance = () => number

export type Stability =
  | {
      readonly kind: 'computed'
      readonly draws: number
      readonly within: number
      /** Mean over draws and cards of how many places a card moves. */
      readonly meanShift: number
      /** Share of draws in which the same card stays first. */
      readonly firstStays: number
      /** Mean share of the top fifth that stays in it. */
      readonly topFifthStays: number
      /** Places between which nine draws in ten put each card. */
      readonly ranks: readonly { readonly cardId: string; readonly rank: number; readonly from: number; readonly to: number }[]
    }
  | { readonly kind: 'undefined'; readonly because: 'too-few-cards' | 'no-draws' }

/** Ranks again and again with every measure's weight drawn within a share of itself, the same draw for all cards. Yields after each draw. */
export function* stabilityOf(
  cards: readonly QuickCard[],
  { draws, chance, within = 0.3 }: { draws: number; chance: Chance; within?: number },
): Generator<void, Stability> {
  if (cards.length < 2) return { kind: 'undefined', because: 'too-few-cards' }
  if (!(draws > 0)) return { kind: 'undefined', because: 'no-draws' }
  const leaves = leavesOf(cards)
  const room = new Float64Array(cards.length)
  const base = ranksOf(totals(leaves, new Float64Array(leaves.keys).fill(1)), room)
  const n = cards.length
  const top = Math.max(1, Math.floor(n / 5))
  const leader = base.indexOf(Math.min(...base))
  const inTop = base.filter((rank) => rank <= top).length
  const drawn = cards.map(() => new Int32Array(draws))
  let [shift, firsts, kept] = [0, 0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const factors = Float64Array.from({ length: leaves.keys }, () => 1 + within * (2 * chance() - 1))
    const ranks = ranksOf(totals(leaves, factors), room)
    if (ranks[leader] === 1) firsts++
    let stay = 0
    for (let at = 0; at < n; at++) {
      if (ranks[at]! <= top && base[at]! <= top) stay++
      shift += Math.abs(ranks[at]! - base[at]!)
      drawn[at]![draw] = ranks[at]!
    }
    kept += stay / inTop
    yield
  }
  return {
    kind: 'computed',
    draws,
    within,
    meanShift: shift / (draws * n),
    firstStays: firsts / draws,
    topFifthStays: kept / draws,
    ranks: cards.map(({ cardId }, at) => {
      const ordered = drawn[at]!.sort()
      return { cardId, rank: base[at]!, from: ordered[Math.floor(0.05 * (draws - 1))]!, to: ordered[Math.ceil(0.95 * (draws - 1))]! }
    }),
  }
}

/** Leaves of all cards in a row; card k's stand at start[k] ... start[k + 1] - 1. */
type Leaves = { keys: number; key: Int32Array; weight: Float64Array; score: Float64Array; start: Int32Array }

function leavesOf(cards: readonly QuickCard[]): Leaves {
  const scored = cards.map((card) => card.leaves.filter((leaf) => leaf.score !== null))
  const all = scored.flat()
  const keys = new Map([...new Set(all.map(({ key }) => key))].map((key, at) => [key, at]))
  const start = new Int32Array(cards.length + 1)
  for (const [at, own] of scored.entries()) start[at + 1] = start[at]! + own.length
  return {
    keys: keys.size,
    key: Int32Array.from(all, ({ key }) => keys.get(key) ?? 0),
    weight: Float64Array.from(all, ({ effective }) => effective),
    score: Float64Array.from(all, ({ score }) => score ?? 0),
    start,
  }
}

function totals({ key, weight, score, start }: Leaves, factors: Float64Array): Float64Array {
  const found = new Float64Array(start.length - 1)
  for (let card = 0; card < found.length; card++) {
    let [points, whole] = [0, 0]
    for (let at = start[card]!; at < start[card + 1]!; at++) {
      const drawn = weight[at]! * factors[key[at]!]!
      points += drawn * score[at]!
      whole += drawn
    }
    found[card] = whole === 0 ? 0 : points / whole
  }
  return found
}
