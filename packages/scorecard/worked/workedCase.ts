import type { Decimal } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { CardInput } from '../card.ts'
import type { CardResult, MeasureResult, NodeResult } from '../cardResult.ts'
import type { LocalText } from '../localText.ts'

/**
 * A numbered case of the scoring specification: a whole card small enough to check by hand, and what must come out of it. V29 and V30 also
 * ask of statistics: `answers` of a survey, whose interval is Wilson's, and a `series` of single values held against its natural limits.
 */
export type WorkedCase = {
  readonly code: string
  /** What the case shows. */
  readonly name: LocalText
  /** The arithmetic, so that it can be followed with a pencil. */
  readonly byHand: LocalText
  /** Where the figures come from, when they are not the specification's own. */
  readonly source?: LocalText
  /** What a common wrong way gives, and which. */
  readonly wrongWay?: { readonly value: string; readonly why: LocalText }
  readonly card: CardInput | null
  readonly answers?: { readonly favourable: number; readonly all: number }
  readonly series?: readonly Decimal[]
  readonly expected: readonly Expected[]
}

/** One number the case must give. `of`: which measure; without it the card. Official figures have two places. */
export type Expected = {
  readonly what: CardReading | 'low' | 'high' | 'lower' | 'upper' | 'signal'
  readonly of?: string
  readonly value: string
}

/** What can be read off a scored card: the score itself, of a measure its points, attainment, actual, pace, state or share of the card, … */
export type CardReading = 'score' | 'points' | 'attainment' | 'actual' | 'pace' | 'state' | 'weight' | 'band' | 'coverage' | 'status'

/** The reading of a scored card, as text; null where the card has none (not scored, no such measure). */
export function cardReading(result: CardResult, what: CardReading, of?: string): string | null {
  const measure = result.measures.find(({ id }) => id === of)
  const read: { readonly [W in CardReading]: () => string | null | undefined } = {
    score: () => result.final?.official,
    band: () => result.status.band,
    status: () => result.status.kind,
    coverage: () => result.tree.coverage.shown.withData,
    weight: () => nodeOf(result.tree, of ?? '')?.weight.shown.effective,
    points: () => measure?.official,
    attainment: () => measure?.attainmentOfficial,
    actual: () => measure && shownActual(measure),
    pace: () => measure?.pace?.attainment,
    state: () => measure?.because ?? measure?.state,
  }
  return read[what]() ?? null
}

const shownActual = ({ actual }: MeasureResult): string | null => (actual === null ? null : roundHalfAway(actual.value, 2))

const nodeOf = (node: NodeResult, id: string): NodeResult | undefined =>
  node.id === id ? node : node.children.map((child) => nodeOf(child, id)).find((found) => found !== undefined)
