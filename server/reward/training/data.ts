import type { Tx } from '../../platform/database/database.ts'

export type Credit = {
  readonly creditId: string
  readonly personId: string
  readonly finishedOn: string
  readonly course: string
  /** One decimal place. */
  readonly hours: string
  readonly document: string
}

type Which = { readonly from: string; readonly to: string; readonly personId?: string }

/** Courses finished between two days, newest first; of one person if asked. */
export async function listCredits(tx: Tx, institutionId: string, { from, to, personId }: Which): Promise<Credit[]> {
  const rows = await tx
    .selectFrom('training_credit')
    .select(['credit_id', 'person_id', 'finished_on', 'course', 'hours', 'document'])
    .where('institution_id', '=', institutionId)
    .where('finished_on', '>=', from)
    .where('finished_on', '<=', to)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('finished_on', 'desc')
    .orderBy('credit_id')
    .execute()
  return rows.map((row) => ({
    creditId: row.credit_id,
    personId: row.person_id,
    finishedOn: row.finished_on,
    course: row.course,
    hours: row.hours,
    document: row.document,
  }))
}

const ROWS_A_STATEMENT = 500

/** New ones and changed ones alike; who recorded the last change is kept. */
export async function saveCredits(
  tx: Tx,
  institutionId: string,
  { credits, by, at }: { credits: readonly Credit[]; by: string; at: Date },
): Promise<void> {
  for (let from = 0; from < credits.length; from += ROWS_A_STATEMENT)
    await tx
      .insertInto('training_credit')
      .values(
        credits.slice(from, from + ROWS_A_STATEMENT).map((credit) => ({
          institution_id: institutionId,
          credit_id: credit.creditId,
          person_id: credit.personId,
          finished_on: credit.finishedOn,
          course: credit.course,
          hours: credit.hours,
          document: credit.document,
          recorded_by: by,
          recorded_at: at,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'credit_id']).doUpdateSet(({ ref }) => ({
          hours: ref('excluded.hours'),
          document: ref('excluded.document'),
          recorded_by: ref('excluded.recorded_by'),
          recorded_at: ref('excluded.recorded_at'),
        })),
      )
      .execute()
}
