import type { CardDesign } from '@milepost/contract/design/card'
import { readCarriers } from '@milepost/contract/design/cascade'
import { Refusal } from '@milepost/contract/refusals'
import { listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { cascadeCards, cascadeGoals } from './cascadeCards.ts'

export const readCarriersRoute = serve(readCarriers, {
  run: async ({ tx, institutionId, input }) => {
    const scorecard = await findScorecardDesign(tx, institutionId, input)
    if (!scorecard) throw new Refusal('not-found')
    const cards = await cascadeCards(tx, institutionId, scorecard)
    const unitNames = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const perspectives = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one]))
    const objectives = scorecard.objectives.toSorted(
      (a, b) => (perspectives.get(a.perspectiveId)?.order ?? 0) - (perspectives.get(b.perspectiveId)?.order ?? 0) || a.order - b.order,
    )
    const place = new Map(objectives.map(({ objectiveId }, at) => [objectiveId, at]))
    const placeOf = (objectiveId: string | null): number | null => (objectiveId === null ? null : (place.get(objectiveId) ?? null))
    const measures = new Map<string, { at: number; code: string; name: CardDesign['name'] }>()
    const lines = cards.flatMap((card, h) =>
      card.perspectives
        .flatMap((perspective) => perspective.objectives)
        .flatMap((objective) =>
          objective.measures.map((line) => {
            const known = measures.get(line.measureId) ?? { at: measures.size, code: line.code, name: line.name }
            measures.set(line.measureId, known)
            const { cardMeasureId, parentCardMeasureId, weightBp, cascadeKind } = line
            return {
              id: cardMeasureId,
              parent: parentCardMeasureId,
              o: placeOf(objective.objectiveId),
              m: known.at,
              h,
              weightBp,
              kind: cascadeKind,
            }
          }),
        ),
    )
    const holderOf = new Map(cards.map(({ cardId }, h) => [cardId, h]))
    const goals = await cascadeGoals(tx, institutionId, cards)
    return {
      objectives: objectives.map(({ objectiveId, code, name, perspectiveId }) => ({
        objectiveId,
        code,
        name,
        perspective: perspectives.get(perspectiveId)?.name ?? name,
      })),
      measures: [...measures.values()].map(({ code, name }) => ({ code, name })),
      holders: cards.map(({ cardId, name, holderKind, unitId, personId }) => ({
        cardId,
        name,
        holderKind,
        unit: personId === null ? null : { zh: '', en: '', ...unitNames.get(unitId ?? '') },
      })),
      lines,
      goals: goals.map(({ goalId, cardId, objectiveId, title, state }) => ({
        id: goalId,
        o: placeOf(objectiveId),
        h: holderOf.get(cardId) ?? 0,
        title,
        state,
      })),
    }
  },
})
