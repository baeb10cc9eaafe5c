import { Refusal } from '@milepost/contract/refusals'
import { type Cycle, openCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { lockPeriod, type Period } from './data.ts'

export type OpenPeriod = Period & { readonly cycle: Cycle }

/** A period that still takes values, held against a second writer: neither it nor its cycle is closed. */
export async function lockOpenPeriod(tx: Tx, institutionId: string, periodId: string): Promise<OpenPeriod> {
  const period = await lockPeriod(tx, institutionId, periodId)
  if (!period) throw new Refusal('not-found')
  const cycle = await openCycle(tx, institutionId, period.cycleId)
  if (period.state === 'closed') throw new Refusal('period-closed', { period: period.code })
  return { ...period, cycle }
}
