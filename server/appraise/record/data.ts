import type { Tx } from '../../platform/database/database.ts'

/** Sanctions with the name of the person, newest first. */
export function listSanctions(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('sanction')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'sanction.institution_id').onRef('person.person_id', '=', 'sanction.person_id'),
    )
    .selectAll('sanction')
    .select(['person.name', 'person.employee_no'])
    .where('sanction.institution_id', '=', institutionId)
    .orderBy('decided_on', 'desc')
    .orderBy('sanction_id')
    .execute()
}

export function listInvestigations(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('investigation')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'investigation.institution_id').onRef('person.person_id', '=', 'investigation.person_id'),
    )
    .selectAll('investigation')
    .select(['person.name', 'person.employee_no'])
    .where('investigation.institution_id', '=', institutionId)
    .orderBy('opened_on', 'desc')
    .orderBy('investigation_id')
    .execute()
}

type NewSanction = {
  institutionId: string
  sanctionId: string
  personId: string
  kind: string
  decidedOn: string
  inForceUntil: string | null
  document: string
  by: string
  at: Date
}

export async function insertSanction(tx: Tx, given: NewSanction): Promise<void> {
  await tx
    .insertInto('sanction')
    .values({
      institution_id: given.institutionId,
      sanction_id: given.sanctionId,
      person_id: given.personId,
      kind: given.kind,
      decided_on: given.decidedOn,
      in_force_until: given.inForceUntil,
      document: given.document,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute()
}

/** The person whose sanction it was; undefined: there is none in force by that id. */
export async function setLifted(tx: Tx, given: { institutionId: string; sanctionId: string; on: string }): Promise<string | undefined> {
  const row = await tx
    .updateTable('sanction')
    .set({ lifted_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('sanction_id', '=', given.sanctionId)
    .where('lifted_on', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

type NewInvestigation = {
  institutionId: string
  investigationId: string
  personId: string
  openedOn: string
  document: string
  by: string
  at: Date
}

/** False: there is an open case of this person already. */
export async function insertInvestigation(tx: Tx, given: NewInvestigation): Promise<boolean> {
  const row = await tx
    .insertInto('investigation')
    .values({
      institution_id: given.institutionId,
      investigation_id: given.investigationId,
      person_id: given.personId,
      opened_on: given.openedOn,
      document: given.document,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .onConflict((on) => on.doNothing())
    .returning('investigation_id')
    .executeTakeFirst()
  return row !== undefined
}

export function findInvestigation(tx: Tx, institutionId: string, investigationId: string) {
  return tx
    .selectFrom('investigation')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('investigation_id', '=', investigationId)
    .forUpdate()
    .executeTakeFirst()
}

export async function setInvestigationClosed(
  tx: Tx,
  given: { institutionId: string; investigationId: string; on: string; sanctionId: string | null },
): Promise<void> {
  await tx
    .updateTable('investigation')
    .set({ closed_on: given.on, sanction_id: given.sanctionId })
    .where('institution_id', '=', given.institutionId)
    .where('investigation_id', '=', given.investigationId)
    .execute()
}
