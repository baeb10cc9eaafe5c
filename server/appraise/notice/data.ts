import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

export const noticeBody = z.object({
  counted: z.array(z.string()),
  people: z.array(z.object({ name: z.string(), unit: z.object({ zh: z.string(), en: z.string() }) })),
})

type NewNotice = {
  institutionId: string
  noticeId: string
  cycleId: string
  postedOn: string
  lastDay: string
  workingDays: number
  body: z.infer<typeof noticeBody>
  by: string
}

export async function insertNotice(tx: Tx, given: NewNotice): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      institution_id: given.institutionId,
      notice_id: given.noticeId,
      cycle_id: given.cycleId,
      posted_on: given.postedOn,
      last_day: given.lastDay,
      working_days: given.workingDays,
      body: JSON.stringify(given.body),
      posted_by: given.by,
    })
    .execute()
}

export function listNotices(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('notice')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'notice.institution_id').onRef('cycle.cycle_id', '=', 'notice.cycle_id'),
    )
    .selectAll('notice')
    .select('cycle.year')
    .where('notice.institution_id', '=', institutionId)
    .orderBy('notice.posted_on', 'desc')
    .execute()
}

export function findNotice(tx: Tx, institutionId: string, noticeId: string) {
  return tx
    .selectFrom('notice')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('notice_id', '=', noticeId)
    .forUpdate()
    .executeTakeFirst()
}

export function listObjections(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('objection')
    .leftJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'objection.institution_id').onRef('person.person_id', '=', 'objection.for_person_id'),
    )
    .selectAll('objection')
    .select('person.name as for_name')
    .where('objection.institution_id', '=', institutionId)
    .orderBy('raised_at')
    .execute()
}

export async function insertObjection(
  tx: Tx,
  given: {
    institutionId: string
    objectionId: string
    noticeId: string
    by: string
    accountId: string | null
    at: Date
    facts: string
    represented?: { personId: string; by: string; paper: string }
  },
): Promise<void> {
  await tx
    .insertInto('objection')
    .values({
      institution_id: given.institutionId,
      objection_id: given.objectionId,
      notice_id: given.noticeId,
      raised_by: given.by,
      raised_by_account_id: given.accountId,
      raised_at: given.at,
      facts: given.facts,
      for_person_id: given.represented?.personId ?? null,
      representative: given.represented?.by ?? null,
      representative_paper: given.represented?.paper ?? null,
    })
    .execute()
}

/** false: it is answered by nobody yet, or was raised by the person. */
export async function setObjectionServed(tx: Tx, given: { institutionId: string; objectionId: string; on: string }): Promise<boolean> {
  const saved = await tx
    .updateTable('objection')
    .set({ both_served_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('objection_id', '=', given.objectionId)
    .where('answer', 'is not', null)
    .where('for_person_id', 'is not', null)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

/** false: somebody else has answered meanwhile. */
export async function saveAnswer(
  tx: Tx,
  given: { institutionId: string; objectionId: string; answer: string; by: string; at: Date },
): Promise<boolean> {
  const saved = await tx
    .updateTable('objection')
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where('institution_id', '=', given.institutionId)
    .where('objection_id', '=', given.objectionId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

export async function setNoticeClosed(
  tx: Tx,
  given: { institutionId: string; noticeId: string; cycleId: string; at: Date },
): Promise<number> {
  await tx
    .updateTable('notice')
    .set({ closed_at: given.at })
    .where('institution_id', '=', given.institutionId)
    .where('notice_id', '=', given.noticeId)
    .execute()
  const done = await tx
    .updateTable('appraisal')
    .set({ state: 'final' })
    .where('institution_id', '=', given.institutionId)
    .where('cycle_id', '=', given.cycleId)
    .where('state', '=', 'decided')
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
