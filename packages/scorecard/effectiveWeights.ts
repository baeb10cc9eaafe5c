import type { CardInput, MeasureInput, ObjectiveInput, PerspectiveInput } from './card.ts'
import type { CardResult } from './cardResult.ts'
import { type Day, dayNumber, readDay } from './days.ts'
import { scoreCard } from './scoreCard.ts'
import { type DayWeighted, dayWeightedScore } from './segments.ts'

/** A weight in force from one day to another, both included; without `to` until further notice. */
export type DatedWeight = { readonly node: string; readonly weightBp: number; readonly from: string; readonly to?: string }
export type WeightsFault =
  | { readonly because: 'not-a-day' | 'span-upside-down' | 'negative-weight'; readonly node: string }
  /** Two weights of one node are in force on `day`. */
  | { readonly because: 'overlap'; readonly node: string; readonly day: string }
export type WeightsOn =
  | { readonly kind: 'weights'; readonly day: string; readonly weights: ReadonlyMap<string, number> }
  | { readonly kind: 'refused'; readonly fault: WeightsFault }

/** The weights in force on a day. A node without one keeps the weight its card gives it. Refused with the node when two overlap. */
export function weightsOn(day: string, dated: readonly DatedWeight[]): WeightsOn {
  const read = readSpans(dated)
  if (read.kind === 'refused') return read
  const asked = readDay(day)
  if (!asked) return { kind: 'refused', fault: { because: 'not-a-day', node: '' } }
  const at = dayNumber(asked)
  return {
    kind: 'weights',
    day,
    weights: new Map(read.spans.filter(({ from, to }) => from <= at && at <= to).map(({ node, weightBp }) => [node, weightBp])),
  }
}

type Span = { node: string; weightBp: number; from: number; to: number }

function readSpans(dated: readonly DatedWeight[]): { kind: 'spans'; spans: Span[] } | { kind: 'refused'; fault: WeightsFault } {
  const spans: Span[] = []
  for (const { node, weightBp, from, to } of dated) {
    const [first, last] = [readDay(from), to === undefined ? null : readDay(to)]
    if (!first || (to !== undefined && !last)) return { kind: 'refused', fault: { because: 'not-a-day', node } }
    const span = { node, weightBp, from: dayNumber(first), to: last ? dayNumber(last) : Number.POSITIVE_INFINITY }
    if (span.to < span.from) return { kind: 'refused', fault: { because: 'span-upside-down', node } }
    if (!(weightBp >= 0)) return { kind: 'refused', fault: { because: 'negative-weight', node } }
    const other = spans.find((one) => one.node === node && one.from <= span.to && span.from <= one.to)
    if (other) return { kind: 'refused', fault: { because: 'overlap', node, day: dayOf(Math.max(other.from, span.from)) } }
    spans.push(span)
  }
  return { kind: 'spans', spans }
}

/** The card as it stands on a day: weights in force put in place of its own, by the id of perspective, objective or measure. */
export function cardWithWeights(card: CardInput, weights: ReadonlyMap<string, number>): CardInput {
  const own = <Node extends PerspectiveInput | ObjectiveInput | MeasureInput>(node: Node): Node => {
    const weightBp = weights.get(node.id)
    return weightBp === undefined ? node : { ...node, weightBp }
  }
  return {
    ...card,
    perspectives: card.perspectives.map((perspective) => ({
      ...own(perspective),
      objectives: perspective.objectives.map((objective) => ({
        ...own(objective),
        measures: objective.measures.map((measure) => own(measure)),
      })),
    })),
  }
}

export type ScoredUnderDatedWeights =
  | {
      readonly kind: 'scored'
      /** One stretch of the period with unchanged weights, first to last, and the card scored under them. */
      readonly stretches: readonly { readonly from: string; readonly to: string; readonly days: number; readonly result: CardResult }[]
      /** The stretches' scores weighed by days; the whole year's values enter every stretch, only the weights differ. */
      readonly whole: DayWeighted
    }
  | { readonly kind: 'refused'; readonly fault: WeightsFault }

/**
 * A period in which weights changed: the card is scored under each set of weights, and the scores are weighed by the days each was in force.
 * Without a change inside the period there is one stretch, and the score is that of `scoreCard`.
 */
export function scoreUnderDatedWeights(card: CardInput, dated: readonly DatedWeight[]): ScoredUnderDatedWeights {
  const read = readSpans(dated)
  if (read.kind === 'refused') return read
  const [first, last] = [readDay(card.period.from), readDay(card.period.to)]
  if (!first || !last) return { kind: 'refused', fault: { because: 'not-a-day', node: card.cardId } }
  const [start, end] = [dayNumber(first), dayNumber(last)]
  if (end < start) return { kind: 'refused', fault: { because: 'span-upside-down', node: card.cardId } }
  const changes = read.spans.flatMap(({ from, to }) => [from, to + 1]).filter((day) => day > start && day <= end)
  const starts = [...new Set([start, ...changes])].toSorted((a, b) => a - b)
  const stretches = starts.map((from, index) => {
    const to = (starts[index + 1] ?? end + 1) - 1
    const weights = new Map(read.spans.filter((span) => span.from <= from && from <= span.to).map(({ node, weightBp }) => [node, weightBp]))
    return { from: dayOf(from), to: dayOf(to), days: to - from + 1, result: scoreCard(cardWithWeights(card, weights)) }
  })
  const whole = dayWeightedScore(
    stretches.map(({ from, days, result }) => ({ id: from, days, score: result.final?.score ?? null })),
    1,
  )
  return { kind: 'scored', stretches, whole }
}

/** The day with this number (see `dayNumber`), as text. */
function dayOf(number: number): string {
  let year = Math.floor(number / 365.2425) + 1
  while (dayNumber({ year, month: 1, day: 1 }) > number) year--
  while (dayNumber({ year: year + 1, month: 1, day: 1 }) <= number) year++
  let month = 12
  while (dayNumber({ year, month, day: 1 }) > number) month--
  const day: Day = { year, month, day: number - dayNumber({ year, month, day: 1 }) + 1 }
  return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`
}
