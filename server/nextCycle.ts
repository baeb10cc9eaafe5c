import { setUpNextCycle } from '@milepost/contract/institution/cycles'
import { Refusal } from '@milepost/contract/refusals'
import { copyCommittee } from './appraise/published.ts'
import { findCycle, openNextCycle } from './institution/published.ts'
import type { Route } from './platform/http/serve.ts'
import { serve } from './platform/http/serve.ts'
import { copyPeriods } from './run/published.ts'

/** This year is the template of the next: dates a year on, the same periods with the same days of grace, the committee without those who left. */
const setUpNextCycleRoute = serve(setUpNextCycle, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const from = await findCycle(tx, institutionId, input.cycleId)
    if (!from) throw new Refusal('not-found')
    const to = await openNextCycle(tx, institutionId, from)
    if (!to) throw new Refusal('cycle-year-taken', { year: from.year + 1 })
    const periods = await copyPeriods(tx, institutionId, { from, to })
    const { members, left } = await copyCommittee(tx, institutionId, { from, to, today })
    audit({ kind: 'cycle', id: to.cycleId, detail: { from: from.cycleId, periods, members } })
    return { cycleId: to.cycleId, year: to.year, periods, members, left }
  },
})

export const nextCycleRoutes: readonly Route[] = [setUpNextCycleRoute]
