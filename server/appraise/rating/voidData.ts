import type { Tx } from '../../platform/database/database.ts'

/** The ratings of one appraisal in the order of a hash of their numbers, which says nothing of when they were given. */
export async function ratingsOf(tx: Tx, institutionId: string, appraisalId: string) {
  const rows = await tx
    .selectFrom('rating')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('appraisal_id', '=', appraisalId)
    .orderBy('rater_group')
    .orderBy((on) => on.fn<string>('md5', [on.cast('rating_id', 'text')]))
    .execute()
  return rows
}

export const ratingById = (tx: Tx, institutionId: string, ratingId: string) =>
  tx
    .selectFrom('rating')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('rating_id', '=', ratingId)
    .forUpdate()
    .executeTakeFirst()

type Rating = NonNullable<Awaited<ReturnType<typeof ratingById>>>

export const listVoidedRatings = (tx: Tx, institutionId: string, appraisalId: string) =>
  tx
    .selectFrom('rating_void')
    .select(['rating_id', 'rater_group', 'reason', 'voided_by', 'voided_at', 'score_before', 'score_after'])
    .where('institution_id', '=', institutionId)
    .where('appraisal_id', '=', appraisalId)
    .orderBy('voided_at')
    .execute()

type Taken = { institutionId: string; rating: Rating; reason: string; by: string; at: Date; scoreBefore: string | null }

/** Moves the row, whole, out of what is counted. */
export async function takeOutRating(tx: Tx, { institutionId, rating, reason, by, at, scoreBefore }: Taken) {
  await tx
    .insertInto('rating_void')
    .values({
      institution_id: institutionId,
      rating_id: rating.rating_id,
      appraisal_id: rating.appraisal_id,
      rater_group: rating.rater_group,
      rating: JSON.stringify(rating),
      reason,
      voided_by: by,
      voided_at: at,
      score_before: scoreBefore,
    })
    .execute()
  await tx.deleteFrom('rating').where('institution_id', '=', institutionId).where('rating_id', '=', rating.rating_id).execute()
  return {
    scoredAgain: async (scoreAfter: string | null): Promise<void> => {
      await tx
        .updateTable('rating_void')
        .set({ score_after: scoreAfter })
        .where('institution_id', '=', institutionId)
        .where('rating_id', '=', rating.rating_id)
        .execute()
    },
  }
}
