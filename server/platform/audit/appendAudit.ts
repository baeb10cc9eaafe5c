import { createHash } from 'node:crypto'
import type { Actor } from '@milepost/access/actor'
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

/** Appends one event to the institution's chain, in the transaction of the act itself. Two statements, since every act makes them. */
export async function appendAudit(tx: Tx, event: Event): Promise<void> {
  const head = await lockedHead(tx, event.institutionId)
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
    .with('moved', (on) => on.updateTable('audit_head').set({ seq: row.seq, hash }).where('institution_id', '=', event.institutionId))
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
}

/** The head of the chain, held until the transaction ends so that two acts stand one after the other; made at the first act. */
async function lockedHead(tx: Tx, institutionId: string): Promise<{ seq: string | number; hash: string }> {
  const head = await tx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('institution_id', '=', institutionId)
    .forUpdate()
    .executeTakeFirst()
  if (head) return head
  await tx
    .insertInto('audit_head')
    .values({ institution_id: institutionId, seq: 0, hash: CHAIN_START })
    .onConflict((on) => on.doNothing())
    .execute()
  return lockedHead(tx, institutionId)
}

/** hash = sha256(previous hash + canonical JSON of the event). */
export function chainHash(previous: string, event: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(previous).update(canonicalJson(event)).digest('hex')
}
