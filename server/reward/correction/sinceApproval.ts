import type { Tx } from '../../platform/database/database.ts'
import { listSettlements } from './data.ts'
import { changedSince } from './openCorrection.ts'

/** What became of corrections since a pool was approved, and whether one waits for a leader. */
export async function sinceApproval(tx: Tx, institutionId: string, given: Omit<Parameters<typeof changedSince>[2], 'settlements'>) {
  const settlements = await listSettlements(tx, institutionId, given.pool.poolId)
  const { changed } = await changedSince(tx, institutionId, { ...given, settlements })
  return {
    settlements: settlements.length,
    paidLaterFen: settlements.reduce((total, { paidFen }) => total + paidFen, 0),
    correctionOpen: changed.size > 0,
  }
}
