import { type DevelopmentGoal, developmentGoal } from '@milepost/contract/design/card'
import type { GoalRow } from './data.ts'

export function goalOfRow(row: GoalRow): DevelopmentGoal {
  return developmentGoal.parse({
    goalId: row.goal_id,
    cardId: row.card_id,
    objectiveId: row.objective_id,
    title: { zh: row.title_zh, en: row.title_en },
    proof: { zh: row.proof_zh, en: row.proof_en },
    support: row.support,
    dueOn: row.due_on,
    state: row.state,
    evidence: row.evidence,
  } satisfies Record<keyof DevelopmentGoal, unknown>)
}
