import { compare, type ExactText, sub } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import type { CardInput, ValueInput } from './card.ts'
import type { CardResult } from './cardResult.ts'
import { scoreCard } from './scoreCard.ts'

/** One value to be put right: what stands at this measure, period and unit is replaced, or added where nothing stood. */
export type Correction = { readonly measure: string; readonly value: ValueInput }
export type Standing = { readonly official: string | null; readonly band: string | null; readonly rank: number | null }
export type CardImpact = {
  readonly cardId: string
  readonly before: Standing
  readonly after: Standing
  /** After less before, exactly; null when either has no score. */
  readonly change: ExactText | null
  readonly bandChanges: boolean
  readonly rankChanges: boolean
  /** Nodes whose official score changes, from the measure to the card. */
  readonly nodes: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[]
}
export type RestatementImpact = {
  /** Cards whose score, band or rank changes, in the order given. */
  readonly cards: readonly CardImpact[]
  readonly counts: { readonly cards: number; readonly scores: number; readonly bands: number; readonly ranks: number }
  /** Corrections that name a measure no card has. */
  readonly unknownMeasures: readonly string[]
  /** Cards whose score in full precision changes: who must be in a re-run of pay. */
  readonly payRerun: readonly string[]
}

/**
 * What a correction would change before it is accepted: scores node by node, bands, and ranks among the cards given (ranked by official
 * score, ties sharing the better place; provisional cards take no rank). Nothing is overwritten; the caller lists pay by running its pool
 * again for `payRerun`.
 */
export function restatementImpact(cards: readonly CardInput[], corrections: readonly Correction[]): RestatementImpact {
  const corrected = cards.map((card) => withCorrections(card, corrections))
  const before = cards.map((card) => scoreCard(card))
  const after = corrected.map((card, at) => (card === cards[at] ? before[at]! : scoreCard(card)))
  const [ranksBefore, ranksAfter] = [ranksOf(before), ranksOf(after)]
  const impacts = cards.map((_, at) =>
    impactOf({ result: before[at]!, rank: ranksBefore[at]! }, { result: after[at]!, rank: ranksAfter[at]! }),
  )
  const touched = impacts.filter(
    ({ nodes, bandChanges, rankChanges, change }) => nodes.length > 0 || bandChanges || rankChanges || (change !== null && change !== '0'),
  )
  const known = new Set(cards.flatMap(measureIdsOf))
  return {
    cards: touched,
    counts: {
      cards: touched.length,
      scores: touched.filter(({ before: was, after: is }) => was.official !== is.official).length,
      bands: touched.filter(({ bandChanges }) => bandChanges).length,
      ranks: touched.filter(({ rankChanges }) => rankChanges).length,
    },
    unknownMeasures: [...new Set(corrections.map(({ measure }) => measure))].filter((id) => !known.has(id)),
    payRerun: touched
      .filter(({ change, before: was, after: is }) => (change === null ? was.official !== is.official : change !== '0'))
      .map(({ cardId }) => cardId),
  }
}

const measureIdsOf = (card: CardInput): string[] =>
  card.perspectives.flatMap(({ objectives }) =>
    objectives.flatMap(({ measures }) => measures.flatMap(({ id, code }) => (code === undefined ? [id] : [id, code]))),
  )

/** The card with its corrected values; the very same object when none concerns it. */
function withCorrections(card: CardInput, corrections: readonly Correction[]): CardInput {
  const ids = new Set(measureIdsOf(card))
  if (!corrections.some(({ measure }) => ids.has(measure))) return card
  return {
    ...card,
    perspectives: card.perspectives.map((perspective) => ({
      ...perspective,
      objectives: perspective.objectives.map((objective) => ({
        ...objective,
        measures: objective.measures.map((measure) => {
          const own = corrections.filter((one) => one.measure === measure.id || one.measure === measure.code)
          const kept = measure.values.filter(
            (value) => !own.some((one) => one.value.period === value.period && one.value.unit === value.unit),
          )
          return own.length === 0 ? measure : { ...measure, values: [...kept, ...own.map(({ value }) => value)] }
        }),
      })),
    })),
  }
}

type Ranked = { result: CardResult; rank: number | null }

function impactOf(was: Ranked, is: Ranked): CardImpact {
  const standing = ({ result, rank }: Ranked): Standing => ({ official: result.final?.official ?? null, band: result.status.band, rank })
  const [before, after] = [standing(was), standing(is)]
  const [scoreBefore, scoreAfter] = [was.result.final?.score, is.result.final?.score]
  const officials = new Map(flat(was.result.tree).map(({ id, official }) => [id, official]))
  return {
    cardId: was.result.cardId,
    before,
    after,
    change: scoreBefore === undefined || scoreAfter === undefined ? null : toExactText(sub(scoreAfter, scoreBefore)),
    bandChanges: before.band !== after.band,
    rankChanges: before.rank !== after.rank,
    nodes: flat(is.result.tree)
      .toReversed()
      .flatMap(({ id, official }) => (officials.get(id) === official ? [] : [{ id, before: officials.get(id) ?? null, after: official }])),
  }
}

const flat = (node: CardResult['tree']): CardResult['tree'][] => [node, ...node.children.flatMap(flat)]

function ranksOf(results: readonly CardResult[]): (number | null)[] {
  const ranked = results.flatMap(({ final, provisional }) => (final === null || provisional ? [] : [final.official]))
  return results.map(({ final, provisional }) =>
    final === null || provisional ? null : 1 + ranked.filter((other) => compare(other, final.official) > 0).length,
  )
}
