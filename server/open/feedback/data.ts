import type { Tx } from '../../platform/database/database.ts'

const selectFeedback = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('public_feedback')
    .selectAll()
    .$narrowType<{ state: 'new' | 'answered' | 'set-aside' }>()
    .where('institution_id', '=', institutionId)

/** Newest first, those to be answered before the others. */
export const listFeedbackRows = (tx: Tx, institutionId: string) =>
  selectFeedback(tx, institutionId)
    .orderBy('answered_on', (order) => order.desc().nullsFirst())
    .orderBy('said_on', 'desc')
    .orderBy('feedback_id')
    .execute()

export const listShownRows = (tx: Tx, institutionId: string, most: number) =>
  selectFeedback(tx, institutionId)
    .where('state', '=', 'answered')
    .where('shown', '=', true)
    .orderBy('answered_on', 'desc')
    .orderBy('feedback_id')
    .limit(most)
    .execute()

export async function countWaiting(tx: Tx, institutionId: string): Promise<number> {
  const row = await tx
    .selectFrom('public_feedback')
    .select((on) => on.fn.countAll<string>().as('n'))
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'new')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

type Said = { readonly feedbackId: string; readonly saidOn: string; readonly measureCode: string; readonly said: string }

export async function insertFeedback(tx: Tx, institutionId: string, given: Said): Promise<void> {
  await tx
    .insertInto('public_feedback')
    .values({
      institution_id: institutionId,
      feedback_id: given.feedbackId,
      said_on: given.saidOn,
      measure_code: given.measureCode,
      said: given.said,
    })
    .execute()
}

type Answer = {
  readonly feedbackId: string
  readonly state: 'answered' | 'set-aside'
  readonly answer: string
  readonly shown: boolean
  readonly on: string
  readonly by: string
}

/** Answers a message that still waits; false: there is none. */
export async function saveAnswer(tx: Tx, institutionId: string, given: Answer): Promise<boolean> {
  const changed = await tx
    .updateTable('public_feedback')
    .set({ state: given.state, answer: given.answer, shown: given.shown, answered_on: given.on, answered_by: given.by })
    .where('institution_id', '=', institutionId)
    .where('feedback_id', '=', given.feedbackId)
    .where('state', '=', 'new')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
