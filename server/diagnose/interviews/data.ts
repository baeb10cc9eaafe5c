import type { Tx } from '../../platform/database/database.ts'

export function listInterviewRows(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('interview')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('number')
    .execute()
}
export type InterviewRow = Awaited<ReturnType<typeof listInterviewRows>>[number]

export function findInterview(tx: Tx, institutionId: string, interviewId: string) {
  return tx
    .selectFrom('interview')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('interview_id', '=', interviewId)
    .executeTakeFirst()
}

type Plan = {
  readonly stratum: string
  readonly role: string
  readonly plannedOn: string | null
  readonly place: string
  readonly interviewer: string
  readonly arrangement: string
}
const columnsOf = (plan: Plan) => ({
  stratum_code: plan.stratum,
  role: plan.role,
  planned_on: plan.plannedOn,
  place: plan.place,
  interviewer: plan.interviewer,
  arrangement: plan.arrangement,
})

export async function insertInterview(
  tx: Tx,
  given: Plan & { institutionId: string; waveId: string; interviewId: string; number: number },
): Promise<void> {
  await tx
    .insertInto('interview')
    .values({
      institution_id: given.institutionId,
      interview_id: given.interviewId,
      wave_id: given.waveId,
      number: given.number,
      ...columnsOf(given),
    })
    .execute()
}

export async function updatePlan(tx: Tx, given: Plan & { institutionId: string; interviewId: string }): Promise<void> {
  await tx
    .updateTable('interview')
    .set(columnsOf(given))
    .where('institution_id', '=', given.institutionId)
    .where('interview_id', '=', given.interviewId)
    .execute()
}

type Fields = Partial<{
  consent: boolean
  consent_by: string
  held_on: string
  arrangement: string
  transcript: string | null
  language: 'zh' | 'en'
  revision: number
  double_coded: boolean
}>

export async function updateInterview(tx: Tx, given: { institutionId: string; interviewId: string }, fields: Fields): Promise<void> {
  await tx
    .updateTable('interview')
    .set(fields)
    .where('institution_id', '=', given.institutionId)
    .where('interview_id', '=', given.interviewId)
    .execute()
}

export function listCodings(tx: Tx, institutionId: string, interviewIds: readonly string[]) {
  if (interviewIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('coding')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('interview_id', 'in', [...interviewIds])
    .orderBy('interview_id')
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('coding_id')
    .execute()
}
export type CodingRow = Awaited<ReturnType<typeof listCodings>>[number]

export function findCoding(tx: Tx, institutionId: string, codingId: string) {
  return tx
    .selectFrom('coding')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('coding_id', '=', codingId)
    .executeTakeFirst()
}

/** The same passage under the same code by the same coder stands once; the id is that of the one there is. */
export async function insertCoding(tx: Tx, row: CodingRow): Promise<string> {
  const { coding_id } = await tx
    .insertInto('coding')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['institution_id', 'interview_id', 'coder_id', 'code', 'start_at', 'end_at'])
        .doUpdateSet({ strength: row.strength, quotable: row.quotable }),
    )
    .returning('coding_id')
    .executeTakeFirstOrThrow()
  return coding_id
}

export async function updateCoding(
  tx: Tx,
  given: { institutionId: string; codingId: string },
  fields: { strength: number; quotable: boolean },
): Promise<void> {
  if (!fields.quotable) await deleteQuote(tx, given.institutionId, given.codingId)
  await tx
    .updateTable('coding')
    .set(fields)
    .where('institution_id', '=', given.institutionId)
    .where('coding_id', '=', given.codingId)
    .execute()
}

const deleteQuote = (tx: Tx, institutionId: string, codingId: string) =>
  tx.deleteFrom('evidence').where('institution_id', '=', institutionId).where('kind', '=', 'quote').where('about', '=', codingId).execute()

/** A code that is taken off takes the quote it carried off the board. */
export async function deleteCoding(tx: Tx, institutionId: string, codingId: string): Promise<void> {
  await deleteQuote(tx, institutionId, codingId)
  await tx.deleteFrom('coding').where('institution_id', '=', institutionId).where('coding_id', '=', codingId).execute()
}

/** All that was made of a transcript, quotes on the board too, when the person takes back the consent. */
export async function deleteCodingsOf(tx: Tx, institutionId: string, interviewId: string): Promise<void> {
  const codings = await listCodings(tx, institutionId, [interviewId])
  for (const one of codings) await deleteQuote(tx, institutionId, one.coding_id)
  for (const table of ['coding', 'coder_finished'] as const)
    await tx.deleteFrom(table).where('institution_id', '=', institutionId).where('interview_id', '=', interviewId).execute()
}

export function listFinished(tx: Tx, institutionId: string, interviewIds: readonly string[]) {
  if (interviewIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('coder_finished')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('interview_id', 'in', [...interviewIds])
    .orderBy('coder_name')
    .orderBy('coder_id')
    .execute()
}

export async function setFinished(
  tx: Tx,
  given: { institutionId: string; interviewId: string; coderId: string; coderName: string },
  finished: boolean,
): Promise<void> {
  if (finished) {
    await tx
      .insertInto('coder_finished')
      .values({
        institution_id: given.institutionId,
        interview_id: given.interviewId,
        coder_id: given.coderId,
        coder_name: given.coderName,
      })
      .onConflict((on) => on.columns(['institution_id', 'interview_id', 'coder_id']).doNothing())
      .execute()
    return
  }
  await tx
    .deleteFrom('coder_finished')
    .where('institution_id', '=', given.institutionId)
    .where('interview_id', '=', given.interviewId)
    .where('coder_id', '=', given.coderId)
    .execute()
}

export function listOwnCodes(tx: Tx, institutionId: string) {
  return tx.selectFrom('interview_code').selectAll().where('institution_id', '=', institutionId).orderBy('code').execute()
}

type OwnCode = {
  code: string
  parent: string | null
  name_zh: string
  name_en: string
  description: string
  retired: boolean
  guid?: string
}

export async function saveOwnCode(tx: Tx, institutionId: string, { code, ...content }: OwnCode): Promise<void> {
  await tx
    .insertInto('interview_code')
    .values({ institution_id: institutionId, code, ...content })
    .onConflict((on) => on.columns(['institution_id', 'code']).doUpdateSet(content))
    .execute()
}

export async function countPassages(tx: Tx, institutionId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('coding')
    .select('code')
    .select((on) => on.fn.countAll<string>().as('passages'))
    .where('institution_id', '=', institutionId)
    .groupBy('code')
    .execute()
  return new Map(rows.map((row) => [row.code, Number(row.passages)]))
}
