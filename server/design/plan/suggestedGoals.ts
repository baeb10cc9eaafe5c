import type { DevelopmentGoal } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Strategy } from '../../../library/schemas/strategy.ts'

/** Development goals the template of a post offers and the plan does not hold yet. */
export function suggestedGoals(
  strategy: Strategy,
  templateCode: string | null,
  scorecard: ScorecardDesign,
  goals: readonly DevelopmentGoal[],
) {
  const template = strategy.postCards.find((card) => card.code === templateCode)
  const objectives = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
  return (template?.developmentGoals ?? [])
    .filter(({ goal }) => !goals.some(({ title }) => title.zh === goal.zh))
    .map(({ objective, goal, evidence }) => ({
      objectiveId: objectives.get(objective) ?? null,
      title: goal,
      proof: evidence,
      carried: null,
    }))
}
