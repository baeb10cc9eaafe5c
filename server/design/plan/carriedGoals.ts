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

/** Development goals of the person's plan of the year before that were not achieved, offered for this one with what came of them. */
export async function carriedGoals(tx: Tx, institutionId: string, { personId, year, scorecard, goals }: Given) {
  const before = (await listCycles(tx, institutionId)).find((cycle) => cycle.year === year - 1)
  const old = before && (await findScorecardDesign(tx, institutionId, { cycleId: before.cycleId }))
  if (!before || !old) return []
  const [card] = await cardsWhere(tx, institutionId, { scorecardId: old.scorecardId, holderKind: 'person', personIds: [personId] })
  if (!card) return []
  const codes = new Map(old.objectives.map((objective) => [objective.objectiveId, objective.code]))
  const objectives = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
  return (await listGoalRows(tx, institutionId, [card.cardId]))
    .map(goalOfRow)
    .filter(({ state, title }) => state !== 'achieved' && !goals.some((goal) => goal.title.zh === title.zh))
    .map(({ objectiveId, title, proof, state, evidence }) => ({
      objectiveId: objectives.get(codes.get(objectiveId ?? '') ?? '') ?? null,
      title,
      proof,
      carried: { year: before.year, state, evidence },
    }))
}
