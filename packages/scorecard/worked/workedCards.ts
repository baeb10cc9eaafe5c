import type { CardInput, MeasureInput, ObjectiveInput, PerspectiveInput, ValueInput } from '../card.ts'
import type { ScoringRule } from '../rules.ts'

/** Small cards for the worked cases: one year, one objective a perspective, a measure named by its letter. */

type More<T> = { readonly [K in keyof T]?: T[K] }

export const YEAR = { from: '2025-01-01', to: '2025-12-31' } as const

/** A reported value of the year 2025, or of another period when said. */
export const reported = (actual: string, more: More<ValueInput> = {}): ValueInput => ({
  period: '2025',
  state: 'reported',
  actual,
  ...more,
})

/** A measure named by its letter; weights in basis points, `values` one actual of the year or all values. */
export const measure = (
  id: string,
  weightBp: number,
  rule: ScoringRule,
  values: string | readonly ValueInput[],
  more: More<MeasureInput> = {},
): MeasureInput => ({
  id,
  code: id,
  name: { zh: `指标 ${id}`, en: `Measure ${id}` },
  unit: { zh: '', en: '' },
  weightBp,
  rule,
  values: typeof values === 'string' ? [reported(values)] : [...values],
  ...more,
})

/** A measure whose points are its actual. */
export const points = (id: string, weightBp: number, actual: string, more: More<MeasureInput> = {}): MeasureInput =>
  measure(id, weightBp, { kind: 'ratio_up', target: '100' }, actual, more)

/** A perspective of one objective. */
export const perspective = (id: string, measures: MeasureInput[], more: More<PerspectiveInput> = {}): PerspectiveInput => {
  const objective: ObjectiveInput = { id: `${id}O`, name: { zh: '目标', en: 'Objective' }, measures }
  return { id, name: { zh: `维度 ${id}`, en: `Perspective ${id}` }, objectives: [objective], ...more }
}

/** A closed year's card of a unit; `scheme` and the rest as the case has it. */
export const card = (code: string, perspectives: PerspectiveInput[], more: More<CardInput> = {}): CardInput => ({
  cardId: code,
  scope: 'unit',
  name: { zh: `算例 ${code}`, en: `Case ${code}` },
  mode: 'official',
  period: YEAR,
  perspectives,
  ...more,
})

/** The card of one measure A. */
export const single = (code: string, of: MeasureInput, more: More<CardInput> = {}): CardInput => card(code, [perspective('P', [of])], more)
