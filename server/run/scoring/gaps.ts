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

/** Every place the lines of cards want a value in, each once, however many cards look at it; lines without weight ask for nothing. */
export function duePlaces(lines: readonly AskedLine[], facts: Facts): DuePlace[] {
  const found = new Map<string, DuePlace>()
  const seen = new Set<string>()
  for (const line of lines) {
    const asked = `${line.measureId} ${holderKey(line.valuesOf)}`
    const measure = facts.measureById.get(line.measureId)
    if (line.weightBp === 0 || seen.has(asked) || !measure) continue
    seen.add(asked)
    for (const reported of facts.reportedFor(measure))
      for (const { period, holder, state, value } of valueSheet(reported, line.valuesOf, facts).places) {
        const key = placeKey(reported.measureId, period.periodId, holder)
        found.set(key, { key, measure: reported, holder, period, state, value })
      }
  }
  return [...found.values()]
}

export const isGap = ({ state }: Pick<DuePlace, 'state'>): boolean => state === 'not_due' || state === 'late' || state === 'missing'

/** Due today and not there. */
export const isOverdue = ({ state }: Pick<DuePlace, 'state'>): boolean => state === 'late' || state === 'missing'
