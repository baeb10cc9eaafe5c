import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export function findAccount(tx: Tx, institutionId: string, accountId: string) {
  return tx
    .selectFrom('account')
    .select(['username', 'display_name', 'roles', 'created_at'])
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** When the account's open sessions began and were last used. */
export function listSessions(tx: Tx, institutionId: string, accountId: string) {
  return tx
    .selectFrom('account_session')
    .select(['started_at', 'last_seen_at'])
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .orderBy('started_at', 'desc')
    .execute()
}

type Whose = { readonly accountId: string; readonly personId: string | null }

/** What the account did, and what was done to the account or the person behind it; newest first. */
export function listTrail(tx: Tx, institutionId: string, { accountId, personId }: Whose, most: number) {
  const about = [accountId, ...(personId === null ? [] : [personId])]
  return tx
    .selectFrom('audit_event')
    .select(['at', 'actor_name', 'action', 'account_id'])
    .where('institution_id', '=', institutionId)
    .where((on) => on.or([on('account_id', '=', accountId), on('subject_id', 'in', about)]))
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
}

export function listRequests(tx: Tx, institutionId: string, filter: { readonly accountId?: string } = {}) {
  return tx
    .selectFrom('correction_request')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .$if(filter.accountId !== undefined, (query) => query.where('account_id', '=', filter.accountId ?? ''))
    .orderBy('asked_at', 'desc')
    .execute()
}

export type RequestRow = Awaited<ReturnType<typeof listRequests>>[number]

type Asking = {
  readonly requestId: string
  readonly accountId: string
  readonly by: string
  readonly at: Date
  readonly what: string
  readonly wanted: string
}

export async function insertRequest(tx: Tx, institutionId: string, asking: Asking): Promise<void> {
  await tx
    .insertInto('correction_request')
    .values({
      institution_id: institutionId,
      request_id: asking.requestId,
      account_id: asking.accountId,
      asked_by: asking.by,
      asked_at: asking.at,
      what: asking.what,
      wanted: asking.wanted,
    })
    .execute()
}

type Answering = {
  readonly requestId: string
  readonly state: 'corrected' | 'declined'
  readonly answer: string
  readonly at: Date
  readonly by: string
}

/** Answers a request that is still open; false: there is none. */
export async function saveAnswer(tx: Tx, institutionId: string, given: Answering): Promise<boolean> {
  const changed = await tx
    .updateTable('correction_request')
    .set({ state: given.state, answer: given.answer, answered_at: given.at, answered_by: given.by })
    .where('institution_id', '=', institutionId)
    .where('request_id', '=', given.requestId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Where the person is not in the table itself: whose card, whose appraisal. */
const THROUGH: Readonly<Record<string, RawBuilder<unknown>>> = { card_id: sql.table('card'), appraisal_id: sql.table('appraisal') }

type Stands = { readonly table: string; readonly column: string; readonly columns: readonly string[]; readonly personId: string }

/** The rows of a table in which a person stands, with these columns of them. */
export async function listHeld(tx: Tx, institutionId: string, { table, column, columns, personId }: Stands) {
  const through = THROUGH[column]
  const whose = sql.ref(column)
  const mine = through
    ? sql`${whose} in (select ${whose} from ${through} where institution_id = ${institutionId} and person_id = ${personId})`
    : sql`${whose} = ${personId}`
  const asked = sql<Record<string, unknown>>`
    select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)} where institution_id = ${institutionId} and ${mine}`
  return (await asked.execute(tx)).rows
}

/** What measures, periods and years are called, by id. */
export async function namesOfThings(tx: Tx, institutionId: string): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const measures = await tx
    .selectFrom('measure')
    .select(['measure_id', 'name_zh', 'name_en'])
    .where('institution_id', '=', institutionId)
    .execute()
  const periods = await tx.selectFrom('period').select(['period_id', 'code']).where('institution_id', '=', institutionId).execute()
  const cycles = await tx.selectFrom('cycle').select(['cycle_id', 'year']).where('institution_id', '=', institutionId).execute()
  return new Map([
    ...measures.map((one) => [one.measure_id, { zh: one.name_zh, en: one.name_en || one.name_zh }] as const),
    ...periods.map((one) => [one.period_id, { zh: one.code, en: one.code }] as const),
    ...cycles.map((one) => [one.cycle_id, { zh: String(one.year), en: String(one.year) }] as const),
  ])
}
