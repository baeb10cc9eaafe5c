import { compare, div, mul } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import type { CardInput, MeasureInput, ValueInput } from '@milepost/scorecard/card'
import type { Correction } from '@milepost/scorecard/restatementImpact'

/** A frozen card with the code of the unit that holds it; null: the institution's or a person's. */
export type FrozenCard = { readonly input: CardInput; readonly unitCode: string | null }

type Place = { readonly measureCode: string; readonly unitCode: string | null; readonly period: string }

/** A value stands on its holder's own card without a unit, and on the cards it is put together for under the unit's code. */
const isAt = (value: ValueInput, card: FrozenCard, { unitCode, period }: Place): boolean =>
  value.period === period && (unitCode === null ? isOfWhole(value, card) : (value.unit ?? card.unitCode) === unitCode)

const isOfWhole = (value: ValueInput, { input, unitCode }: FrozenCard): boolean =>
  input.scope === 'institution' && unitCode === null && value.unit === undefined

const linesOf = (card: CardInput): MeasureInput[] =>
  card.perspectives.flatMap(({ objectives }) => objectives).flatMap(({ measures }) => measures)

/** The same corrected value at every line of every card that took it up: own cards and those put together from it. */
export function correctionsAt(cards: readonly FrozenCard[], place: Place, actual: string): Correction[] {
  return cards.flatMap((card) =>
    linesOf(card.input)
      .filter((line) => line.code === place.measureCode)
      .flatMap((line) =>
        line.values
          .filter((value) => isAt(value, card, place))
          .map((value) => ({ measure: line.id, value: restated(value, line, actual) })),
      ),
  )
}

/** A quotient keeps its denominator: what is put right is how much of it was reached. */
function restated(value: ValueInput, line: MeasureInput, actual: string): ValueInput {
  const { numerator: _numerator, denominator, actual: _actual, ...kept } = value
  if (value.numerator === undefined || denominator === undefined) return { ...kept, state: 'reported', actual }
  const numerator = toDecimalString(div(mul(actual, denominator), line.ratioScale ?? '1'), 9)
  return { ...kept, state: 'reported', numerator, denominator }
}

/** What a value says now; null: nothing was reported. */
function actualOf(value: ValueInput, line: Pick<MeasureInput, 'ratioScale'>): string | null {
  const { numerator, denominator } = value
  if (numerator === undefined || denominator === undefined) return value.actual ?? null
  return compare(denominator, 0) === 0 ? null : toDecimalString(div(mul(numerator, line.ratioScale ?? '1'), denominator), 4)
}

export type Stands = Place & { readonly measure: { zh: string; en: string }; readonly actual: string | null }

/** Every value that stands on a card, once: by measure, unit and period. */
export function placesOf(cards: readonly FrozenCard[]): Stands[] {
  const found = new Map<string, Stands>()
  for (const card of cards) {
    for (const line of linesOf(card.input))
      for (const value of line.values) {
        const place = { measureCode: line.code ?? line.id, unitCode: value.unit ?? card.unitCode, period: value.period }
        found.set(`${place.measureCode} ${place.unitCode ?? ''} ${place.period}`, {
          ...place,
          measure: { zh: line.name.zh, en: line.name.en },
          actual: actualOf(value, line),
        })
      }
  }
  return [...found.values()].sort((a, b) =>
    [a.measureCode, a.unitCode ?? '', a.period].join('\n') < [b.measureCode, b.unitCode ?? '', b.period].join('\n') ? -1 : 1,
  )
}
