import { Refusal } from '@milepost/contract/refusals'
import { fenOfYuan } from '@milepost/contract/reward/money'
import { savePool } from '@milepost/contract/reward/pools'
import { serve } from '../../platform/http/serve.ts'
import { changePool } from './data.ts'
import { refuseNothing } from './refuseNothing.ts'
import { unfitReasons } from './refuseUnfit.ts'
import { cycleOf, lockOpenPool } from './settledPool.ts'

/** Factors are kept as they are typed, fit or not, so that nothing is lost; those that do not fit are told at once, and neither computed with nor published. */
export const savePoolRoute = serve(savePool, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const before = await lockOpenPool(tx, institutionId, input.poolId)
    if (before.version !== input.version) throw new Refusal('changed-meanwhile')
    const version = before.version + 1
    const { name, reserveBp, settings } = input
    const amountFen = refuseNothing(fenOfYuan(input.amount))
    const signatures = input.signatures ?? before.signatures
    await changePool(tx, institutionId, { poolId: input.poolId, name, amountFen, reserveBp, signatures, settings, version })
    const unfit = unfitReasons({ settings, amountFen, reserveBp }, { library, cycle: await cycleOf(tx, institutionId, before.cycleId) })
    audit({
      kind: 'pay-pool',
      id: input.poolId,
      detail: {
        before: { amountFen: before.amountFen, reserveBp: before.reserveBp, signatures: before.signatures, settings: before.settings },
        after: { amountFen, reserveBp, signatures, settings },
        unfit: unfit.map(({ zh }) => zh),
      },
    })
    return { version, unfit }
  },
})
