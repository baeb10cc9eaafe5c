import type { Tx } from '../database/database.ts'

/** Who last changed this record, as the trail has it. null: nobody did. */
export async function lastActOn(tx: Tx, institutionId: string, subjectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('audit_event')
    .select('actor_name')
    .where('institution_id', '=', institutionId)
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.actor_name ?? null
}
