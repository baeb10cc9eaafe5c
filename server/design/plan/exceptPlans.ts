import { exceptPlans } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findScorecardRow } from '../scorecard/data.ts'
import { insertExceptions, listNotAgreed } from './exceptionData.ts'

/** A leader decides by name that plans which were never agreed are not scored; nobody is appraised on what was not agreed. */
export const exceptPlansRoute = serve(exceptPlans, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const scorecard = await findScorecardRow(tx, institutionId, { cycleId: input.cycleId })
    if (!scorecard) throw new Refusal('not-found')
    const open = await listNotAgreed(tx, institutionId, scorecard.scorecard_id)
    const asked = open.filter(({ card_id, decided_at }) => decided_at === null && input.cardIds.includes(card_id))
    if (asked.length < new Set(input.cardIds).size) throw new Refusal('changed-meanwhile')
    const cardIds = asked.map(({ card_id }) => card_id)
    await insertExceptions(tx, institutionId, cardIds, { reason: input.reason, decided_at: now, decided_by: actor.name })
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: { reason: input.reason, plans: asked.map(({ card_id, name }) => ({ card_id, name })) },
    })
    return { excepted: cardIds.length }
  },
})
