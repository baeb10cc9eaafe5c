import type { CardInput } from '../card.ts'
import type { LocalText } from '../localText.ts'
import { schemeOf } from '../scheme.ts'
import { type DryRunFinding, findingsOf } from './findings.ts'
import { type MeasureDryRun, measureDryRuns } from './measureDryRuns.ts'
import { type QuickCard, quickCards } from './quickCard.ts'
import { ranksOf, type Spread, spreadOf } from './spread.ts'
import { type Chance, type Stability, stabilityOf } from './stability.ts'

export type { MeasureDryRun } from './measureDryRuns.ts'
export type { Spread } from './spread.ts'
export type { Chance, Stability } from './stability.ts'

/** What a draft scheme would have done to past values. Scores in points. Everything for review: nobody is appraised by it. */
export type DryRun = {
  readonly cards: number
  readonly scored: number
  /** Cards without a score, by the state they are in. */
  readonly withoutScore: Readonly<Record<string, number>>
  /** null when no card has a score. */
  readonly spread: Spread | null
  readonly bands: readonly { readonly code: string; readonly name: LocalText; readonly cards: number }[]
  /** Every card in the order given. */
  readonly results: readonly DryRunCard[]
  readonly measures: readonly MeasureDryRun[]
  readonly stability: Stability
  readonly findings: readonly DryRunFinding[]
}
export type DryRunCard = {
  readonly cardId: string
  /** A double for drawing; `official` is the exact figure with two places. null: no score. */
  readonly score: number | null
  readonly official: string | null
  readonly band: string | null
  readonly state: string
  /** Among the cards with a score; equal scores share the better place. */
  readonly rank: number | null
}
export type DryRunGiven = { readonly draws: number; readonly chance: Chance; readonly within?: number }
/** How far a dry run is: cards scored and draws made, over all of them. */
export type DryRunProgress = { readonly done: number; readonly of: number }

/**
 * Applies a draft scheme to past or sample values before it is adopted: how scores spread, which measures stand at their ceiling or floor,
 * which share of the spread each measure really decides (weight x covariance with the total over its variance, needs five full cards of a
 * kind), and how ranks move when every weight is drawn anew within `within` (0.3: plus or minus 30 %) of itself. Measures of different
 * cards are the same when they share `code` (or id). Official figures and bands are those of `scoreCard`. Chance is the caller's.
 */
export function dryRun(cards: readonly CardInput[], given: DryRunGiven): DryRun {
  const steps = dryRunSteps(cards, given)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Cards scored between two reports of progress. */
const STRIDE = 50

/** The same in steps, so that a page can show how far it is and stop it. */
export function* dryRunSteps(cards: readonly CardInput[], given: DryRunGiven): Generator<DryRunProgress, DryRun> {
  const of = cards.length + given.draws
  const quick = quickCards()
  const results: QuickCard[] = []
  for (const card of cards) {
    results.push(quick(card))
    if (results.length % STRIDE === 0) yield { done: results.length, of }
  }
  const scored = results.filter((result) => result.score !== null)
  const shaking = stabilityOf(scored, given)
  let stability = shaking.next()
  for (let draw = 1; !stability.done; draw++) {
    if (draw % STRIDE === 0) yield { done: cards.length + draw, of }
    stability = shaking.next()
  }
  return summed(cards, results, stability.value)
}

function summed(cards: readonly CardInput[], results: readonly QuickCard[], stability: Stability): DryRun {
  const withoutScore: Record<string, number> = {}
  for (const { score, state } of results) if (score === null) withoutScore[state] = (withoutScore[state] ?? 0) + 1
  const scores = results.flatMap(({ score }) => (score === null ? [] : [score]))
  const ranks = ranksOf(Float64Array.from(scores))
  const measures = measureDryRuns(results)
  const spread = spreadOf(scores)
  let scored = 0
  return {
    cards: cards.length,
    scored: scores.length,
    withoutScore,
    spread,
    bands: bandsOf(cards, results),
    results: results.map(({ cardId, score, official, band, state }) => ({
      cardId,
      score,
      official,
      band,
      state,
      rank: score === null ? null : (ranks[scored++] ?? null),
    })),
    measures,
    stability,
    findings: findingsOf({ measures, spread, stability }),
  }
}

function bandsOf(cards: readonly CardInput[], results: readonly QuickCard[]): DryRun['bands'] {
  const bands = new Map(
    [...new Set(cards.map((card) => card.scheme))].flatMap((scheme) =>
      schemeOf(scheme).bands.map(({ code, name }) => [code, name] as const),
    ),
  )
  return [...bands].map(([code, name]) => ({ code, name, cards: results.filter(({ band }) => band === code).length }))
}
