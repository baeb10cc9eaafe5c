import type { CardView } from '../card/cardView.ts'

type Goal = CardView['goals'][number]
type Change = { readonly key: string; readonly change: 'added' | 'removed' | 'changed'; readonly title: Goal['title'] }

const planned = ({ objectiveId, title, proof, support, dueOn }: Goal) => JSON.stringify({ objectiveId, title, proof, support, dueOn })

/** What became of each development goal between two copies of a plan. What was recorded of a goal is no change of the plan. */
export function goalChanges(before: readonly Goal[], after: readonly Goal[]): Change[] {
  const was = new Map(before.map((goal) => [goal.goalId, goal]))
  const is = new Set(after.map(({ goalId }) => goalId))
  return [
    ...after.flatMap((goal): Change[] => {
      const old = was.get(goal.goalId)
      if (old && planned(old) === planned(goal)) return []
      return [{ key: goal.goalId, change: old ? 'changed' : 'added', title: goal.title }]
    }),
    ...before.flatMap((goal): Change[] => (is.has(goal.goalId) ? [] : [{ key: goal.goalId, change: 'removed', title: goal.title }])),
  ]
}
