import { Refusal } from '@milepost/contract/refusals'
import { approvePool } from '@milepost/contract/reward/pools'
import { serve } from '../../platform/http/serve.ts'
import { insertApproval, listComputations } from './data.ts'
import { readBasis } from './readBasis.ts'
import { cycleOf, lockOpenPool, readinessOf, runOf } from './settledPool.ts'

/** A named leader approves the computation that was looked at: the newest one, still true, on grades that are final. */
export const approvePoolRoute = serve(approvePool, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const pool = await lockOpenPool(tx, institutionId, input.poolId)
    const [latest] = await listComputations(tx, institutionId, [pool.poolId])
    if (!latest) throw new Refusal('pool-not-computed')
    if (latest.no !== input.no) throw new Refusal('changed-meanwhile')
    const basis = await readBasis(tx, institutionId, await cycleOf(tx, institutionId, pool.cycleId))
    const { appraised, final } = readinessOf(basis)
    if (final < appraised) throw new Refusal('grades-not-final', { open: appraised - final, people: appraised })
    if (runOf(pool, basis, library).hash !== latest.inputHash) throw new Refusal('pool-changed-since')
    await insertApproval(tx, institutionId, {
      poolId: pool.poolId,
      no: latest.no,
      approvedAt: now,
      approvedBy: actor.name,
      approvedByAccountId: actor.accountId,
      reason: input.reason,
    })
    const { no, amountFen, reserveFen, inputHash } = latest
    audit({ kind: 'pay-pool', id: pool.poolId, detail: { no, amountFen, reserveFen, inputHash, reason: input.reason } })
    return { approvedAt: now.toISOString() }
  },
})
