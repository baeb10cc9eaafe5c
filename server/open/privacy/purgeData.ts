import type { RetentionKind } from '@milepost/contract/open/privacy'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

type Given = { readonly institutionId: string; readonly before: string }

/** What is due of each kind: ended before a day. Every one is a condition on its own table, counted and erased by the same words. */
const DUE: Record<RetentionKind, { table: string; where: (given: Given) => RawBuilder<unknown> }> = {
  sessions: { table: 'account_session', where: ({ before }) => sql`ends_at < ${before}::date` },
  feedback: { table: 'public_feedback', where: ({ before }) => sql`answered_on < ${before}::date and not shown` },
  requests: { table: 'correction_request', where: ({ before }) => sql`answered_at < ${before}::date` },
  'check-ins': { table: 'check_in', where: ofLeavers },
  absences: { table: 'absence', where: ofLeavers },
}

function ofLeavers({ institutionId, before }: Given): RawBuilder<unknown> {
  return sql`person_id in (select person_id from person where institution_id = ${institutionId} and left_on < ${before}::date)`
}

export async function countDue(tx: Tx, kind: RetentionKind, given: Given): Promise<number> {
  const { table, where } = DUE[kind]
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
    where institution_id = ${given.institutionId} and ${where(given)}`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function eraseDue(tx: Tx, kind: RetentionKind, given: Given): Promise<number> {
  const { table, where } = DUE[kind]
  const { numAffectedRows } = await sql`delete from ${sql.table(table)}
    where institution_id = ${given.institutionId} and ${where(given)}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export const listPurges = (tx: Tx, institutionId: string) =>
  tx.selectFrom('purge').selectAll().where('institution_id', '=', institutionId).orderBy('purged_at', 'desc').execute()

type Purged = {
  readonly purgeId: string
  readonly kind: RetentionKind
  readonly before: string
  readonly erased: number
  readonly reason: string
  readonly at: Date
  readonly by: string
}

export async function insertPurge(tx: Tx, institutionId: string, given: Purged): Promise<void> {
  await tx
    .insertInto('purge')
    .values({
      institution_id: institutionId,
      purge_id: given.purgeId,
      kind: given.kind,
      before_day: given.before,
      erased: given.erased,
      reason: given.reason,
      purged_at: given.at,
      purged_by: given.by,
    })
    .execute()
}
