import type { savePlan } from '@milepost/contract/design/plans'
import type { InputOf } from '@milepost/contract/endpoint'
import type { CardView } from '../card/cardView.ts'

export type GoalDraft = InputOf<typeof savePlan>['goals'][number] & { readonly key: string }

export const goalDrafts = (view: Pick<CardView, 'goals'>): GoalDraft[] =>
  view.goals.map(({ goalId, objectiveId, title, proof, support, dueOn }) => ({
    key: goalId,
    goalId,
    objectiveId,
    title,
    proof,
    support,
    dueOn,
  }))

const isWritten = ({ title }: GoalDraft) => title.zh.trim() !== '' || title.en.trim() !== ''

/** A goal without a title is not sent: it is still being written. */
export const goalsToSend = (goals: readonly GoalDraft[]): InputOf<typeof savePlan>['goals'] =>
  goals.filter(isWritten).map(({ key: _key, ...goal }) => goal)

/** What was read on the places it had on the screen, and goals still being written behind it. */
export function mergeGoals(shown: readonly GoalDraft[], read: readonly GoalDraft[]): readonly GoalDraft[] {
  const keyOf = (goal: GoalDraft) =>
    shown.find(
      (one) => one.goalId === goal.goalId || (one.goalId === null && one.title.zh === goal.title.zh && one.title.en === goal.title.en),
    )?.key
  return [
    ...read.map((goal) => ({ ...goal, key: keyOf(goal) ?? goal.key })),
    ...shown.filter((goal) => goal.goalId === null && !isWritten(goal)),
  ]
}

const lastDay = (year: number) => `${year}-12-31`

export function newGoal(
  view: Pick<CardView, 'scorecard'>,
  goals: readonly GoalDraft[],
  from?: CardView['suggestedGoals'][number],
): GoalDraft {
  return {
    key: `new ${goals.map((goal) => goal.key).join()}`,
    goalId: null,
    objectiveId: from?.objectiveId ?? null,
    title: from?.title ?? { zh: '', en: '' },
    proof: from?.proof ?? { zh: '', en: '' },
    support: '',
    dueOn: lastDay(view.scorecard.year),
  }
}
