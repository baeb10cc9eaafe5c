import type { Tx } from '../../platform/database/database.ts'

export type Hearing = {
  readonly subject: string
  readonly opensOn: string
  readonly lastDay: string
  readonly workingDays: number
  readonly openedBy: string
}

export async function findHearing(tx: Tx, institutionId: string, cycleId: string): Promise<Hearing | null> {
  const row = await tx
    .selectFrom('consultation')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()
  if (!row) return null
  return { subject: row.subject, opensOn: row.opens_on, lastDay: row.last_day, workingDays: row.working_days, openedBy: row.opened_by }
}

/** false: the cycle has a hearing already. */
export async function insertHearing(tx: Tx, institutionId: string, given: Hearing & { readonly cycleId: string }): Promise<boolean> {
  const inserted = await tx
    .insertInto('consultation')
    .values({
      institution_id: institutionId,
      cycle_id: given.cycleId,
      subject: given.subject,
      opens_on: given.opensOn,
      last_day: given.lastDay,
      working_days: given.workingDays,
      opened_by: given.openedBy,
    })
    .onConflict((on) => on.columns(['institution_id', 'cycle_id']).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function listComments(tx: Tx, institutionId: string, cycleId: string) {
  const rows = await tx
    .selectFrom('consultation_comment')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('made_at')
    .orderBy('comment_id')
    .execute()
  return rows.map((row) => ({
    commentId: row.comment_id,
    text: row.comment,
    by: row.made_by,
    at: row.made_at.toISOString(),
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }))
}

export async function insertComment(
  tx: Tx,
  institutionId: string,
  given: { readonly commentId: string; readonly cycleId: string; readonly text: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('consultation_comment')
    .values({
      institution_id: institutionId,
      comment_id: given.commentId,
      cycle_id: given.cycleId,
      comment: given.text,
      made_by: given.by,
      made_at: given.at,
    })
    .execute()
}

/** Of which cycle a comment is; null: there is no such comment. */
export async function cycleOfComment(tx: Tx, institutionId: string, commentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('consultation_comment')
    .select('cycle_id')
    .where('institution_id', '=', institutionId)
    .where('comment_id', '=', commentId)
    .executeTakeFirst()
  return row?.cycle_id ?? null
}

export async function saveAnswer(
  tx: Tx,
  institutionId: string,
  given: { readonly commentId: string; readonly answer: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('consultation_comment')
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where('institution_id', '=', institutionId)
    .where('comment_id', '=', given.commentId)
    .execute()
}
