import type { savePlan } from '@milepost/contract/design/plans'
import type { InputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { listObjectiveRows } from '../strategy/data.ts'
import { deleteGoals, listGoalRows, upsertGoals } from './data.ts'

type GoalInput = InputOf<typeof savePlan>['goals'][number]

/** Makes the plan hold exactly these development goals. What was recorded of a goal stays with it. */
export async function saveGoals(
  tx: Tx,
  institutionId: string,
  card: { readonly cardId: string; readonly scorecardId: string },
  goals: readonly GoalInput[],
): Promise<void> {
  const before = await listGoalRows(tx, institutionId, [card.cardId])
  const known = new Set(before.map((row) => row.goal_id))
  if (goals.some(({ goalId }) => goalId !== null && !known.has(goalId))) throw new Refusal('changed-meanwhile')
  const objectives = new Set((await listObjectiveRows(tx, institutionId, card.scorecardId)).map((row) => row.objective_id))
  if (goals.some(({ objectiveId }) => objectiveId !== null && !objectives.has(objectiveId))) throw new Refusal('objective-unknown')
  const kept = new Set(goals.map(({ goalId }) => goalId))
  await deleteGoals(
    tx,
    institutionId,
    [...known].filter((id) => !kept.has(id)),
  )
  await upsertGoals(
    tx,
    institutionId,
    goals.map((goal) => ({ ...goal, goalId: goal.goalId ?? newId(), cardId: card.cardId })),
  )
}
