import type { CardInput, MeasureInput, PerspectiveInput, ValueInput } from '@milepost/scorecard/card'

/** The figures of a value that can be typed. */
export type FigureName = 'actual' | 'numerator' | 'denominator' | 'n'

/** Every plan of the card, those in force earlier first, each with its measures. */
export const measuresOf = (card: CardInput): readonly MeasureInput[] =>
  [...(card.earlier ?? []).flatMap((plan) => plan.perspectives), ...card.perspectives].flatMap(({ objectives }) =>
    objectives.flatMap(({ measures }) => measures),
  )

/** The card with one measure changed, wherever it stands. */
export function withMeasure(card: CardInput, id: string, change: (measure: MeasureInput) => MeasureInput): CardInput {
  const inPlan = (perspectives: readonly PerspectiveInput[]) =>
    perspectives.map((perspective) => ({
      ...perspective,
      objectives: perspective.objectives.map((objective) => ({
        ...objective,
        measures: objective.measures.map((measure) => (measure.id === id ? change(measure) : measure)),
      })),
    }))
  return {
    ...card,
    perspectives: inPlan(card.perspectives),
    ...(card.earlier === undefined ? {} : { earlier: card.earlier.map((plan) => ({ ...plan, perspectives: inPlan(plan.perspectives) })) }),
  }
}

const withValue = (measure: MeasureInput, at: number, change: (value: ValueInput) => ValueInput): MeasureInput => ({
  ...measure,
  values: measure.values.map((value, place) => (place === at ? change(value) : value)),
})

/** One figure of one value. Cleared, the value is missing until every figure is there again. */
export const withFigure = (measure: MeasureInput, at: number, name: FigureName, text: string): MeasureInput =>
  withValue(measure, at, (value) => {
    const next = { ...value, [name]: name === 'n' ? Number(text) : text }
    const figures = next.numerator === undefined ? [next.actual] : [next.numerator, next.denominator]
    if (figures.includes('')) return { ...next, state: 'missing' }
    return next.state === 'missing' ? { ...next, state: 'reported' } : next
  })

export const withCount = (measure: MeasureInput, at: number, key: string, text: string): MeasureInput =>
  withValue(measure, at, (value) => ({ ...value, counts: { ...value.counts, [key]: text } }))

export type TriedState = 'reported' | 'missing' | 'not_applicable'

/** What a value of a case can be: missing is not zero, and neither is not applicable. */
export const stateOf = ({ state }: ValueInput): TriedState => (state === 'missing' || state === 'not_applicable' ? state : 'reported')

export const withState = (measure: MeasureInput, at: number, state: TriedState): MeasureInput =>
  withValue(measure, at, (value) => ({
    ...value,
    state,
    ...(state === 'reported' && value.numerator === undefined ? { actual: value.actual || '0' } : {}),
    ...(state === 'reported' && value.numerator !== undefined
      ? { numerator: value.numerator || '0', denominator: value.denominator || '1' }
      : {}),
  }))

/** One choice of the scheme: the caps, or where the weight of what does not apply goes. */
export const withScheme = (card: CardInput, name: 'cap' | 'parentCap' | 'notApplicable', value: string): CardInput => ({
  ...card,
  scheme: {
    ...card.scheme,
    ...(name === 'notApplicable' ? { notApplicable: value === 'global' ? 'global' : 'siblings' } : { [name]: value }),
  },
})
