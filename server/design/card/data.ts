import type { ValueScope } from '@milepost/contract/design/card'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { CascadeKind } from '@milepost/terms/strategy'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../batches.ts'

/** Which cards of a scorecard; without a field, all of them. */
export type CardFilter = {
  readonly holderKind?: 'institution' | 'unit' | 'person'
  readonly holderKinds?: readonly ('institution' | 'unit' | 'person')[]
  readonly cardIds?: readonly string[]
  readonly unitIds?: readonly string[]
  readonly personIds?: readonly string[]
}

const among = (column: string, ids: readonly string[]): RawBuilder<boolean> => sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`

function cardsOf(tx: Tx, institutionId: string, filter: CardFilter & { readonly scorecardId?: string }) {
  let query = tx.selectFrom('card').where('card.institution_id', '=', institutionId)
  if (filter.scorecardId !== undefined) query = query.where('card.scorecard_id', '=', filter.scorecardId)
  if (filter.holderKind !== undefined) query = query.where('card.holder_kind', '=', filter.holderKind)
  if (filter.holderKinds !== undefined) query = query.where('card.holder_kind', 'in', filter.holderKinds)
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
      'scorecard.rules',
      'card.holder_kind',
      'card.unit_id',
      'card.person_id',
      'card.state',
      'card.revision',
      'card.template_code',
      'card.agreed_by_person_at',
      'card.agreed_by_head_at',
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
      'card_measure.profile',
      'card_measure.critical',
      'measure.measure_id',
      'objective.code as objective_code',
      'objective.name_zh as objective_zh',
      'objective.name_en as objective_en',
      'objective.roll_rule as objective_roll',
      'objective.critical as objective_critical',
      'perspective.perspective_id',
      'perspective.code as perspective_code',
      'perspective.name_zh as perspective_zh',
      'perspective.name_en as perspective_en',
      'perspective.roll_rule as perspective_roll',
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

/** Which measures the lines of these cards carry and whose values they are scored with; each card once per measure. */
export function listAskedRows(tx: Tx, institutionId: string, filter: CardFilter & { readonly scorecardId?: string }) {
  return cardsOf(tx, institutionId, filter)
    .innerJoin('card_measure', (join) =>
      join.onRef('card_measure.institution_id', '=', 'card.institution_id').onRef('card_measure.card_id', '=', 'card.card_id'),
    )
    .leftJoin('unit', (join) => join.onRef('unit.institution_id', '=', 'card.institution_id').onRef('unit.unit_id', '=', 'card.unit_id'))
    .leftJoin('unit as above', (join) =>
      join.onRef('above.institution_id', '=', 'unit.institution_id').onRef('above.unit_id', '=', 'unit.parent_unit_id'),
    )
    .select([
      'card.unit_id',
      'card.person_id',
      'unit.kind as unit_kind',
      'above.unit_id as above_unit_id',
      'above.kind as above_kind',
      'card_measure.measure_id',
      'card_measure.value_scope',
      'card_measure.weight_bp',
    ])
    .orderBy('card.holder_kind')
    .orderBy('unit.order_no')
    .orderBy('unit.code')
    .orderBy('card.card_id')
    .orderBy('card_measure.order_no')
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

/** A card about to be inserted. */
export type NewCard = {
  readonly cardId: string
  readonly scorecardId: string
  readonly holderKind: 'institution' | 'unit' | 'person'
  readonly unitId: string | null
  readonly personId: string | null
  readonly templateCode: string | null
}

/** A line about to be inserted or changed. */
export type NewLine = {
  readonly cardMeasureId: string
  readonly cardId: string
  readonly measureId: string
  readonly objectiveId: string | null
  readonly orderNo: number
  readonly weightBp: number
  readonly rule: ScoringRule
  readonly valueScope: ValueScope
  readonly cascadeKind: CascadeKind
  readonly parentCardMeasureId: string | null
  readonly profile: readonly string[] | null
  readonly critical: boolean
}

export async function insertCards(tx: Tx, institutionId: string, cards: readonly NewCard[]): Promise<void> {
  await inBatches(cards, (batch) =>
    tx
      .insertInto('card')
      .values(
        batch.map((card) => ({
          institution_id: institutionId,
          card_id: card.cardId,
          scorecard_id: card.scorecardId,
          holder_kind: card.holderKind,
          unit_id: card.unitId,
          person_id: card.personId,
          template_code: card.templateCode,
        })),
      )
      .execute(),
  )
}

/** Lines in an order in which a parent comes before its children; lines that exist are changed. */
export async function upsertLines(tx: Tx, institutionId: string, lines: readonly NewLine[]): Promise<void> {
  await inBatches(lines, (batch) =>
    tx
      .insertInto('card_measure')
      .values(
        batch.map((line) => ({
          institution_id: institutionId,
          card_measure_id: line.cardMeasureId,
          card_id: line.cardId,
          ...columnsOf(line),
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'card_measure_id']).doUpdateSet((eb) => ({
          measure_id: eb.ref('excluded.measure_id'),
          objective_id: eb.ref('excluded.objective_id'),
          order_no: eb.ref('excluded.order_no'),
          weight_bp: eb.ref('excluded.weight_bp'),
          rule: eb.ref('excluded.rule'),
          value_scope: eb.ref('excluded.value_scope'),
          cascade_kind: eb.ref('excluded.cascade_kind'),
          parent_card_measure_id: eb.ref('excluded.parent_card_measure_id'),
          profile: eb.ref('excluded.profile'),
          critical: eb.ref('excluded.critical'),
        })),
      )
      .execute(),
  )
}

const columnsOf = (line: NewLine) => ({
  measure_id: line.measureId,
  objective_id: line.objectiveId,
  order_no: line.orderNo,
  weight_bp: line.weightBp,
  rule: JSON.stringify(line.rule),
  value_scope: line.valueScope,
  cascade_kind: line.cascadeKind,
  parent_card_measure_id: line.parentCardMeasureId,
  profile: line.profile === null ? null : JSON.stringify(line.profile),
  critical: line.critical,
})

/** Sets the weights of lines and nothing else of them. */
export async function setLineWeights(tx: Tx, institutionId: string, weights: ReadonlyMap<string, number>): Promise<void> {
  if (weights.size === 0) return
  await sql`update card_measure set weight_bp = given.weight_bp
    from unnest(${[...weights.keys()]}::uuid[], ${[...weights.values()]}::int[]) as given (card_measure_id, weight_bp)
    where card_measure.institution_id = ${institutionId} and card_measure.card_measure_id = given.card_measure_id`.execute(tx)
}

/** Takes lines away; what served them serves nothing from now on. Gives how many lines that concerns. */
export async function deleteLines(tx: Tx, institutionId: string, cardMeasureIds: readonly string[]): Promise<number> {
  if (cardMeasureIds.length === 0) return 0
  const detached = await tx
    .updateTable('card_measure')
    .set({ parent_card_measure_id: null, cascade_kind: 'unique' })
    .where('institution_id', '=', institutionId)
    .where(among('parent_card_measure_id', cardMeasureIds))
    .executeTakeFirst()
  await tx.deleteFrom('card_measure').where('institution_id', '=', institutionId).where(among('card_measure_id', cardMeasureIds)).execute()
  return Number(detached.numUpdatedRows)
}

/** Counts one change and puts the card back to a draft; only if nobody else changed it meanwhile. */
export async function touchCard(tx: Tx, institutionId: string, cardId: string, revision: number): Promise<boolean> {
  const changed = await tx
    .updateTable('card')
    .set({
      revision: revision + 1,
      state: 'draft',
      proposed_at: null,
      proposed_by: null,
      agreed_by_person_at: null,
      agreed_by_head_at: null,
      agreed_by_head: null,
    })
    .where('institution_id', '=', institutionId)
    .where('card_id', '=', cardId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

export function findCardRow(tx: Tx, institutionId: string, cardId: string) {
  return tx.selectFrom('card').selectAll().where('institution_id', '=', institutionId).where('card_id', '=', cardId).executeTakeFirst()
}

export type CardHead = NonNullable<Awaited<ReturnType<typeof findCardRow>>>

/** Cards of institution and units that will not change any more. */
export async function agreeCards(tx: Tx, institutionId: string, cardIds: readonly string[], by: { at: Date; name: string }): Promise<void> {
  await tx
    .updateTable('card')
    .set({ state: 'agreed', agreed_by_head_at: by.at, agreed_by_head: by.name })
    .where('institution_id', '=', institutionId)
    .where(among('card_id', cardIds))
    .execute()
}

/** The lines that can be served, those of institution and units, and on which card they stand: enough to check a parent. Plans serve and are not served. */
export function listLineHolders(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('card_measure')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_measure.institution_id').onRef('card.card_id', '=', 'card_measure.card_id'),
    )
    .select([
      'card_measure.card_measure_id',
      'card_measure.parent_card_measure_id',
      'card_measure.measure_id',
      'card_measure.card_id',
      'card.holder_kind',
      'card.unit_id',
    ])
    .where('card_measure.institution_id', '=', institutionId)
    .where('card.scorecard_id', '=', scorecardId)
    .where('card.holder_kind', '<>', 'person')
    .execute()
}

/** Whose plan is how far, without what stands in it. */
export function listPlanStates(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('card')
    .select(['person_id', 'state'])
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .where('holder_kind', '=', 'person')
    .execute()
}

/** How many cards of units and persons there are, and how many are agreed. */
export async function countCards(tx: Tx, institutionId: string, scorecardId: string | null) {
  const none = { unitCards: 0, unitCardsAgreed: 0, plans: 0, plansAgreed: 0 }
  if (scorecardId === null) return none
  const rows = await tx
    .selectFrom('card')
    .select(['holder_kind', 'state', (eb) => eb.fn.countAll().as('n')])
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .groupBy(['holder_kind', 'state'])
    .execute()
  const count = (kind: string, states: readonly string[]) =>
    rows.filter((row) => row.holder_kind === kind && states.includes(row.state)).reduce((sum, row) => sum + Number(row.n), 0)
  const all = ['draft', 'proposed', 'agreed']
  return {
    unitCards: count('unit', all),
    unitCardsAgreed: count('unit', ['agreed']),
    plans: count('person', all),
    plansAgreed: count('person', ['agreed']),
  }
}

/** The rules of many lines in one statement. */
export async function setLineRules(tx: Tx, institutionId: string, rules: ReadonlyMap<string, ScoringRule>): Promise<void> {
  if (rules.size === 0) return
  const texts = [...rules.values()].map((rule) => JSON.stringify(rule))
  await sql`update card_measure set rule = given.rule::jsonb
    from unnest(${[...rules.keys()]}::uuid[], ${texts}::text[]) as given (card_measure_id, rule)
    where card_measure.institution_id = ${institutionId} and card_measure.card_measure_id = given.card_measure_id`.execute(tx)
}

/** Counts one change on each of these cards and puts it back to a draft, where its revision is still the one given. Gives how many. */
export async function touchCards(tx: Tx, institutionId: string, revisions: ReadonlyMap<string, number>): Promise<number> {
  if (revisions.size === 0) return 0
  const { numAffectedRows } =
    await sql`update card set revision = card.revision + 1, state = 'draft', agreed_by_head_at = null, agreed_by_head = null
    from unnest(${[...revisions.keys()]}::uuid[], ${[...revisions.values()]}::int[]) as given (card_id, revision)
    where card.institution_id = ${institutionId} and card.card_id = given.card_id and card.revision = given.revision`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The cards of these people, or whose these cards are. */
export async function cardsOfPeople(
  tx: Tx,
  institutionId: string,
  of: { readonly personIds: readonly string[] } | { readonly recordIds: readonly string[] },
): Promise<{ recordId: string; personId: string }[]> {
  const rows = await tx
    .selectFrom('card')
    .select(['card_id', 'person_id'])
    .where('institution_id', '=', institutionId)
    .where('person_id', 'is not', null)
    .where('personIds' in of ? among('person_id', of.personIds) : among('card_id', of.recordIds))
    .execute()
  return rows.map((row) => ({ recordId: row.card_id, personId: row.person_id ?? '' }))
}
