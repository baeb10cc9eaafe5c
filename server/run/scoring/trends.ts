import type { CardMeasure } from '@milepost/contract/design/card'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { MeasureInput, ValueInput } from '@milepost/scorecard/card'
import type { MeasureResult } from '@milepost/scorecard/cardResult'
import { readActual } from '@milepost/scorecard/readActual'
import type { StoredValue } from '../values/data.ts'
import { speaks } from './facts.ts'
import { figuresOf } from './measureInput.ts'
import type { ValueSheet } from './valueSheet.ts'

export type TrendPoint = { readonly period: string; readonly shown: string | null }

/** As many points as a small multiple can carry. */
const MOST_POINTS = 24

/**
 * A measure over its periods, this cycle's and earlier ones of the same kind: in each the holder's own figure, or what the units
 * below come to by the measure's own rule. Versions that measure something else are different series and are never joined.
 */
export function trendOf(line: CardMeasure, sheet: ValueSheet, values: readonly StoredValue[]): TrendPoint[] {
  const mine = values.filter((value) => value.measureId === line.measureId && value.periodKind === sheet.grain && speaks(value))
  const periods = new Set([...mine.map((value) => value.periodCode), ...sheet.places.map((place) => place.period.code)])
  const sources = new Set(sheet.sources.map(holderKey))
  return [...periods]
    .sort()
    .slice(-MOST_POINTS)
    .map((period) => {
      const here = mine.filter((value) => value.periodCode === period)
      const own = here.filter((value) => holderKey(value.holder) === holderKey(sheet.holder))
      return { period, shown: figureOf(line, own.length > 0 ? own : here.filter((value) => sources.has(holderKey(value.holder)))) }
    })
}

/** One figure from values of one period, by the measure's own rule. */
export function figureOf(line: CardMeasure, values: readonly StoredValue[]): string | null {
  const inputs = values.map(
    (value, at): ValueInput => ({ period: value.periodCode, unit: String(at), state: 'reported', ...figuresOf(value, line) }),
  )
  const measure: MeasureInput = {
    id: line.cardMeasureId,
    name: line.name,
    unit: line.unit,
    weightBp: 0,
    rule: { kind: 'unscored' },
    timeAggregation: 'last',
    ...(line.unitAggregation === 'none' ? {} : { unitAggregation: line.unitAggregation }),
    ...(line.ratioScale === null ? {} : { ratioScale: line.ratioScale }),
    minN: 0,
    values: inputs.filter((_, at) => values[at]?.state === 'reported' || values[at]?.state === 'estimated'),
  }
  return measure.values.length === 0 ? null : (readActual(measure, 'live', 0).actual?.shown ?? null)
}

/** Everybody whose values a trend may need. */
export function holdersIn(sheets: Iterable<ValueSheet>): Holder[] {
  const all = [...sheets].flatMap((sheet) => [sheet.holder, ...sheet.sources])
  return [...new Map(all.map((holder) => [holderKey(holder), holder])).values()]
}

/** Where the line of a rule reaches 100 points: what a level is held against. A flow's target grows through the year, so it has none here. */
export function targetOf(line: Pick<CardMeasure, 'timeAggregation'>, result: Pick<MeasureResult, 'anchors'>): string | null {
  if (line.timeAggregation === 'sum') return null
  return result.anchors?.find((anchor) => anchor.y === '100')?.x ?? null
}
