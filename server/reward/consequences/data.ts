import type { Tx } from '../../platform/database/database.ts'

export type Act = {
  readonly personId: string
  readonly proposal: string
  readonly outcome: 'carried-out' | 'not-carried-out'
  readonly document: string
  readonly reason: string
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** The acts of a cycle, oldest first; of one person if asked. */
export async function listActs(tx: Tx, institutionId: string, cycleId: string, personId?: string): Promise<Act[]> {
  const rows = await tx
    .selectFrom('consequence_act')
    .select(['person_id', 'proposal', 'outcome', 'document', 'reason', 'recorded_at', 'recorded_by'])
    .$narrowType<{ outcome: Act['outcome'] }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    proposal: row.proposal,
    outcome: row.outcome,
    document: row.document,
    reason: row.reason,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}

export async function insertAct(
  tx: Tx,
  institutionId: string,
  given: Act & { readonly actId: string; readonly cycleId: string },
): Promise<void> {
  await tx
    .insertInto('consequence_act')
    .values({
      institution_id: institutionId,
      act_id: given.actId,
      cycle_id: given.cycleId,
      person_id: given.personId,
      proposal: given.proposal,
      outcome: given.outcome,
      document: given.document,
      reason: given.reason,
      recorded_at: given.recordedAt,
      recorded_by: given.recordedBy,
    })
    .execute()
}
