import { Refusal } from '@milepost/contract/refusals'
import { settleCorrection } from '@milepost/contract/reward/corrections'
import { fenOfYuan } from '@milepost/contract/reward/money'
import { serve } from '../../platform/http/serve.ts'
import { findApproval, lockPool } from '../pool/data.ts'
import { insertSettlement } from './data.ts'
import { openCorrection } from './openCorrection.ts'

/**
 * A named leader settles what a correction or an appeal won has shown: those looked at, or nothing. Who is due more is paid from the reserve, with what
 * was approved in addition; where nobody is, what is due less is put on record and nothing is claimed back.
 */
export const settleCorrectionRoute = serve(settleCorrection, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const pool = await lockPool(tx, institutionId, input.poolId)
    if (!pool) throw new Refusal('not-found')
    const approval = await findApproval(tx, institutionId, pool.poolId)
    if (!approval) throw new Refusal('pool-not-approved')
    const { open, refused, settlements, reserveFen } = await openCorrection(tx, institutionId, { pool, approval, library })
    const addedFen = input.added === undefined ? 0 : fenOfYuan(input.added)
    if (!open && refused) throw new Refusal('pay-not-computable', { zh: refused.zh, en: refused.en })
    if (!open) throw new Refusal('nothing-to-correct')
    if (open.shortFen > addedFen) throw new Refusal('reserve-too-small', { zh: refused?.zh ?? '', en: refused?.en ?? '' })
    if (open.hash !== input.inputHash) throw new Refusal('correction-changed-since')
    const no = settlements.length + 1
    const { paidFen } = open
    const reserveBeforeFen = reserveFen + addedFen
    const reserveAfterFen = reserveBeforeFen - paidFen
    await insertSettlement(tx, institutionId, {
      poolId: pool.poolId,
      no,
      input: open.input,
      inputHash: open.hash,
      reserveBeforeFen,
      paidFen,
      reserveAfterFen,
      approvedAt: now,
      approvedBy: actor.name,
      approvedByAccountId: actor.accountId,
      reason: input.reason,
      lines: open.lines.filter(({ standing }) => standing !== 'not-corrected'),
    })
    audit({
      kind: 'pay-pool',
      id: pool.poolId,
      detail: { settlement: no, addedFen, paidFen, reserveAfterFen, inputHash: open.hash, reason: input.reason },
    })
    return { no, paidFen, reserveAfterFen }
  },
})
