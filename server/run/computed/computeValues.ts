import { Refusal } from '@milepost/contract/refusals'
import { computeValues } from '@milepost/contract/run/values'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { listPeriods } from '../periods/data.ts'
import { valuesInForce } from '../values/data.ts'
import { insertRevisions, waitForOtherWriters } from '../values/insertData.ts'
import { revisionsByFormula } from './revisionsByFormula.ts'

/** Catches up after a formula was written or changed while its parts had been reported already; what is up to date stays as it is. */
export const computeValuesRoute = serve(computeValues, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const open = (await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })).filter((period) => period.state === 'open')
    const stored = await valuesInForce(tx, institutionId, { periodIds: open.map((period) => period.periodId) })
    const by = { recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name }
    const revisions = await revisionsByFormula(
      tx,
      institutionId,
      stored.map(({ measureId, periodId, holder }) => ({ measureId, periodId, holder, ...by })),
    )
    await insertRevisions(tx, institutionId, revisions)
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { computed: revisions.length } })
    return { computed: revisions.length }
  },
})
