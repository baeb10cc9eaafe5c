import { recordGoal } from '@milepost/contract/design/plans'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findGoal, updateGoal } from './data.ts'

/** What came of a development goal, said by the head. It is never scored. */
export const recordGoalRoute = serve(recordGoal, {
  subject: async ({ tx, institutionId, input }) => {
    const goal = await findGoal(tx, institutionId, input.goalId)
    return goal?.person_id == null ? null : { personId: goal.person_id, unitId: goal.unit_id }
  },
  run: async ({ tx, institutionId, input, audit }) => {
    const goal = await findGoal(tx, institutionId, input.goalId)
    if (goal?.state !== 'agreed') throw new Refusal('plan-not-agreed')
    await updateGoal(tx, institutionId, input)
    audit({ kind: 'development-goal', id: input.goalId, detail: { cardId: goal.card_id, state: input.state } })
    return { state: input.state }
  },
})
