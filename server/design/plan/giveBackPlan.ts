import { giveBackPlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { movePlan } from './data.ts'
import { findPlan, planSubject } from './findPlan.ts'
import { planActs } from './planActs.ts'

/** The other side does not agree and says why; the plan is a draft again. */
export const giveBackPlanRoute = serve(giveBackPlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, audit }) => {
    const { card, standing } = await findPlan(tx, institutionId, input.cardId)
    if (standing.state !== 'proposed') throw new Refusal(standing.state === 'agreed' ? 'card-agreed' : 'plan-not-proposed')
    if (!planActs(actor, standing).giveBack) throw new Refusal('plan-own-side')
    const moved = await movePlan(tx, institutionId, card, {
      state: 'draft',
      proposed_at: null,
      proposed_by: null,
      returned_note: `${actor.name}：${input.note}`,
      agreed_by_person_at: null,
      agreed_by_head_at: null,
      agreed_by_head: null,
    })
    if (!moved) throw new Refusal('changed-meanwhile')
    audit({ kind: 'card', id: card.cardId, detail: { note: input.note } })
    return { state: 'draft' as const }
  },
})
