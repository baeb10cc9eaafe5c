import { Refusal } from '@milepost/contract/refusals'
import { fenOfYuan } from '@milepost/contract/reward/money'
import { createPool } from '@milepost/contract/reward/pools'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listRules } from '../rules/data.ts'
import { insertPool, listApprovals, listPoolsOf } from './data.ts'
import { defaultSettings } from './defaultSettings.ts'
import { refuseNothing } from './refuseNothing.ts'
import { cycleOf } from './settledPool.ts'

/** Two leaders sign, unless somebody asks for more or fewer. */
const SIGNATURES = 2

/** A pool starts with the published factors, or with the library's while none are. One pool of a cycle is worked on at a time. */
export const createPoolRoute = serve(createPool, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
    const amountFen = refuseNothing(fenOfYuan(input.amount))
    const pools = await listPoolsOf(tx, institutionId, input.cycleId)
    const approved = new Set(
      (
        await listApprovals(
          tx,
          institutionId,
          pools.map(({ poolId }) => poolId),
        )
      ).map(({ poolId }) => poolId),
    )
    const open = pools.find(({ poolId }) => !approved.has(poolId))
    if (open) throw new Refusal('pool-open', { name: open.name.zh || open.name.en, nameEn: open.name.en || open.name.zh })
    const [published] = await listRules(tx, institutionId)
    const signatures = input.signatures ?? SIGNATURES
    const poolId = newId()
    await insertPool(tx, institutionId, {
      poolId,
      cycleId: input.cycleId,
      revision: (pools[0]?.revision ?? 0) + 1,
      name: input.name,
      amountFen,
      reserveBp: input.reserveBp,
      signatures,
      settings: published?.settings ?? defaultSettings(library),
      by: actor.name,
      at: now,
    })
    audit({ kind: 'pay-pool', id: poolId, detail: { amountFen, reserveBp: input.reserveBp, signatures } })
    return { poolId }
  },
})
