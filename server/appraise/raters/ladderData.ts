import type { Tx } from '../../platform/database/database.ts'

export type Escalation = {
  readonly raterPersonId: string
  readonly rung: 'superior' | 'committee'
  readonly dueOn: string
  readonly on: string
  readonly toldPersonId: string | null
  readonly waiting: number
}

/** The day by which raters rate; null: none is set. */
export async function findDue(tx: Tx, institutionId: string, cycleId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('rating_round')
    .select('due_on')
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .executeTakeFirst()
  return row?.due_on ?? null
}

export async function saveDue(tx: Tx, given: { institutionId: string; cycleId: string; dueOn: string; by: string }): Promise<void> {
  const what = { due_on: given.dueOn, set_by: given.by }
  await tx
    .insertInto('rating_round')
    .values({ institution_id: given.institutionId, cycle_id: given.cycleId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'cycle_id']).doUpdateSet(what))
    .execute()
}

export async function listEscalations(tx: Tx, institutionId: string, cycleId: string): Promise<Escalation[]> {
  const rows = await tx
    .selectFrom('rater_escalation')
    .selectAll()
    .$narrowType<{ rung: Escalation['rung'] }>()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('escalated_on')
    .orderBy('rung', 'desc')
    .execute()
  return rows.map((row) => ({
    raterPersonId: row.rater_person_id,
    rung: row.rung,
    dueOn: row.due_on,
    on: row.escalated_on,
    toldPersonId: row.told_person_id,
    waiting: row.waiting,
  }))
}

export async function saveEscalations(
  tx: Tx,
  given: { institutionId: string; cycleId: string; escalations: readonly Escalation[] },
): Promise<void> {
  if (given.escalations.length === 0) return
  await tx
    .insertInto('rater_escalation')
    .values(
      given.escalations.map((one) => ({
        institution_id: given.institutionId,
        cycle_id: given.cycleId,
        rater_person_id: one.raterPersonId,
        rung: one.rung,
        due_on: one.dueOn,
        escalated_on: one.on,
        told_person_id: one.toldPersonId,
        waiting: one.waiting,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}
