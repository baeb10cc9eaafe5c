import type { MeasureDesign } from '@milepost/contract/design/measure'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { AskedLine } from '../../design/published.ts'
import type { Period } from '../periods/data.ts'
import type { StoredValue } from '../values/data.ts'
import type { Facts } from './facts.ts'
import { type SheetPlace, valueSheet } from './valueSheet.ts'

/** A place where the cards of a cycle want a value. */
export type DuePlace = {
  readonly key: string
  readonly measure: MeasureDesign
  readonly holder: Holder
  readonly period: Period
  readonly state: SheetPlace['state']
  readonly value: StoredValue | null
}

export const placeKey = (measureId: string, periodId: string, holder: Holder) => `${measureId} ${periodId} ${holderKey(holder)}`

type AskedOfMeasure = { readonly measure: MeasureDesign; readonly valuesOf: Holder }

/** Each measure of each holder that the lines look at, once, however many cards look at it; lines without weight ask for nothing. */
function askedOnce(lines: readonly AskedLine[], facts: Facts): AskedOfMeasure[] {
  const found = new Map<string, AskedOfMeasure>()
  for (const { measureId, valuesOf, weightBp } of lines) {
    const measure = facts.measureById.get(measureId)
    if (weightBp === 0 || !measure) continue
    const key = `${measureId} ${holderKey(valuesOf)}`
    if (!found.has(key)) found.set(key, { measure, valuesOf })
  }
  return [...found.values()]
}

/** How many are looked through between two words about it. */
const A_PORTION = 250

/** Every place the lines of cards want a value in. */
export async function duePlaces(
  lines: readonly AskedLine[],
  facts: Facts,
  tell: (done: number, of: number) => Promise<void>,
): Promise<DuePlace[]> {
  const found = new Map<string, DuePlace>()
  const asked = askedOnce(lines, facts)
  for (const [at, { measure, valuesOf }] of asked.entries()) {
    if (at % A_PORTION === 0) await tell(at, asked.length)
    for (const reported of facts.reportedFor(measure))
      for (const { period, holder, state, value } of valueSheet(reported, valuesOf, facts).places) {
        const key = placeKey(reported.measureId, period.periodId, holder)
        found.set(key, { key, measure: reported, holder, period, state, value })
      }
  }
  return [...found.values()]
}

export const isGap = ({ state }: Pick<DuePlace, 'state'>): boolean => state === 'not_due' || state === 'late' || state === 'missing'

/** Due today and not there. */
export const isOverdue = ({ state }: Pick<DuePlace, 'state'>): boolean => state === 'late' || state === 'missing'
