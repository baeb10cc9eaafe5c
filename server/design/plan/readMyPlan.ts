import { readMyPlan } from '@milepost/contract/design/plans'
import { findCycle, findPerson } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { findScorecardRow } from '../scorecard/data.ts'
import { listPlanRows } from './data.ts'

export const readMyPlanRoute = serve(readMyPlan, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    if (actor.personId === null) return { cardId: null, because: 'no-person' as const }
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const scorecard = cycle ? await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId }) : undefined
    if (!cycle || !scorecard) return { cardId: null, because: 'no-scorecard' as const }
    const plan = (await listPlanRows(tx, institutionId, { scorecardId: scorecard.scorecard_id, personId: actor.personId }))[0]
    if (plan) return { cardId: plan.card_id, because: 'found' as const }
    const person = await findPerson(tx, institutionId, actor.personId, dayOfCycle(cycle, today))
    return { cardId: null, because: person?.track === 'leader' ? ('leader-track' as const) : ('not-drafted' as const) }
  },
})
