import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Which cards of a scorecard; without a field, all of them. */
export type CardFilter = {
  readonly holderKind?: 'institution' | 'unit' | 'person'
  readonly cardIds?: readonly string[]
  readonly unitIds?: readonly string[]
  readonly personIds?: readonly string[]
}

const among = (column: string, ids: readonly string[]): RawBuilder<boolean> => sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`

function cardsOf(tx: Tx, institutionId: string, filter: CardFilter & { readonly scorecardId?: string }) {
  let query = tx.selectFrom('card').where('card.institution_id', '=', institutionId)
  if (filter.scorecardId !== undefined) query = query.where('card.scorecard_id', '=', filter.scorecardId)
  if (filter.holderKind !== undefined) query = query.where('card.holder_kind', '=', filter.holderKind)
  if (filter.cardIds !== undefined) query = query.where(among('card.card_id', filter.cardIds))
  if (filter.unitIds !== undefined) query = query.where(among('card.unit_id', filter.unitIds))
  if (filter.personIds !== undefined) query = query.where(among('card.person_id', filter.personIds))
  return query
}

/** Cards with the names of their holders, institution first, then units, then persons, each in the order of the house. */
export function listCardRows(tx: Tx, institutionId: string, filter: CardFilter & { readonly scorecardId?: string }) {
  return cardsOf(tx, institutionId, filter)
    .innerJoin('scorecard', (join) =>
      join.onRef('scorecard.institution_id', '=', 'card.institution_id').onRef('scorecard.scorecard_id', '=', 'card.scorecard_id'),
    )
    .innerJoin('institution', 'institution.institution_id', 'card.institution_id')
    .leftJoin('unit', (join) => join.onRef('unit.institution_id', '=', 'card.institution_id').onRef('unit.unit_id', '=', 'card.unit_id'))
    .leftJoin('unit as above', (join) =>
      join.onRef('above.institution_id', '=', 'unit.institution_id').onRef('above.unit_id', '=', 'unit.parent_unit_id'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'card.institution_id').onRef('person.person_id', '=', 'card.person_id'),
    )
    .select([
      'card.card_id',
      'card.scorecard_id',
      'scorecard.cycle_id',
      'card.holder_kind',
      'card.unit_id',
      'card.person_id',
      'card.state',
      'card.revision',
      'card.template_code',
      'unit.kind as unit_kind',
      'above.unit_id as above_unit_id',
      'above.kind as above_kind',
      'institution.name_zh as institution_zh',
      'institution.name_en as institution_en',
      'unit.name_zh as unit_zh',
      'unit.name_en as unit_en',
      'person.name as person_zh',
      'person.name_en as person_en',
    ])
    .orderBy('card.holder_kind')
    .orderBy('unit.order_no')
    .orderBy('unit.code')
    .orderBy('person.name_key')
    .orderBy('card.card_id')
    .execute()
}

/** The lines of these cards with their measure, objective and perspective, in scorecard order. */
export function listLineRows(tx: Tx, institutionId: string, filter: CardFilter & { readonly scorecardId?: string }) {
  return tx
    .selectFrom('card_measure')
    .innerJoin('measure', (join) =>
      join.onRef('measure.institution_id', '=', 'card_measure.institution_id').onRef('measure.measure_id', '=', 'card_measure.measure_id'),
    )
    .leftJoin('objective', (join) =>
      join
        .onRef('objective.institution_id', '=', 'card_measure.institution_id')
        .onRef('objective.objective_id', '=', 'card_measure.objective_id'),
    )
    .leftJoin('perspective', (join) =>
      join
        .onRef('perspective.institution_id', '=', 'objective.institution_id')
        .onRef('perspective.perspective_id', '=', 'objective.perspective_id'),
    )
    .select([
      'card_measure.card_measure_id',
      'card_measure.card_id',
      'card_measure.objective_id',
      'card_measure.weight_bp',
      'card_measure.rule',
      'card_measure.value_scope',
      'card_measure.cascade_kind',
      'card_measure.parent_card_measure_id',
      'measure.measure_id',
      'objective.code as objective_code',
      'objective.name_zh as objective_zh',
      'objective.name_en as objective_en',
      'perspective.perspective_id',
      'perspective.code as perspective_code',
      'perspective.name_zh as perspective_zh',
      'perspective.name_en as perspective_en',
    ])
    .where('card_measure.institution_id', '=', institutionId)
    .where('card_measure.card_id', 'in', cardsOf(tx, institutionId, filter).select('card.card_id'))
    .orderBy(sql`perspective.order_no nulls last`)
    .orderBy(sql`objective.order_no nulls last`)
    .orderBy('objective.code')
    .orderBy('card_measure.order_no')
    .orderBy('card_measure.card_measure_id')
    .execute()
}

export type CardRow = Awaited<ReturnType<typeof listCardRows>>[number]
export type LineRow = Awaited<ReturnType<typeof listLineRows>>[number]

/** Who a card is about, for the rule that decides who may read it. */
export function findCardHolder(tx: Tx, institutionId: string, cardId: string) {
  return tx
    .selectFrom('card')
    .select(['holder_kind', 'person_id', 'unit_id'])
    .where('institution_id', '=', institutionId)
    .where('card_id', '=', cardId)
    .executeTakeFirst()
}
