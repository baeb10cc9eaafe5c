import { type CardDesign, type CardMeasure, type DevelopmentGoal, OWN_DUTIES } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Tx } from '../../platform/database/database.ts'
import { nameOf } from '../card/cardDesigns.ts'
import { grouped } from '../grouped.ts'
import { type CascadeLineRow, listCascadeCardRows, listCascadeGoalRows, listCascadeLineRows, listMeasureNames } from './data.ts'

export type CascadeLine = Pick<
  CardMeasure,
  'cardMeasureId' | 'measureId' | 'code' | 'name' | 'weightBp' | 'cascadeKind' | 'parentCardMeasureId'
>
export type CascadeGoal = Pick<DevelopmentGoal, 'goalId' | 'cardId' | 'objectiveId' | 'title' | 'state'>
/** A card as the cascade looks at it: who holds it, which lines stand under which objective, and what each serves. */
export type CascadeCard = Pick<CardDesign, 'cardId' | 'name' | 'holderKind' | 'unitId' | 'personId' | 'state'> & {
  readonly perspectives: readonly {
    readonly objectives: readonly {
      readonly objectiveId: string | null
      readonly code: string
      readonly name: CardDesign['name']
      readonly measures: readonly CascadeLine[]
    }[]
  }[]
}

/**
 * All cards of a scorecard without rules, definitions and profiles: thousands of plans in three narrow queries, and nothing parsed but
 * what the cascade needs. Institution first, then units, then persons, lines in scorecard order.
 */
export async function cascadeCards(
  tx: Tx,
  institutionId: string,
  scorecard: Pick<ScorecardDesign, 'scorecardId' | 'objectives' | 'perspectives'>,
): Promise<CascadeCard[]> {
  const cards = await listCascadeCardRows(tx, institutionId, scorecard.scorecardId)
  const lines = grouped(await listCascadeLineRows(tx, institutionId, scorecard.scorecardId), (line) => line.card_id)
  const measures = new Map((await listMeasureNames(tx, institutionId)).map((row) => [row.measure_id, row]))
  const order = placesOf(scorecard)
  const objectives = new Map(scorecard.objectives.map((objective) => [objective.objectiveId, objective]))
  const lineOf = (row: CascadeLineRow): CascadeLine => {
    const measure = measures.get(row.measure_id)
    return {
      cardMeasureId: row.card_measure_id,
      measureId: row.measure_id,
      code: measure?.code ?? '',
      name: { zh: measure?.name_zh ?? '', en: measure?.name_en ?? '' },
      weightBp: row.weight_bp,
      cascadeKind: row.cascade_kind as CardMeasure['cascadeKind'],
      parentCardMeasureId: row.parent_card_measure_id,
    }
  }
  return cards.map((card) => {
    const own = (lines.get(card.card_id) ?? []).toSorted((a, b) => order(a.objective_id) - order(b.objective_id) || a.order_no - b.order_no)
    const byObjective = [...grouped(own, (line) => line.objective_id)]
    return {
      cardId: card.card_id,
      name: nameOf(card),
      holderKind: card.holder_kind as CardDesign['holderKind'],
      unitId: card.unit_id,
      personId: card.person_id,
      state: card.state as CardDesign['state'],
      perspectives: [
        {
          objectives: byObjective.map(([objectiveId, rows]) => {
            const { code, name } = (objectiveId === null ? undefined : objectives.get(objectiveId)) ?? OWN_DUTIES
            return { objectiveId, code, name: { ...name }, measures: rows.map(lineOf) }
          }),
        },
      ],
    }
  })
}

/** Where an objective stands in the scorecard; duties of one's own come last. */
function placesOf({
  perspectives,
  objectives,
}: Pick<ScorecardDesign, 'objectives' | 'perspectives'>): (objectiveId: string | null) => number {
  const orders = new Map(perspectives.map(({ perspectiveId, order }) => [perspectiveId, order]))
  const sorted = objectives.toSorted(
    (a, b) => (orders.get(a.perspectiveId) ?? 0) - (orders.get(b.perspectiveId) ?? 0) || a.order - b.order || (a.code < b.code ? -1 : 1),
  )
  const places = new Map(sorted.map(({ objectiveId }, at) => [objectiveId, at]))
  return (objectiveId) => (objectiveId === null ? sorted.length : (places.get(objectiveId) ?? sorted.length))
}

/** The development goals of the plans among these cards. */
export const cascadeGoals = async (tx: Tx, institutionId: string, cards: readonly CascadeCard[]): Promise<CascadeGoal[]> =>
  (
    await listCascadeGoalRows(
      tx,
      institutionId,
      cards.filter(({ personId }) => personId !== null).map(({ cardId }) => cardId),
    )
  ).map((row) => ({
    goalId: row.goal_id,
    cardId: row.card_id,
    objectiveId: row.objective_id,
    title: { zh: row.title_zh, en: row.title_en },
    state: row.state as CascadeGoal['state'],
  }))
