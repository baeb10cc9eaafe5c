import type { MeasureDesign } from '@milepost/contract/design/measure'
import { Refusal } from '@milepost/contract/refusals'
import type { Holder } from '@milepost/contract/run/holder'
import type { Tx } from '../../platform/database/database.ts'
import type { Period } from '../periods/data.ts'
import { placeKey } from '../scoring/gaps.ts'
import { type StoredValue, valuesInForce } from './data.ts'
import { grainsOf } from './grains.ts'
import { insertRevisions } from './insertData.ts'
import type { Figures } from './judgeFigures.ts'
import { saysTheSame } from './judgeValues.ts'
import { mixedGrain } from './problems.ts'

export type ComputedValue = Figures & { readonly measure: MeasureDesign; readonly holder: Holder; readonly note: string }
type By = { readonly source: string; readonly recordedAt: Date; readonly recordedByAccountId: string | null; readonly recordedBy: string }
export type Saved = ComputedValue & { readonly verdict: 'new' | 'changed' | 'same' }

/** Records values the program computed for one period; those that say the same as before are left as they are. */
export async function saveStatements(
  tx: Tx,
  institutionId: string,
  given: { readonly period: Period; readonly values: readonly ComputedValue[]; readonly by: By },
): Promise<Saved[]> {
  const { period, values, by } = given
  const measureIds = [...new Set(values.map((value) => value.measure.measureId))]
  const stored = await valuesInForce(tx, institutionId, { cycleIds: [period.cycleId], measureIds })
  for (const value of values) refuseMixedGrain(stored, { measure: value.measure, period, level: value.holder.kind })
  const inForce = new Map(stored.map((value) => [placeKey(value.measureId, value.periodId, value.holder), value]))
  const judged = values.map((value) => {
    const statement = { ...value, measureId: value.measure.measureId, periodId: period.periodId, state: 'reported' as const }
    const before = inForce.get(placeKey(statement.measureId, period.periodId, value.holder))
    return { value, statement, before, same: before !== undefined && saysTheSame(before, statement) }
  })
  await insertRevisions(
    tx,
    institutionId,
    judged.filter(({ same }) => !same).map(({ statement, before }) => ({ ...statement, ...by, revision: (before?.revision ?? 0) + 1 })),
  )
  return judged.map(({ value, before, same }) => ({ ...value, verdict: same ? 'same' : before ? 'changed' : 'new' }))
}

/** A measure is reported in one kind of period a cycle and level; a value in another kind would be counted twice. */
export function refuseMixedGrain(
  stored: readonly StoredValue[],
  { measure, period, level }: { measure: MeasureDesign; period: Period; level: Holder['kind'] },
): void {
  const grains = grainsOf(
    stored.map((value) => ({ ...value, cycleId: period.cycleId })),
    [],
  )
  const other = grains.otherThan(period.kind, { measureId: measure.measureId, cycleId: period.cycleId, level })
  if (!other) return
  const { message } = mixedGrain('', { measure, period: period.code, other })
  throw new Refusal('input-invalid', { count: 1 }, [{ pointer: '/periodId', ...message }])
}
