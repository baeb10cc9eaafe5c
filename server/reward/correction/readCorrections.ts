import { Refusal } from '@milepost/contract/refusals'
import { readCorrections } from '@milepost/contract/reward/corrections'
import { serve } from '../../platform/http/serve.ts'
import { findApproval, findPool } from '../pool/data.ts'
import { openCorrection } from './openCorrection.ts'
import { settledBefore } from './settledBefore.ts'

/** What was decided on corrections so far, and what waits for a decision now. */
export const readCorrectionsRoute = serve(readCorrections, {
  run: async ({ tx, institutionId, input, library }) => {
    const pool = await findPool(tx, institutionId, input.poolId)
    if (!pool) throw new Refusal('not-found')
    const approval = await findApproval(tx, institutionId, pool.poolId)
    if (!approval) throw new Refusal('pool-not-approved')
    const { reserveFen, settlements, open, refused } = await openCorrection(tx, institutionId, { pool, approval, library })
    return {
      reserveFen,
      settled: await settledBefore(tx, institutionId, { approval, settlements }),
      open: open && {
        inputHash: open.hash,
        lines: [...open.lines],
        paidFen: open.paidFen,
        shortFen: open.shortFen,
        reserveAfterFen: Math.max(0, reserveFen - open.paidFen),
        loweredFen: open.loweredFen,
        othersFen: open.othersFen,
      },
      refused,
    }
  },
})
