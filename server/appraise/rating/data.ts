import type { Tx } from '../../platform/database/database.ts'
import { isAmong, saveEach } from '../data.ts'
import type { ForPost } from '../raters/raters.ts'

export function listRatings(tx: Tx, institutionId: string, cycleId: string, appraisalIds?: readonly string[]) {
  const all = tx
    .selectFrom('rating')
    .innerJoin('appraisal', (join) =>
      join.onRef('appraisal.institution_id', '=', 'rating.institution_id').onRef('appraisal.appraisal_id', '=', 'rating.appraisal_id'),
    )
    .selectAll('rating')
    .select('appraisal.person_id as ratee_person_id')
    .where('rating.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
  return (appraisalIds === undefined ? all : all.where(isAmong('rating.appraisal_id', appraisalIds))).execute()
}

/** The grade each superior found by the criteria, where one was given. */
export async function listCriteria(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('rating')
    .innerJoin('appraisal', (join) =>
      join.onRef('appraisal.institution_id', '=', 'rating.institution_id').onRef('appraisal.appraisal_id', '=', 'rating.appraisal_id'),
    )
    .select(['rating.appraisal_id', 'rating.criteria_grade'])
    .where('rating.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .where('rating.rater_group', '=', 'superior')
    .where('rating.criteria_grade', 'is not', null)
    .execute()
}

export function findRating(
  tx: Tx,
  given: { institutionId: string; appraisalId: string; forPost: ForPost; group: string; raterKey: string },
) {
  return tx
    .selectFrom('rating')
    .selectAll()
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .where('for_post', '=', given.forPost)
    .where('rater_group', '=', given.group)
    .where('rater_key', '=', given.raterKey)
    .executeTakeFirst()
}

export type NewRating = {
  ratingId: string
  appraisalId: string
  group: string
  forPost: ForPost
  raterPersonId: string | null
  raterKey: string
  onBehalfOf: string | null
  items: Readonly<Record<string, string>>
  criteriaGrade: string | null
  comment: string
  at: Date
}

export async function saveRatings(tx: Tx, institutionId: string, ratings: readonly NewRating[]): Promise<void> {
  await saveEach(ratings, (batch) =>
    tx
      .insertInto('rating')
      .values(
        batch.map((one) => ({
          institution_id: institutionId,
          rating_id: one.ratingId,
          appraisal_id: one.appraisalId,
          rater_group: one.group,
          for_post: one.forPost,
          rater_person_id: one.raterPersonId,
          rater_key: one.raterKey,
          on_behalf_of: one.onBehalfOf,
          items: JSON.stringify(one.items),
          criteria_grade: one.criteriaGrade,
          comment: one.comment,
          submitted_at: one.at,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'appraisal_id', 'for_post', 'rater_group', 'rater_key']).doUpdateSet((set) => ({
          items: set.ref('excluded.items'),
          criteria_grade: set.ref('excluded.criteria_grade'),
          comment: set.ref('excluded.comment'),
          submitted_at: set.ref('excluded.submitted_at'),
        })),
      )
      .execute(),
  )
}

type Sheet = { institutionId: string; appraisalId: string; raterPersonId: string; forPost: ForPost }
type Draft = Sheet & {
  items: Readonly<Record<string, string>>
  criteriaGrade: string | null
  comment: string
  at: Date
}

export async function saveDraft(tx: Tx, draft: Draft): Promise<void> {
  const what = {
    items: JSON.stringify(draft.items),
    criteria_grade: draft.criteriaGrade,
    comment: draft.comment,
    saved_at: draft.at,
  }
  await tx
    .insertInto('rating_draft')
    .values({
      institution_id: draft.institutionId,
      appraisal_id: draft.appraisalId,
      rater_person_id: draft.raterPersonId,
      for_post: draft.forPost,
      ...what,
    })
    .onConflict((on) => on.columns(['institution_id', 'appraisal_id', 'rater_person_id', 'for_post']).doUpdateSet(what))
    .execute()
}

export function findDraft(tx: Tx, given: Sheet) {
  return tx
    .selectFrom('rating_draft')
    .selectAll()
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .where('rater_person_id', '=', given.raterPersonId)
    .where('for_post', '=', given.forPost)
    .executeTakeFirst()
}

/** Which sheets of a cycle somebody has begun. */
export async function draftsOf(tx: Tx, given: { institutionId: string; raterPersonId: string }): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('rating_draft')
    .select(['appraisal_id', 'for_post'])
    .where('institution_id', '=', given.institutionId)
    .where('rater_person_id', '=', given.raterPersonId)
    .execute()
  return new Set(rows.map((row) => `${row.appraisal_id} ${row.for_post}`))
}

export async function deleteDraft(tx: Tx, given: Sheet): Promise<void> {
  await tx
    .deleteFrom('rating_draft')
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .where('rater_person_id', '=', given.raterPersonId)
    .where('for_post', '=', given.forPost)
    .execute()
}
