import type { savePlan } from '@milepost/contract/design/plans'
import type { InputOf } from '@milepost/contract/endpoint'
import type { CardView } from '../card/cardView.ts'

export type GoalDraft = InputOf<typeof savePlan>['goals'][number] & { readonly key: string }

export const goalDrafts = (view: Pick<CardView, 'goals'>): GoalDraft[] =>
  view.goals.map(({ goalId, objectiveId, title, proof, support, dueOn }) => ({ key: goalId, goalId, objectiveId, title, proof, support, dueOn }))

/** A goal without a title is not sent: it is still being written. */
export const goalsToSend = (goals: readonly GoalDraft[]): InputOf<typeof savePlan>['goals'] =>
  goals.filter(({ title }) => title.zh.trim() !== '' || title.en.trim() !== '').map(({ key: _key, ...goal }) => goal)

const lastDay = (year: number) => `${year}-12-31`

export function newGoal(view: Pick<CardView, 'scorecard'>, goals: readonly GoalDraft[], from?: CardView['suggestedGoals'][number]): GoalDraft {
  return {
    key: `new ${goals.length} ${from?.title.zh ?? ''}`,
    goalId: null,
    objectiveId: from?.objectiveId ?? null,
    title: from?.title ?? { zh: '', en: '' },
    proof: from?.proof ?? { zh: '', en: '' },
    support: '',
    dueOn: lastDay(view.scorecard.year),
  }
}
