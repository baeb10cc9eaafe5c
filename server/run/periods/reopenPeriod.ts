import { Refusal } from '@milepost/contract/refusals'
import { readWaivers, reopenPeriod } from '@milepost/contract/run/periods'
import { listMeasures } from '../../design/published.ts'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { readHolderNames } from '../scoring/readDue.ts'
import { readMayRead } from '../values/mayRead.ts'
import { changePeriod, findPeriod, lockPeriod } from './data.ts'
import { listWaivers } from './waiverData.ts'

/** Opens a closed period with a reason; scores already fixed stay as they are until another official run. */
export const reopenPeriodRoute = serve(reopenPeriod, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const period = await lockPeriod(tx, institutionId, input.periodId)
    const cycle = period && (await findCycle(tx, institutionId, period.cycleId))
    if (!period || !cycle) throw new Refusal('not-found')
    if (period.state === 'open') throw new Refusal('period-open', { period: period.code })
    if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
    const revision = period.revision + 1
    await changePeriod(tx, institutionId, period.periodId, {
      state: 'open',
      revision,
      closed_at: null,
      closed_by: null,
      reopened_at: now,
      reopened_by: actor.name,
      reopen_reason: input.reason,
    })
    audit({ kind: 'period', id: period.periodId, detail: { period: period.code, revision, reason: input.reason } })
    return { revision }
  },
})

export const readWaiversRoute = serve(readWaivers, {
  run: async ({ tx, institutionId, input, actor }) => {
    const period = await findPeriod(tx, institutionId, { periodId: input.periodId })
    const cycle = period && (await findCycle(tx, institutionId, period.cycleId))
    if (!cycle) throw new Refusal('not-found')
    const waivers = await listWaivers(tx, institutionId, { periodId: input.periodId })
    const measureIds = [...new Set(waivers.map((one) => one.measureId))]
    const measures = new Map((await listMeasures(tx, institutionId, { measureIds })).map((one) => [one.measureId, one]))
    const names = await readHolderNames(tx, institutionId, cycle)
    const mayRead = await readMayRead(tx, institutionId, actor, { from: cycle.startsOn, to: cycle.endsOn })
    return {
      waivers: waivers
        .filter((one) => mayRead(one.holder))
        .map((one) => ({
          key: one.waiverId,
          periodRevision: one.periodRevision,
          measure: {
            code: measures.get(one.measureId)?.code ?? '',
            name: { ...(measures.get(one.measureId)?.name ?? { zh: '', en: '' }) },
          },
          holder: { ...names(one.holder).name },
          reason: one.reason,
          waivedBy: one.waivedBy,
          waivedAt: one.waivedAt.toISOString(),
        })),
    }
  },
})
