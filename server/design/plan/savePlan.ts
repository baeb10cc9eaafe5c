import { savePlan } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { saveLines } from '../card/saveLines.ts'
import { findPlan, planSubject } from './findPlan.ts'
import { saveGoals } from './saveGoals.ts'

/** A change to a plan that waits for the other side takes it back to a draft. */
export const savePlanRoute = serve(savePlan, {
  subject: ({ tx, institutionId, input }) => planSubject(tx, institutionId, input.cardId),
  run: async ({ tx, institutionId, input, library, audit }) => {
    const { card } = await findPlan(tx, institutionId, input.cardId)
    if (card.state === 'agreed') throw new Refusal('card-agreed')
    const { revision } = await saveLines(tx, institutionId, library, { card, revision: input.revision, lines: input.lines })
    await saveGoals(tx, institutionId, card, input.goals)
    audit({ kind: 'card', id: card.cardId, detail: { revision, lines: input.lines.length, goals: input.goals.length } })
    return { revision }
  },
})
