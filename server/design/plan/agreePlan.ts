import { agreePlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { refuseUnfit } from '../card/refuseUnfit.ts'
import { listGoalRows, movePlan } from './data.ts'
import { findPlan, planSubject } from './findPlan.ts'
import { goalOfRow } from './goals.ts'
import { planActs, sideOf } from './planActs.ts'

/** The second side agrees: from now on the plan does not change. The audit trail keeps its hash. */
export const agreePlanRoute = serve(agreePlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { card, standing } = await findPlan(tx, institutionId, input.cardId)
    if (standing.state !== 'proposed') throw new Refusal(standing.state === 'agreed' ? 'card-agreed' : 'plan-not-proposed')
    if (!planActs(actor, standing).agree) throw new Refusal('plan-own-side')
    refuseUnfit(card)
    const goals = (await listGoalRows(tx, institutionId, [card.cardId])).map(goalOfRow)
    if (goals.length === 0) throw new Refusal('plan-needs-development-goal')
    const side = sideOf(actor, standing)
    const stamp = side === 'person' ? { agreed_by_person_at: now } : { agreed_by_head_at: now, agreed_by_head: actor.name }
    if (!(await movePlan(tx, institutionId, card, { state: 'agreed', ...stamp }))) throw new Refusal('changed-meanwhile')
    audit({
      kind: 'card',
      id: card.cardId,
      detail: { revision: card.revision, side, hash: contentHash({ card: { ...card, state: 'agreed' }, goals }) },
    })
    return { state: 'agreed' as const }
  },
})
