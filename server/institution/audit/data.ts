import type { Tx } from '../../platform/database/database.ts'

export type TrailFilter = {
  readonly action?: string | undefined
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly before?: number | undefined
}

/** Newest first; one more than asked for tells whether there are older ones. */
export function listEvents(tx: Tx, institutionId: string, filter: TrailFilter, most: number) {
  const { action, actor, subject, before } = filter
  return tx
    .selectFrom('audit_event')
    .select(['seq', 'at', 'account_id', 'actor_name', 'action', 'subject_kind', 'subject_id', 'detail', 'hash'])
    .where('institution_id', '=', institutionId)
    .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
    .$if(actor !== undefined, (query) => query.where('actor_name', 'ilike', `%${literal(actor ?? '')}%`))
    .$if(subject !== undefined, (query) =>
      query.where((on) => on.or([on('subject_kind', '=', subject ?? ''), on('subject_id', '=', subject ?? '')])),
    )
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
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
