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
