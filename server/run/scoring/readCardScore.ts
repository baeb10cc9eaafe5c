import { Refusal } from '@milepost/contract/refusals'
import { readCardScore, readMyCardScore } from '@milepost/contract/run/scores'
import { cardSubject, findCardOfPerson, findScorecardId } from '../../design/published.ts'
import { currentCycle, findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { cardScoreView } from './cardScoreView.ts'
import { liveScore } from './liveScore.ts'

export const readCardScoreRoute = serve(readCardScore, {
  subject: ({ tx, institutionId, input }) => cardSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, today }) => {
    const live = await liveScore(tx, institutionId, { ...input, today })
    if (!live) throw new Refusal('not-found')
    return cardScoreView(tx, institutionId, live)
  },
})

export const readMyCardScoreRoute = serve(readMyCardScore, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const cycle =
      input.cycleId === undefined ? await currentCycle(tx, institutionId, today) : await findCycle(tx, institutionId, input.cycleId)
    const scorecardId = actor.personId !== null && cycle && (await findScorecardId(tx, institutionId, cycle.cycleId))
    const card = scorecardId && actor.personId !== null ? await findCardOfPerson(tx, institutionId, scorecardId, actor.personId) : null
    const live = card && (await liveScore(tx, institutionId, { cardId: card.cardId, today }))
    return { score: live ? await cardScoreView(tx, institutionId, live) : null }
  },
})
