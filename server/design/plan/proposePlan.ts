import { proposePlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listGoalRows, movePlan } from './data.ts'
import { findPlan, planSubject } from './findPlan.ts'
import { planActs, sideOf } from './planActs.ts'
import { whyPlanUnfit } from './whyPlanUnfit.ts'

/** Whoever proposes agrees for the own side; the other side still has to, and sees what the plan was given back for. */
export const proposePlanRoute = serve(proposePlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const plan = await findPlan(tx, institutionId, input.cardId)
    if (!planActs(actor, plan.standing).propose) throw new Refusal(plan.card.state === 'agreed' ? 'card-agreed' : 'plan-own-side')
    const unfit = whyPlanUnfit(plan.card, await listGoalRows(tx, institutionId, [plan.card.cardId]))
    if (unfit !== null) throw unfit
    const byPerson = sideOf(actor, plan.standing) === 'person'
    const moved = await movePlan(tx, institutionId, plan.card, {
      state: 'proposed',
      proposed_at: now,
      proposed_by: actor.name,
      agreed_by_person_at: byPerson ? now : null,
      agreed_by_head_at: byPerson ? null : now,
      agreed_by_head: byPerson ? null : actor.name,
    })
    if (!moved) throw new Refusal('changed-meanwhile')
    const measures = plan.card.perspectives.flatMap(({ objectives }) =>
      objectives.flatMap((objective) => objective.measures.map(({ code, name, weightBp }) => ({ code, name, weightBp }))),
    )
    audit({ kind: 'card', id: plan.card.cardId, detail: { revision: plan.card.revision, side: byPerson ? 'person' : 'head', measures } })
    return { state: 'proposed' as const }
  },
})
