import type { Tx } from '../../platform/database/database.ts'

export type Cleared = {
  readonly sign: string
  readonly personId: string
  readonly otherPersonId: string
  readonly reason: string
  readonly by: string
}

export async function listCleared(tx: Tx, institutionId: string, cycleId: string): Promise<Cleared[]> {
  const rows = await tx
    .selectFrom('conflict_cleared')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .execute()
  return rows.map((row) => ({
    sign: row.sign,
    personId: row.person_id,
    otherPersonId: row.other_person_id,
    reason: row.reason,
    by: row.cleared_by,
  }))
}

export async function saveCleared(tx: Tx, given: Cleared & { institutionId: string; cycleId: string; at: Date }): Promise<void> {
  await tx
    .insertInto('conflict_cleared')
    .values({
      institution_id: given.institutionId,
      cycle_id: given.cycleId,
      sign: given.sign,
      person_id: given.personId,
      other_person_id: given.otherPersonId,
      reason: given.reason,
      cleared_by: given.by,
      cleared_at: given.at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
