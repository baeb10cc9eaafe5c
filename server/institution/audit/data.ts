import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type TrailFilter = {
  readonly action?: string | undefined
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  /** Ids of records: only acts on one of them, or that name one of them. */
  readonly ids?: readonly string[] | undefined
  readonly before?: number | undefined
  /** First and last number. */
  readonly range?: { readonly first: number; readonly last: number } | undefined
}

/** Newest first; one more than asked for tells whether there are older ones. */
export function listEvents(tx: Tx, institutionId: string, filter: TrailFilter, most: number) {
  const { action, actor, subject, ids, before, range } = filter
  return tx
    .selectFrom('audit_event')
    .select(['seq', 'at', 'account_id', 'actor_name', 'action', 'subject_kind', 'subject_id', 'detail', 'hash'])
    .where('institution_id', '=', institutionId)
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(actor !== undefined, (query) => query.where('actor_name', 'ilike', `%${literal(actor ?? '')}%`))
    .$if(subject !== undefined, (query) =>
      query.where((on) => on.or([on('subject_kind', '=', subject ?? ''), on('subject_id', '=', subject ?? '')])),
    )
    .$if(ids !== undefined, (query) =>
      query.where(sql<boolean>`(subject_id = any(${[...(ids ?? [])]}::text[]) or detail::text ~ ${(ids ?? []).join('|') || '^$'})`),
    )
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .$if(range !== undefined, (query) => query.where('seq', '>=', range?.first ?? 0).where('seq', '<=', range?.last ?? 0))
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
}

/** `%` and `_` of a search are letters, not wildcards. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

export async function listActions(tx: Tx, institutionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('audit_event')
    .select('action')
    .distinct()
    .where('institution_id', '=', institutionId)
    .orderBy('action')
    .execute()
  return rows.map((row) => row.action)
}

/** Whoever has this name or employee number, former staff included. */
export function findPeople(tx: Tx, institutionId: string, word: string) {
  return tx
    .selectFrom('person')
    .select(['person_id', 'name', 'employee_no'])
    .where('institution_id', '=', institutionId)
    .where((on) => on.or([on('name', '=', word), on('employee_no', '=', word)]))
    .orderBy('employee_no')
    .execute()
}

export async function namesOf(tx: Tx, institutionId: string, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('institution_id', '=', institutionId)
    .where('person_id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** Whether an account has done this since the day. */
export async function hasActed(
  tx: Tx,
  institutionId: string,
  { action, accountId, since }: { readonly action: string; readonly accountId: string; readonly since: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('audit_event')
    .select('seq')
    .where('institution_id', '=', institutionId)
    .where('action', '=', action)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`at >= ${since}::date - 1`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type ChainHead = { readonly no: number; readonly hash: string }

/** The newest event: whoever keeps its number and hash can tell later whether anything before it was changed. */
export async function readChainHead(tx: Tx, institutionId: string): Promise<ChainHead | null> {
  const row = await tx
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .where('institution_id', '=', institutionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { no: Number(row.seq), hash: row.hash } : null
}

export type RecordSum = {
  readonly action: string
  readonly count: number
  readonly firstNo: number
  readonly lastNo: number
  readonly first: Date
  readonly last: Date
  /** Up to three of those who acted, and how many they are. */
  readonly actors: readonly string[]
  readonly actorCount: number
}

/** What the trail holds of these acts on these subjects, act by act. */
export async function sumRecords(
  tx: Tx,
  institutionId: string,
  asked: {
    readonly actions: readonly string[]
    readonly subjectIds: readonly string[]
    /** Only statements of this condition of a cycle. */
    readonly guard?: string
  },
): Promise<RecordSum[]> {
  const { actions, subjectIds, guard } = asked
  if (actions.length === 0 || subjectIds.length === 0) return []
  const rows = await tx
    .selectFrom('audit_event')
    .select(({ fn }) => [
      'action',
      fn.countAll<string>().as('count'),
      fn.min('seq').as('first_no'),
      fn.max('seq').as('last_no'),
      fn.min('at').as('first'),
      fn.max('at').as('last'),
      sql<string[]>`(array_agg(distinct actor_name))[1:3]`.as('actors'),
      sql<string>`count(distinct actor_name)`.as('actor_count'),
    ])
    .where('institution_id', '=', institutionId)
    .where('action', 'in', [...actions])
    .where(sql<boolean>`subject_id = any(${[...subjectIds]}::text[])`)
    .$if(guard !== undefined, (query) => query.where(sql<boolean>`detail ->> 'guard' = ${guard ?? ''}`))
    .groupBy('action')
    .execute()
  return rows.map((row) => ({
    action: row.action,
    count: Number(row.count),
    firstNo: Number(row.first_no),
    lastNo: Number(row.last_no),
    first: row.first,
    last: row.last,
    actors: row.actors,
    actorCount: Number(row.actor_count),
  }))
}
