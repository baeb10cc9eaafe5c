import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type Chosen = { readonly by: string; readonly at: Date }

export async function listUnitTemplates(tx: Tx, institutionId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('unit_template')
    .select(['unit_id', 'template_code'])
    .where('institution_id', '=', institutionId)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.template_code]))
}

export async function listPostTemplates(tx: Tx, institutionId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('post_template')
    .select(['post_id', 'template_code'])
    .where('institution_id', '=', institutionId)
    .execute()
  return new Map(rows.map((row) => [row.post_id, row.template_code]))
}

export async function chooseUnitTemplate(
  tx: Tx,
  institutionId: string,
  unitId: string,
  templateCode: string | null,
  chosen: Chosen,
): Promise<void> {
  const set = { template_code: templateCode, chosen_by: chosen.by, chosen_at: chosen.at }
  await tx
    .insertInto('unit_template')
    .values({ institution_id: institutionId, unit_id: unitId, ...set })
    .onConflict((on) => on.columns(['institution_id', 'unit_id']).doUpdateSet(set))
    .execute()
}

export async function choosePostTemplate(
  tx: Tx,
  institutionId: string,
  postId: string,
  templateCode: string | null,
  chosen: Chosen,
): Promise<void> {
  const set = { template_code: templateCode, chosen_by: chosen.by, chosen_at: chosen.at }
  await tx
    .insertInto('post_template')
    .values({ institution_id: institutionId, post_id: postId, ...set })
    .onConflict((on) => on.columns(['institution_id', 'post_id']).doUpdateSet(set))
    .execute()
}

/** Cards with the names of their holders and nothing else; institution first, then units, then persons, in the order of the house. */
export function listCascadeCardRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('card')
    .innerJoin('institution', 'institution.institution_id', 'card.institution_id')
    .leftJoin('unit', (join) => join.onRef('unit.institution_id', '=', 'card.institution_id').onRef('unit.unit_id', '=', 'card.unit_id'))
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'card.institution_id').onRef('person.person_id', '=', 'card.person_id'),
    )
    .select([
      'card.card_id',
      'card.holder_kind',
      'card.unit_id',
      'card.person_id',
      'card.state',
      'institution.name_zh as institution_zh',
      'institution.name_en as institution_en',
      'unit.name_zh as unit_zh',
      'unit.name_en as unit_en',
      'person.name as person_zh',
      'person.name_en as person_en',
    ])
    .where('card.institution_id', '=', institutionId)
    .where('card.scorecard_id', '=', scorecardId)
    .orderBy('card.holder_kind')
    .orderBy('unit.order_no')
    .orderBy('unit.code')
    .orderBy('person.name_key')
    .orderBy('card.card_id')
    .execute()
}

/** The lines of all cards of a scorecard: what they measure, what they weigh, what they serve. */
export function listCascadeLineRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('card_measure')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_measure.institution_id').onRef('card.card_id', '=', 'card_measure.card_id'),
    )
    .select([
      'card_measure.card_measure_id',
      'card_measure.card_id',
      'card_measure.objective_id',
      'card_measure.measure_id',
      'card_measure.weight_bp',
      'card_measure.cascade_kind',
      'card_measure.parent_card_measure_id',
      'card_measure.order_no',
    ])
    .where('card_measure.institution_id', '=', institutionId)
    .where('card.scorecard_id', '=', scorecardId)
    .execute()
}
export type CascadeLineRow = Awaited<ReturnType<typeof listCascadeLineRows>>[number]

export const listMeasureNames = (tx: Tx, institutionId: string) =>
  tx.selectFrom('measure').select(['measure_id', 'code', 'name_zh', 'name_en']).where('institution_id', '=', institutionId).execute()

/**
 * The development goals of these plans, soonest first. The plans are named one by one: joined with their cards, thousands of goals were looked through for each of
 * thousands of plans.
 */
export const listCascadeGoalRows = (tx: Tx, institutionId: string, cardIds: readonly string[]) =>
  tx
    .selectFrom('development_goal')
    .select(['goal_id', 'card_id', 'objective_id', 'title_zh', 'title_en', 'state'])
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`card_id = any(${[...cardIds]}::uuid[])`)
    .orderBy('due_on')
    .orderBy('goal_id')
    .execute()
