import type { CardMeasure } from '@milepost/contract/design/card'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { MeasureInput, ValueInput } from '@milepost/scorecard/card'
import type { StoredValue } from '../values/data.ts'
import type { Facts } from './facts.ts'
import type { SheetPlace, ValueSheet } from './valueSheet.ts'

type Computing = Pick<CardMeasure, 'timeAggregation' | 'unitAggregation' | 'ratioScale'>

/** A line of a card with its values, as the engine takes it. */
export function measureInput(line: CardMeasure, sheet: ValueSheet, facts: Facts, mode: 'live' | 'official'): MeasureInput {
  const window = facts.windowOf(sheet.holder)
  const values = sheet.places.map((place) => valueInput(place, line, sheet, facts))
  const plainRate = sheet.grain === 'year' && line.timeAggregation === 'ratio' && values.some((value) => value.actual !== undefined)
  return {
    id: line.cardMeasureId,
    code: line.code,
    name: line.name,
    unit: line.unit,
    weightBp: line.weightBp,
    rule: line.rule,
    // one period has nothing to be put together: a rate given without its parts may stand
    timeAggregation: plainRate ? 'last' : line.timeAggregation,
    ...(line.unitAggregation === 'none' ? {} : { unitAggregation: line.unitAggregation }),
    ...(line.ratioScale === null ? {} : { ratioScale: line.ratioScale }),
    missingPolicy: line.missingPolicy,
    undefinedPolicy: line.undefinedPolicy,
    ...(line.minN === null ? {} : { minN: line.minN }),
    ...(window ? { window } : {}),
    ...(line.critical ? { critical: true } : {}),
    ...(line.profile === null ? {} : { profile: line.profile }),
    values: [...(mode === 'official' ? valuesToCarry(line, sheet, facts) : []), ...values],
  }
}

/** A level that may be carried looks back to the last value of the cycle before; a flow never does. */
function valuesToCarry(line: CardMeasure, sheet: ValueSheet, facts: Facts): ValueInput[] {
  const mayCarry = line.timeAggregation === 'last' && (line.missingPolicy === 'carry' || line.undefinedPolicy === 'carry')
  if (!mayCarry) return []
  return sheet.sources.flatMap((holder): ValueInput[] => {
    const value = facts.valueBefore(line.measureId, holder)
    if (value?.state !== 'reported') return []
    const place = { period: value.periodCode, ...unitOf(holder, sheet, facts), state: value.state }
    return [{ ...place, ...figuresOf(value, line), revision: value.revision }]
  })
}

function valueInput({ period, holder, state, value }: SheetPlace, line: CardMeasure, sheet: ValueSheet, facts: Facts): ValueInput {
  const place = { period: period.code, ...unitOf(holder, sheet, facts), state }
  if (value === null) return place
  const counts = state === 'reported' || state === 'estimated'
  return { ...place, ...(counts ? figuresOf(value, line) : {}), revision: value.revision }
}

/** The holder's own values name no unit; those put together from units below name theirs. */
function unitOf(holder: Holder, sheet: ValueSheet, facts: Facts): { unit?: string } {
  if (holder.kind !== 'unit' || holderKey(holder) === holderKey(sheet.holder)) return {}
  return { unit: facts.unitById.get(holder.unitId)?.code ?? holder.unitId }
}

/**
 * The figures of a value: numerator and denominator where the measure is their quotient, so that nothing rounded is scored;
 * the denominator as weight where it is a weighted mean; else the plain actual.
 */
export function figuresOf(value: StoredValue, { timeAggregation, unitAggregation, ratioScale }: Computing): Partial<ValueInput> {
  const { actual, numerator, denominator, n, detail } = value
  const answers = n === null ? {} : { n }
  const plain = actual === null ? {} : { actual }
  if (ratioScale !== null && numerator !== null && denominator !== null) return { numerator, denominator, ...answers, ...detail }
  const weighted = timeAggregation === 'weighted-mean' || unitAggregation === 'weighted-mean'
  return { ...plain, ...(weighted && denominator !== null ? { weight: denominator } : {}), ...answers, ...detail }
}
