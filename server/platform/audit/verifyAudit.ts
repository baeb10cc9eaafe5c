import type { Tx } from '../database/database.ts'
import { CHAIN_START, chainHash } from './appendAudit.ts'

export type ChainVerdict =
  | { readonly intact: true; readonly events: number; readonly head: string }
  | { readonly intact: false; readonly firstBrokenSeq: number; readonly because: 'gap' | 'previous-hash' | 'content' | 'head' }

/** Recomputes the whole chain and names the first broken link. */
export async function verifyAudit(tx: Tx, institutionId: string): Promise<ChainVerdict> {
  const events = await tx.selectFrom('audit_event').selectAll().where('institution_id', '=', institutionId).orderBy('seq').execute()
  let previous = CHAIN_START
  let expected = 1
  for (const event of events) {
    const seq = Number(event.seq)
    if (seq !== expected) return { intact: false, firstBrokenSeq: expected, because: 'gap' }
    if (event.prev_hash !== previous) return { intact: false, firstBrokenSeq: seq, because: 'previous-hash' }
    const hash = chainHash(previous, {
      seq,
      at: event.at.toISOString(),
      accountId: event.account_id,
      actorName: event.actor_name,
      action: event.action,
      subjectKind: event.subject_kind,
      subjectId: event.subject_id,
      detail: event.detail,
    })
    if (hash !== event.hash) return { intact: false, firstBrokenSeq: seq, because: 'content' }
    previous = hash
    expected += 1
  }
  const head = await tx.selectFrom('audit_head').select(['seq', 'hash']).where('institution_id', '=', institutionId).executeTakeFirst()
  const headed = head ? Number(head.seq) === expected - 1 && head.hash === previous : events.length === 0
  if (!headed) return { intact: false, firstBrokenSeq: expected, because: 'head' }
  return { intact: true, events: events.length, head: previous }
}
