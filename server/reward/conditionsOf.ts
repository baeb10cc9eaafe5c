import { type Conditions, type Cycle, met, open } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { approvedPools } from './outcome/approvedLines.ts'

/** What the reward knows of the guards of the cycle: an approved pool, with what is held back for reviews that are won. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle): Promise<Conditions> {
  const [pool] = await approvedPools(tx, institutionId, cycle.cycleId)
  return {
    'reserve-set': pool
      ? met(
          `绩效工资池已批准，预留 ${(pool.computation.reserveFen / 100).toFixed(2)} 元。`,
          `A pool is approved; ${(pool.computation.reserveFen / 100).toFixed(2)} yuan is kept in reserve.`,
          `/reward?year=${cycle.year}`,
        )
      : open('绩效工资池及预留尚未批准。', 'No pool and reserve have been approved.', `/reward?year=${cycle.year}`),
  }
}
