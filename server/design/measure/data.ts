import type { MeasureDesign } from '@milepost/contract/design/measure'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../batches.ts'

export type MeasureFilter = { readonly measureIds?: readonly string[]; readonly codes?: readonly string[]; readonly withFormula?: true }

/** Measures of the institution, newest version of a code first. */
export function listMeasureRows(tx: Tx, institutionId: string, filter: MeasureFilter = {}) {
  let query = tx.selectFrom('measure').selectAll().where('institution_id', '=', institutionId)
  if (filter.measureIds !== undefined) query = query.where(sql<boolean>`measure_id = any(${[...filter.measureIds]}::uuid[])`)
  if (filter.codes !== undefined) query = query.where(sql<boolean>`code = any(${[...filter.codes]}::text[])`)
  if (filter.withFormula) query = query.where(sql<boolean>`definition ->> 'calculation' <> ''`)
  return query.orderBy('code').orderBy('version', 'desc').execute()
}

export type MeasureRow = Awaited<ReturnType<typeof listMeasureRows>>[number]

export async function insertMeasures(tx: Tx, institutionId: string, measures: readonly MeasureDesign[]): Promise<void> {
  await inBatches(measures, (batch) =>
    tx
      .insertInto('measure')
      .values(batch.map((measure) => ({ institution_id: institutionId, measure_id: measure.measureId, ...columnsOf(measure) })))
      .execute(),
  )
}

export function updateMeasure(tx: Tx, institutionId: string, measure: MeasureDesign) {
  return tx
    .updateTable('measure')
    .set(columnsOf(measure))
    .where('institution_id', '=', institutionId)
    .where('measure_id', '=', measure.measureId)
    .execute()
}

function columnsOf(measure: MeasureDesign) {
  return {
    code: measure.code,
    version: measure.version,
    name_zh: measure.name.zh,
    name_en: measure.name.en,
    definition: JSON.stringify(measure.definition),
    unit_zh: measure.unit.zh,
    unit_en: measure.unit.en,
    direction: measure.direction,
    time_aggregation: measure.timeAggregation,
    unit_aggregation: measure.unitAggregation,
    ratio_scale: measure.ratioScale,
    missing_policy: measure.missingPolicy,
    undefined_policy: measure.undefinedPolicy,
    min_n: measure.minN,
    computed_from: measure.computedFrom,
    library_code: measure.libraryCode,
  }
}

/** How many cards hold each measure, and whether one of them can no longer change. */
export async function listMeasureUses(tx: Tx, institutionId: string) {
  const rows = await tx
    .selectFrom('card_measure')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_measure.institution_id').onRef('card.card_id', '=', 'card_measure.card_id'),
    )
    .select(['card_measure.measure_id', (eb) => eb.fn.countAll().as('cards'), sql<boolean>`bool_or(card.state = 'agreed')`.as('fixed')])
    .where('card_measure.institution_id', '=', institutionId)
    .groupBy('card_measure.measure_id')
    .execute()
  return new Map(rows.map((row) => [row.measure_id, { cards: Number(row.cards), fixed: row.fixed }]))
}

/** The versions of measures that stand on the cards of each cycle. */
export function listMeasureIdsByCycle(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('card_measure')
    .innerJoin('card', (join) =>
      join.onRef('card.institution_id', '=', 'card_measure.institution_id').onRef('card.card_id', '=', 'card_measure.card_id'),
    )
    .innerJoin('scorecard', (join) =>
      join.onRef('scorecard.institution_id', '=', 'card.institution_id').onRef('scorecard.scorecard_id', '=', 'card.scorecard_id'),
    )
    .select(['scorecard.cycle_id', 'card_measure.measure_id'])
    .distinct()
    .where('card_measure.institution_id', '=', institutionId)
    .execute()
}
