import type { CardInput, MeasureInput, ObjectiveInput, Scheme, ValueInput } from './card.ts'

/** Small cards for tests: every text in both languages, one period, one objective a perspective unless said. */
const text = (name: string): { zh: string; en: string } => ({ zh: name, en: name })

export const reported = (actual: string, more: Partial<ValueInput> = {}): ValueInput => ({
  period: '2025',
  state: 'reported',
  actual,
  ...more,
})

/** A measure whose score equals its actual, so that a test can speak of scores. */
export const measure = (id: string, weightBp: number, values: ValueInput[] | string, more: Partial<MeasureInput> = {}): MeasureInput => ({
  id,
  name: text(id),
  unit: text('%'),
  weightBp,
  rule: { kind: 'ratio_up', target: '100' },
  values: typeof values === 'string' ? [reported(values)] : values,
  ...more,
})

export const objective = (id: string, measures: MeasureInput[], more: Partial<ObjectiveInput> = {}): ObjectiveInput => ({
  id,
  name: text(id),
  measures,
  ...more,
})

export const card = (objectives: ObjectiveInput[], more: Partial<CardInput> = {}, scheme: Scheme = {}): CardInput => ({
  cardId: 'card',
  scope: 'unit',
  name: text('card'),
  mode: 'official',
  period: { from: '2025-01-01', to: '2025-12-31' },
  scheme,
  perspectives: objectives.map((one) => ({ id: `perspective of ${one.id}`, name: text(one.id), objectives: [one] })),
  ...more,
})
