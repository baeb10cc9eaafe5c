import { createHash } from 'node:crypto'
import type { Actor } from '@milepost/access/actor'
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { AuditSubject } from '../http/call.ts'
import { canonicalJson } from './canonicalJson.ts'

/** The hash before the first event. */
export const CHAIN_START = '0'.repeat(64)

type Event = {
  readonly institutionId: string
  readonly actor: Actor
  readonly now: Date
  readonly action: string
  readonly subject: AuditSubject
}

/** Appends one event to the institution's chain, in the transaction of the act itself. */
export async function appendAudit(tx: Tx, event: Event): Promise<void> {
  await sql`insert into audit_head (institution_id, seq, hash) values (${event.institutionId}, 0, ${CHAIN_START}) on conflict do nothing`.execute(
    tx,
  )
  const head = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('institution_id', '=', event.institutionId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const row = {
    seq: Number(head.seq) + 1,
    at: event.now.toISOString(),
    accountId: event.actor.accountId,
    actorName: event.actor.name,
    action: event.action,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    detail: event.subject.detail ?? {},
  }
  const hash = chainHash(head.hash, row)
  await tx
    .insertInto('audit_event')
    .values({
      institution_id: event.institutionId,
      seq: row.seq,
      at: row.at,
      account_id: row.accountId,
      actor_name: row.actorName,
      action: row.action,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      detail: JSON.stringify(row.detail),
      prev_hash: head.hash,
      hash,
    })
    .execute()
  await tx.updateTable('audit_head').set({ seq: row.seq, hash }).where('institution_id', '=', event.institutionId).execute()
}

/** hash = sha256(previous hash + canonical JSON of the event). */
export function chainHash(previous: string, event: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(previous).update(canonicalJson(event)).digest('hex')
}
