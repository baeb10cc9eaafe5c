import { Refusal } from '@milepost/contract/refusals'
import { correctionLine, readCorrections } from '@milepost/contract/reward/corrections'
import { serve } from '../../platform/http/serve.ts'
import { findApproval, findPool } from '../pool/data.ts'
import { listSettlementLines } from './data.ts'
import { openCorrection } from './openCorrection.ts'

/** What was paid from the reserve so far, and what a correction would pay now. */
export const readCorrectionsRoute = serve(readCorrections, {
  run: async ({ tx, institutionId, input, library }) => {
    const pool = await findPool(tx, institutionId, input.poolId)
    if (!pool) throw new Refusal('not-found')
    const approval = await findApproval(tx, institutionId, pool.poolId)
    if (!approval) throw new Refusal('pool-not-approved')
    const { reserveFen, settlements, open, refused } = await openCorrection(tx, institutionId, { pool, approval, library })
    const lines = await listSettlementLines(tx, institutionId, pool.poolId)
    return {
      reserveFen,
      settled: settlements.map(({ approvedAt, ...one }) => ({
        ...one,
        approvedAt: approvedAt.toISOString(),
        lines: lines
          .filter(({ no }) => no === one.no)
          .map(({ no: _no, standing, ...line }) => ({ ...line, standing: correctionLine.shape.standing.parse(standing) })),
      })),
      open: open && {
        inputHash: open.hash,
        lines: [...open.lines],
        paidFen: open.settled.paidFen,
        reserveAfterFen: open.settled.reserveAfterFen,
        othersFen: open.settled.othersDifferenceFen,
      },
      refused,
    }
  },
})
