import { agreePlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listGoalRows, movePlan } from './data.ts'
import { findPlan, planSubject } from './findPlan.ts'
import { agreedHash, goalOfRow } from './goals.ts'
import { planActs, sideOf } from './planActs.ts'
import { whyPlanUnfit } from './whyPlanUnfit.ts'

/** The second side agrees: from now on the plan does not change. The audit trail keeps its hash. */
export const agreePlanRoute = serve(agreePlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { card, standing } = await findPlan(tx, institutionId, input.cardId)
    if (standing.state !== 'proposed') throw new Refusal(standing.state === 'agreed' ? 'card-agreed' : 'plan-not-proposed')
    if (!planActs(actor, standing).agree) throw new Refusal('plan-own-side')
    const goals = (await listGoalRows(tx, institutionId, [card.cardId])).map(goalOfRow)
    const unfit = whyPlanUnfit(card, goals)
    if (unfit !== null) throw unfit
    const side = sideOf(actor, standing)
    const stamp = side === 'person' ? { agreed_by_person_at: now } : { agreed_by_head_at: now, agreed_by_head: actor.name }
    if (!(await movePlan(tx, institutionId, card, { state: 'agreed', ...stamp }))) throw new Refusal('changed-meanwhile')
    audit({
      kind: 'card',
      id: card.cardId,
      detail: { revision: card.revision, side, hash: agreedHash(card, goals) },
    })
    return { state: 'agreed' as const }
  },
})
