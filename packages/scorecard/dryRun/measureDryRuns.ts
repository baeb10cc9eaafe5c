import type { LocalText } from '../localText.ts'
import { covariance } from '../spreadShares.ts'
import type { QuickCard, QuickLeaf } from './quickCard.ts'
import { type Spread, spreadOf } from './spread.ts'

export type MeasureDryRun = {
  readonly id: string
  readonly name: LocalText
  /** Cards it is on, and those on which it has a score. */
  readonly n: number
  readonly scored: number
  readonly spread: Spread | null
  /** Share of the scored at the cap, and at the floor: where the measure no longer tells anybody apart. */
  readonly ceiling: number | null
  readonly floor: number | null
  readonly missing: number
  readonly notApplicable: number
  /** Mean designed share of the whole card, and the share of the spread of scores the measure really decides; null when that cannot be found. */
  readonly weight: number
  readonly decides: number | null
}

/** What each measure did over these cards, in the order in which they first stand on one. */
export function measureDryRuns(cards: readonly QuickCard[]): MeasureDryRun[] {
  const byKey = new Map<string, QuickLeaf[]>()
  for (const { leaves } of cards)
    for (const leaf of leaves) {
      const own = byKey.get(leaf.key)
      if (own) own.push(leaf)
      else byKey.set(leaf.key, [leaf])
    }
  const decided = decidedShares(cards)
  return [...byKey].map(([id, own]) => {
    const scores = own.flatMap(({ score }) => (score === null ? [] : [score]))
    const share = (holds: (score: number, leaf: QuickLeaf) => boolean): number | null =>
      scores.length === 0 ? null : own.filter((leaf) => leaf.score !== null && holds(leaf.score, leaf)).length / scores.length
    return {
      id,
      name: own[0]!.name,
      n: own.length,
      scored: scores.length,
      spread: spreadOf(scores),
      ceiling: share((score, { cap }) => score >= cap),
      floor: share((score, { floor }) => score <= floor),
      missing: own.filter(({ missing }) => missing).length,
      notApplicable: own.filter(({ state }) => state === 'not-applicable').length,
      weight: own.reduce((sum, { onWhole }) => sum + onWhole, 0) / own.length,
      decides: decided.get(id) ?? null,
    }
  })
}

const FEWEST = 5

/**
 * Weight x covariance with the total over its variance. Cards of different posts hold different measures, so that each kind of card (the
 * same measures, at least five full cards) is taken by itself and the kinds are put together by their number of cards.
 */
function decidedShares(cards: readonly QuickCard[]): Map<string, number> {
  const kinds = new Map<string, QuickCard[]>()
  for (const card of cards) {
    if (card.leaves.length === 0 || card.leaves.some(({ score, onWhole }) => score === null && onWhole > 0)) continue
    const kind = card.leaves.map(({ key }) => key).join('\n')
    kinds.set(kind, [...(kinds.get(kind) ?? []), card])
  }
  const parts = new Map<string, { own: number; whole: number }>()
  for (const alike of kinds.values()) {
    if (alike.length < FEWEST) continue
    const totals = alike.map(({ leaves }) => leaves.reduce((sum, { onWhole, score }) => sum + onWhole * (score ?? 0), 0))
    const whole = alike.length * covariance(totals, totals)
    if (!(whole > FEWEST * 1e-9)) continue
    for (const [at, { key }] of alike[0]!.leaves.entries()) {
      const weighted = alike.map(({ leaves }) => leaves[at]!.onWhole * (leaves[at]!.score ?? 0))
      const part = parts.get(key) ?? { own: 0, whole: 0 }
      parts.set(key, { own: part.own + alike.length * covariance(weighted, totals), whole: part.whole + whole })
    }
  }
  return new Map([...parts].map(([key, { own, whole }]) => [key, own / whole]))
}
