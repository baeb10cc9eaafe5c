import type { CardDesign } from '@milepost/contract/design/card'
import { type Holder, holderKey } from '@milepost/contract/run/holder'
import type { CardInput } from '@milepost/scorecard/card'
import { listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listRevisions, type StoredValue } from '../values/data.ts'
import { linesOf } from './facts.ts'

/** Where a value behind a score came from, with every revision up to the one that was scored, newest first. */
export type ValueEvidence = {
  /** The line of the card. */
  readonly cardMeasureId: string
  readonly measureId: string
  readonly period: string
  /** The unit below it came from; null: the holder's own. */
  readonly unit: string | null
  readonly revisions: readonly StoredValue[]
}

/** Who recorded what, when and from which source, for each value a score took up. */
export async function evidenceOf(
  tx: Tx,
  institutionId: string,
  given: { readonly card: CardDesign; readonly input: CardInput },
): Promise<ValueEvidence[]> {
  const unitByCode = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.code, unit.unitId]))
  const used = usesIn(given.card, given.input, unitByCode)
  const measureIds = [...new Set(used.map((one) => one.measureId))]
  const byPlace = new Map<string, StoredValue[]>()
  for (const value of await listRevisions(tx, institutionId, { measureIds, holders: used.map((one) => one.holder) })) {
    const place = placeOf(value.measureId, value.periodCode, value.holder)
    byPlace.set(place, [value, ...(byPlace.get(place) ?? [])])
  }
  return used.map(({ holder, revision, ...one }) => ({
    ...one,
    revisions: (byPlace.get(placeOf(one.measureId, one.period, holder)) ?? []).filter((value) => value.revision <= revision),
  }))
}

type Use = Omit<ValueEvidence, 'revisions'> & { readonly holder: Holder; readonly revision: number }

function usesIn(card: CardDesign, input: CardInput, unitByCode: ReadonlyMap<string, string>): Use[] {
  const lines = new Map(linesOf(card).map((line) => [line.cardMeasureId, line]))
  const measures = input.perspectives.flatMap((perspective) => perspective.objectives.flatMap((objective) => objective.measures))
  return measures.flatMap(({ id, values }) => {
    const line = lines.get(id)
    if (!line) return []
    return values.flatMap(({ period, unit, revision }): Use[] => {
      if (revision === undefined) return []
      const unitId = unit === undefined ? undefined : unitByCode.get(unit)
      const holder: Holder = unitId === undefined ? line.valuesOf : { kind: 'unit', unitId }
      return [{ cardMeasureId: id, measureId: line.measureId, period, unit: unit ?? null, holder, revision }]
    })
  })
}

const placeOf = (measureId: string, period: string, holder: Holder) => `${measureId} ${period} ${holderKey(holder)}`
