import { readHearing } from '@milepost/contract/institution/cycleSteps'
import { Refusal } from '@milepost/contract/refusals'
import { findPublication } from './design/published.ts'
import { findCycle, findHearing, listComments } from './institution/published.ts'
import { serve } from './platform/http/serve.ts'

/** The hearing beside what the design says of the plan: what is heard after publishing is for the next version. */
export const readHearingRoute = serve(readHearing, {
  run: async ({ tx, institutionId, input, today }) => {
    const { cycleId } = input
    if (!(await findCycle(tx, institutionId, cycleId))) throw new Refusal('not-found')
    const hearing = await findHearing(tx, institutionId, cycleId)
    const published = await findPublication(tx, institutionId, cycleId)
    return {
      hearing: hearing && { ...hearing, isOpen: today <= hearing.lastDay },
      comments: hearing ? await listComments(tx, institutionId, cycleId) : [],
      published: published && { ...published, on: published.on.toISOString() },
    }
  },
})
