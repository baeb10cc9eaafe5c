import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { lockOpenPeriod } from '../periods/lockOpenPeriod.ts'
import { listRevisions, type StoredValue, valuesInForce } from './data.ts'
import { waitForOtherWriters } from './insertData.ts'

/** The value about to be superseded: it must still be the one in force, in a period that is open. */
export async function lockInForce(tx: Tx, institutionId: string, valueId: string): Promise<StoredValue> {
  await waitForOtherWriters(tx, institutionId)
  const [value] = await listRevisions(tx, institutionId, { valueId })
  if (!value) throw new Refusal('not-found')
  await lockOpenPeriod(tx, institutionId, value.periodId)
  const [inForce] = await valuesInForce(tx, institutionId, {
    measureIds: [value.measureId],
    periodIds: [value.periodId],
    holders: [value.holder],
  })
  if (inForce?.valueId !== valueId) throw new Refusal('value-not-in-force')
  return value
}
