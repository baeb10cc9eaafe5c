import type { MapLink, ObjectiveDesign, PerspectiveDesign, ScorecardDesign, ThemeDesign } from '@milepost/contract/design/scorecardDesign'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../batches.ts'

export function listPerspectiveRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('perspective')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
}

export function listThemeRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('theme')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('order_no')
    .execute()
}

export function listObjectiveRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('objective')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('order_no')
    .orderBy('code')
    .execute()
}

export function listLinkRows(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .selectFrom('map_link')
    .innerJoin('objective', (join) =>
      join
        .onRef('objective.institution_id', '=', 'map_link.institution_id')
        .onRef('objective.objective_id', '=', 'map_link.from_objective_id'),
    )
    .select(['from_objective_id', 'to_objective_id', 'sign', 'lag_periods', 'rationale_zh', 'rationale_en'])
    .select(['strength', 'map_link.owner_person_id', 'review_on'])
    .where('map_link.institution_id', '=', institutionId)
    .where('objective.scorecard_id', '=', scorecardId)
    .orderBy('objective.order_no')
    .orderBy('objective.code')
    .orderBy('to_objective_id')
    .execute()
}

export type PerspectiveRow = Awaited<ReturnType<typeof listPerspectiveRows>>[number]
export type ThemeRow = Awaited<ReturnType<typeof listThemeRows>>[number]
export type ObjectiveRow = Awaited<ReturnType<typeof listObjectiveRows>>[number]
export type LinkRow = Awaited<ReturnType<typeof listLinkRows>>[number]

export async function insertStrategy(
  tx: Tx,
  institutionId: string,
  scorecardId: string,
  parts: Pick<ScorecardDesign, 'perspectives' | 'themes' | 'objectives' | 'links'>,
) {
  await inBatches(parts.perspectives, (batch) =>
    tx
      .insertInto('perspective')
      .values(batch.map((p) => perspectiveRow(institutionId, scorecardId, p)))
      .execute(),
  )
  await inBatches(parts.themes, (batch) =>
    tx
      .insertInto('theme')
      .values(batch.map((t) => themeRow(institutionId, scorecardId, t)))
      .execute(),
  )
  await inBatches(parts.objectives, (batch) =>
    tx
      .insertInto('objective')
      .values(batch.map((o) => objectiveRow(institutionId, scorecardId, o)))
      .execute(),
  )
  await inBatches(parts.links, (batch) =>
    tx
      .insertInto('map_link')
      .values(batch.map((l) => linkRow(institutionId, l)))
      .execute(),
  )
}

const perspectiveRow = (institutionId: string, scorecardId: string, p: PerspectiveDesign) => ({
  institution_id: institutionId,
  scorecard_id: scorecardId,
  perspective_id: p.perspectiveId,
  code: p.code,
  name_zh: p.name.zh,
  name_en: p.name.en,
  order_no: p.order,
  weight_bp: p.weightBp,
  roll_rule: p.rollRule,
})

const themeRow = (institutionId: string, scorecardId: string, t: ThemeDesign) => ({
  institution_id: institutionId,
  scorecard_id: scorecardId,
  theme_id: t.themeId,
  name_zh: t.name.zh,
  name_en: t.name.en,
  order_no: t.order,
})

const objectiveRow = (institutionId: string, scorecardId: string, o: ObjectiveDesign) => ({
  institution_id: institutionId,
  scorecard_id: scorecardId,
  objective_id: o.objectiveId,
  perspective_id: o.perspectiveId,
  code: o.code,
  name_zh: o.name.zh,
  name_en: o.name.en,
  statement_zh: o.statement.zh,
  statement_en: o.statement.en,
  order_no: o.order,
  finding_id: o.findingId,
  theme_id: o.themeId,
  owner_person_id: o.ownerPersonId,
  map_x: o.place?.x ?? null,
  map_y: o.place?.y ?? null,
  roll_rule: o.rollRule,
  critical: o.critical,
})

const linkRow = (institutionId: string, l: MapLink) => ({
  institution_id: institutionId,
  from_objective_id: l.fromObjectiveId,
  to_objective_id: l.toObjectiveId,
  sign: l.sign,
  lag_periods: l.lagPeriods,
  rationale_zh: l.rationale.zh,
  rationale_en: l.rationale.en,
  strength: l.strength,
  owner_person_id: l.ownerPersonId,
  review_on: l.reviewOn,
})

/** Updates one that exists, inserts one that does not. */
export async function upsertPerspective(tx: Tx, institutionId: string, scorecardId: string, perspective: PerspectiveDesign) {
  const { institution_id, scorecard_id, perspective_id, ...set } = perspectiveRow(institutionId, scorecardId, perspective)
  await tx
    .insertInto('perspective')
    .values({ institution_id, scorecard_id, perspective_id, ...set })
    .onConflict((on) => on.columns(['institution_id', 'perspective_id']).doUpdateSet(set))
    .execute()
}

/** Sets what perspectives are meant to weigh and nothing else of them. */
export async function setPerspectiveWeights(tx: Tx, institutionId: string, weights: ReadonlyMap<string, number>) {
  if (weights.size === 0) return
  await sql`update perspective set weight_bp = given.weight_bp
    from unnest(${[...weights.keys()]}::uuid[], ${[...weights.values()]}::int[]) as given (perspective_id, weight_bp)
    where perspective.institution_id = ${institutionId} and perspective.perspective_id = given.perspective_id`.execute(tx)
}

export function deletePerspectives(tx: Tx, institutionId: string, perspectiveIds: readonly string[]) {
  return tx
    .deleteFrom('perspective')
    .where('institution_id', '=', institutionId)
    .where(sql<boolean>`perspective_id = any(${[...perspectiveIds]}::uuid[])`)
    .execute()
}

export async function upsertObjective(tx: Tx, institutionId: string, scorecardId: string, objective: ObjectiveDesign) {
  const { institution_id, scorecard_id, objective_id, ...set } = objectiveRow(institutionId, scorecardId, objective)
  await tx
    .insertInto('objective')
    .values({ institution_id, scorecard_id, objective_id, ...set })
    .onConflict((on) => on.columns(['institution_id', 'objective_id']).doUpdateSet(set))
    .execute()
}

export async function upsertTheme(tx: Tx, institutionId: string, scorecardId: string, theme: ThemeDesign) {
  const { institution_id, scorecard_id, theme_id, ...set } = themeRow(institutionId, scorecardId, theme)
  await tx
    .insertInto('theme')
    .values({ institution_id, scorecard_id, theme_id, ...set })
    .onConflict((on) => on.columns(['institution_id', 'theme_id']).doUpdateSet(set))
    .execute()
}

/** Themes that go; their objectives stand without one. */
export async function deleteThemes(tx: Tx, institutionId: string, themeIds: readonly string[]) {
  const among = sql<boolean>`theme_id = any(${[...themeIds]}::uuid[])`
  await tx.updateTable('objective').set({ theme_id: null }).where('institution_id', '=', institutionId).where(among).execute()
  await tx.deleteFrom('theme').where('institution_id', '=', institutionId).where(among).execute()
}

export async function placeObjective(
  tx: Tx,
  institutionId: string,
  to: { readonly objectiveId: string; readonly perspectiveId: string; readonly place: { x: number; y: number } | null },
) {
  await tx
    .updateTable('objective')
    .set({ perspective_id: to.perspectiveId, map_x: to.place?.x ?? null, map_y: to.place?.y ?? null })
    .where('institution_id', '=', institutionId)
    .where('objective_id', '=', to.objectiveId)
    .execute()
}

/** How many lines and development goals stand under an objective. */
export async function countUses(tx: Tx, institutionId: string, objectiveId: string): Promise<number> {
  const lines = await tx
    .selectFrom('card_measure')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('objective_id', '=', objectiveId)
    .executeTakeFirstOrThrow()
  const goals = await tx
    .selectFrom('development_goal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('objective_id', '=', objectiveId)
    .executeTakeFirstOrThrow()
  return Number(lines.n) + Number(goals.n)
}

export async function deleteObjective(tx: Tx, institutionId: string, objectiveId: string) {
  await tx
    .deleteFrom('map_link')
    .where('institution_id', '=', institutionId)
    .where((on) => on.or([on('from_objective_id', '=', objectiveId), on('to_objective_id', '=', objectiveId)]))
    .execute()
  await tx.deleteFrom('objective').where('institution_id', '=', institutionId).where('objective_id', '=', objectiveId).execute()
}

export async function upsertLink(tx: Tx, institutionId: string, link: MapLink) {
  const { institution_id, from_objective_id, to_objective_id, ...set } = linkRow(institutionId, link)
  await tx
    .insertInto('map_link')
    .values({ institution_id, from_objective_id, to_objective_id, ...set })
    .onConflict((on) => on.columns(['institution_id', 'from_objective_id', 'to_objective_id']).doUpdateSet(set))
    .execute()
}

export function deleteLink(tx: Tx, institutionId: string, ends: { fromObjectiveId: string; toObjectiveId: string }) {
  return tx
    .deleteFrom('map_link')
    .where('institution_id', '=', institutionId)
    .where('from_objective_id', '=', ends.fromObjectiveId)
    .where('to_objective_id', '=', ends.toObjectiveId)
    .execute()
}

/** Two perspectives may swap their codes in one save: the old ones stand aside first. */
export function freePerspectiveCodes(tx: Tx, institutionId: string, scorecardId: string) {
  return tx
    .updateTable('perspective')
    .set({ code: sql<string>`'~' || perspective_id::text` })
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .execute()
}
