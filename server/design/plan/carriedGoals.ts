import type { DevelopmentGoal } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cardsWhere } from '../card/readCards.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { listGoalRows } from './data.ts'
import { goalOfRow } from './goals.ts'

type Given = {
  readonly personId: string
  readonly year: number
  readonly scorecard: ScorecardDesign
  /** What the plan holds already. */
  readonly goals: readonly DevelopmentGoal[]
}

/** The person's plan of the year before with its development goals, what came of each, and whether this plan goes on with it; null: there is no such plan. */
export async function goalsBefore(tx: Tx, institutionId: string, { personId, year, scorecard, goals }: Given) {
  const before = (await listCycles(tx, institutionId)).find((cycle) => cycle.year === year - 1)
  const old = before && (await findScorecardDesign(tx, institutionId, { cycleId: before.cycleId }))
  if (!before || !old) return null
  const [card] = await cardsWhere(tx, institutionId, { scorecardId: old.scorecardId, holderKind: 'person', personIds: [personId] })
  if (!card) return null
  const codes = new Map(old.objectives.map((objective) => [objective.objectiveId, objective.code]))
  const objectives = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
  const known = (await listGoalRows(tx, institutionId, [card.cardId]))
    .map(goalOfRow)
    .map(({ objectiveId, title, proof, state, evidence }) => ({
      objectiveId: objectives.get(codes.get(objectiveId ?? '') ?? '') ?? null,
      title,
      proof,
      state,
      evidence,
      goesOn: goals.some((goal) => goal.title.zh === title.zh),
    }))
  return { year: before.year, cardId: card.cardId, goals: known }
}

type Before = Awaited<ReturnType<typeof goalsBefore>>

/** Those that were not achieved and are not in this plan, offered for it with what came of them. */
export const carriedGoals = (before: Before) =>
  (before?.goals ?? [])
    .filter(({ state, goesOn }) => state !== 'achieved' && !goesOn)
    .map(({ objectiveId, title, proof, state, evidence }) => ({
      objectiveId,
      title,
      proof,
      carried: { year: before?.year ?? 0, state, evidence },
    }))

/** What the plan tells of them. */
export const goalsBeforeView = (before: Before) =>
  before && {
    year: before.year,
    cardId: before.cardId,
    goals: before.goals.map(({ title, state, evidence, goesOn }) => ({ title, state, evidence, goesOn })),
  }
