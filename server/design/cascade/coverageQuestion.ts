import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf } from '@milepost/contract/design/weights'
import type { CascadeLink, CascadeQuestion } from '@milepost/scorecard/cascadeCoverage'
import { grouped } from '../grouped.ts'
import type { CascadeCard, CascadeGoal } from './cascadeCards.ts'

/**
 * The cards of a scorecard as the engine asks about them. All objectives stand on the institution's card; a line of a lower card
 * serves the line it names and the objective it stands under, a development goal serves its objective.
 */
export function coverageQuestion(
  scorecard: ScorecardDesign,
  cards: readonly CascadeCard[],
  goals: readonly CascadeGoal[],
): CascadeQuestion {
  const goalsOf = grouped(goals, (goal) => goal.cardId)
  return {
    cards: cards.map((card): CascadeQuestion['cards'][number] => ({
      id: card.cardId,
      level: card.holderKind,
      owner: card.personId ?? card.unitId ?? card.cardId,
      objectives: card.holderKind === 'institution' ? scorecard.objectives.map(({ objectiveId }) => ({ id: objectiveId })) : [],
      measures: card.perspectives.flatMap((perspective) =>
        perspective.objectives.flatMap((objective) =>
          objective.measures.map((line) => ({
            id: line.cardMeasureId,
            objective: (card.holderKind === 'institution' ? objective.objectiveId : null) ?? `${card.cardId}/${objective.code}`,
            weightBp: line.weightBp,
          })),
        ),
      ),
      developmentGoals: card.holderKind === 'person' ? (goalsOf.get(card.cardId) ?? []).map((goal) => ({ id: goal.goalId })) : [],
    })),
    links: [...cards.flatMap(linksOf), ...goals.flatMap(linkOfGoal)],
  }
}

function linksOf(card: CascadeCard): CascadeLink[] {
  if (card.holderKind === 'institution') return []
  const toObjectives = card.perspectives
    .flatMap((perspective) => perspective.objectives)
    .flatMap(({ objectiveId, measures }) =>
      objectiveId === null
        ? []
        : measures.map((line): CascadeLink => ({ child: line.cardMeasureId, parent: objectiveId, kind: 'support' })),
    )
  const toLines = linesOf(card).flatMap((line): CascadeLink[] => {
    if (line.parentCardMeasureId === null) return []
    return [{ child: line.cardMeasureId, parent: line.parentCardMeasureId, kind: line.cascadeKind === 'causal' ? 'support' : 'contribute' }]
  })
  return [...toObjectives, ...toLines]
}

const linkOfGoal = (goal: CascadeGoal): CascadeLink[] =>
  goal.objectiveId === null ? [] : [{ child: goal.goalId, parent: goal.objectiveId, kind: 'support' }]
