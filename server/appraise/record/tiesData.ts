import type { InterestTie } from '@milepost/appraisal/committee'
import type { Tx } from '../../platform/database/database.ts'

/** Ties that hold, with both names. */
export function listTies(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('interest_tie')
    .innerJoin('person as one', (join) =>
      join.onRef('one.institution_id', '=', 'interest_tie.institution_id').onRef('one.person_id', '=', 'interest_tie.person_id'),
    )
    .innerJoin('person as other', (join) =>
      join.onRef('other.institution_id', '=', 'interest_tie.institution_id').onRef('other.person_id', '=', 'interest_tie.other_person_id'),
    )
    .selectAll('interest_tie')
    .select(['one.name as name', 'other.name as other_name'])
    .where('interest_tie.institution_id', '=', institutionId)
    .where('ended_on', 'is', null)
    .orderBy('one.name_key')
    .orderBy('other.name_key')
    .execute()
}

/** Ties as the engine takes them. */
export async function tiesInForce(tx: Tx, institutionId: string): Promise<InterestTie[]> {
  const rows = await tx
    .selectFrom('interest_tie')
    .select(['person_id', 'other_person_id'])
    .where('institution_id', '=', institutionId)
    .where('ended_on', 'is', null)
    .execute()
  return rows.map((row) => ({ person: row.person_id, with: row.other_person_id }))
}

export const areTied = (ties: readonly InterestTie[], one: string, other: string): boolean =>
  ties.some((tie) => (tie.person === one && tie.with === other) || (tie.person === other && tie.with === one))

type NewTie = {
  institutionId: string
  tieId: string
  personId: string
  otherPersonId: string
  kind: string
  by: string
  accountId: string | null
  on: string
}

/** False: the tie is known already, whichever of the two it was declared for. */
export async function insertTie(tx: Tx, given: NewTie): Promise<boolean> {
  const row = await tx
    .insertInto('interest_tie')
    .values({
      institution_id: given.institutionId,
      tie_id: given.tieId,
      person_id: given.personId,
      other_person_id: given.otherPersonId,
      kind: given.kind,
      declared_by: given.by,
      declared_by_account_id: given.accountId,
      declared_on: given.on,
    })
    .onConflict((on) => on.doNothing())
    .returning('tie_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setTieEnded(tx: Tx, given: { institutionId: string; tieId: string; on: string }): Promise<boolean> {
  const row = await tx
    .updateTable('interest_tie')
    .set({ ended_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('tie_id', '=', given.tieId)
    .where('ended_on', 'is', null)
    .returning('tie_id')
    .executeTakeFirst()
  return row !== undefined
}
