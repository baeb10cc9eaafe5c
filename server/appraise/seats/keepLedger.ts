import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { appraisalRows } from '../data.ts'
import { type LedgerLine, latestSeatRun, replaceLedger } from './data.ts'
import { carriedAfter } from './unitShares.ts'

const share = z.object({
  unitId: z.string(),
  people: z.number(),
  tiltBp: z.number(),
  carryIn: z.string(),
  share: z.string(),
  claim: z.string(),
  seats: z.number(),
})
const storedShares = z.object({ shares: z.array(share).default([]) })

/**
 * Seats shared out among units count as got, used or not; in one ranking for all, the excellent grades do. What is left of the claim goes into the
 * next year: a unit of three gets its turn by right.
 */
export async function ledgerOf(tx: Tx, institutionId: string, cycleId: string): Promise<LedgerLine[]> {
  const run = await latestSeatRun(tx, institutionId, cycleId)
  if (!run) return []
  const rows = await appraisalRows(tx, institutionId, cycleId).execute()
  return storedShares.parse(run.result).shares.map((one) => {
    const awarded = rows.filter((row) => row.unit_id === one.unitId && row.grade === 'excellent').length
    return { ...one, awarded, carryOut: carriedAfter(one.claim, run.pooling === 'units' ? one.seats : awarded) }
  })
}

/** Written with every decision that changes grades. */
export async function keepLedger(tx: Tx, institutionId: string, cycleId: string): Promise<void> {
  await replaceLedger(tx, { institutionId, cycleId, lines: await ledgerOf(tx, institutionId, cycleId) })
}
