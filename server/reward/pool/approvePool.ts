import { Refusal } from '@milepost/contract/refusals'
import { approvePool } from '@milepost/contract/reward/pools'
import { serve } from '../../platform/http/serve.ts'
import { publishedRulesOf } from '../rules/publishedRules.ts'
import { insertApproval, listComputations } from './data.ts'
import { readBasis } from './readBasis.ts'
import { cycleOf, lockOpenPool, readinessOf, runOf } from './settledPool.ts'
import { insertSignature, listSignatures } from './signatureData.ts'

/**
 * A leader puts the own name to the computation that was looked at: the newest one, still true, on grades that are final and on factors
 * that are published. The last signature the pool asks for approves it.
 */
export const approvePoolRoute = serve(approvePool, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    if (actor.accountId === null) throw new Refusal('not-signed-in')
    const { accountId, name } = actor
    const pool = await lockOpenPool(tx, institutionId, input.poolId)
    const [latest] = await listComputations(tx, institutionId, [pool.poolId])
    if (!latest) throw new Refusal('pool-not-computed')
    if (latest.no !== input.no) throw new Refusal('changed-meanwhile')
    const cycle = await cycleOf(tx, institutionId, pool.cycleId)
    const basis = await readBasis(tx, institutionId, cycle)
    const { appraised, final } = readinessOf(basis)
    if (final < appraised) throw new Refusal('grades-not-final', { open: appraised - final, people: appraised })
    if (runOf(pool, basis, { library, cycle }).hash !== latest.inputHash) throw new Refusal('pool-changed-since')
    const rules = await publishedRulesOf(tx, institutionId, pool.settings)
    if (!rules?.same) throw new Refusal('pay-rules-not-published')
    const before = await listSignatures(tx, institutionId, latest)
    if (before.some((one) => one.accountId === accountId)) throw new Refusal('signed-already', { no: latest.no })
    const own = { accountId, signedBy: name, signedAt: now, reason: input.reason }
    const { poolId, no } = latest
    await insertSignature(tx, institutionId, { poolId, no, ...own })
    const signed = [...before, own]
    const approves = signed.length >= pool.signatures
    if (approves)
      await insertApproval(tx, institutionId, {
        poolId,
        no,
        approvedAt: now,
        approvedBy: signed.map((one) => one.signedBy).join('、'),
        approvedByAccountId: accountId,
        reason: signed[0]?.reason ?? input.reason,
        rulesVersion: rules.version,
      })
    const { amountFen, reserveFen, inputHash } = latest
    audit({
      kind: 'pay-pool',
      id: poolId,
      detail: { no, signed: signed.length, needed: pool.signatures, approves, amountFen, reserveFen, inputHash, reason: input.reason },
    })
    return { signed: signed.length, needed: pool.signatures, approvedAt: approves ? now.toISOString() : null }
  },
})
