import { Refusal } from '@milepost/contract/refusals'
import { readCloses, readPeriods } from '@milepost/contract/run/periods'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { isGap } from '../scoring/gaps.ts'
import { readDue } from '../scoring/readDue.ts'
import { hashAgain } from './closeSnapshot.ts'
import { listCloses } from './data.ts'
import { periodView } from './periodView.ts'
import { listWaivers } from './waiverData.ts'

/** The periods of a cycle with how much is there and how much is still missing. */
export const readPeriodsRoute = serve(readPeriods, {
  run: async ({ tx, institutionId, input, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const { facts, places } = await readDue(tx, institutionId, { cycle, today })
    const waivers = await listWaivers(tx, institutionId, { cycleId: cycle.cycleId })
    return {
      periods: facts.periods.map((period) => {
        const due = places.filter((place) => place.period.periodId === period.periodId)
        return {
          ...periodView(period),
          // wanted = there + missing; figures nobody asked for stand on the values page alone
          values: due.filter((place) => !isGap(place)).length,
          due: due.length,
          gaps: due.filter(isGap).length,
          waived: waivers.filter((one) => one.periodId === period.periodId && one.periodRevision === period.revision).length,
        }
      }),
    }
  },
})

/** Each closing with its hash, and whether the same values still give it. */
export const readClosesRoute = serve(readCloses, {
  run: async ({ tx, institutionId, input }) => {
    const closes = await listCloses(tx, institutionId, input.periodId)
    const checked = []
    for (const { revision, valueIds, hash, waived, closedAt, closedBy } of closes)
      checked.push({
        ...{ revision, values: valueIds.length, waived, hash, closedBy, closedAt: closedAt.toISOString() },
        unchanged: (await hashAgain(tx, institutionId, { periodId: input.periodId, valueIds })) === hash,
      })
    return { closes: checked }
  },
})
