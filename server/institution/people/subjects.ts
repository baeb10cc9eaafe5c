import type { CardSubject, PersonSubject } from '@milepost/access/subjects'
import type { Tx } from '../../platform/database/database.ts'
import { findPerson } from './data.ts'

/** For record rules: the person and the unit they stand in on the day. */
export async function personSubject(tx: Tx, institutionId: string, personId: string, on: string): Promise<PersonSubject | null> {
  const person = await findPerson(tx, institutionId, personId, on)
  return person && { personId, unitId: person.unitId }
}

/** For record rules on things that belong to a unit, not to a person. */
export async function unitSubject(tx: Tx, institutionId: string, unitId: string): Promise<CardSubject | null> {
  const unit = await tx
    .selectFrom('unit')
    .select('unit_id')
    .where('institution_id', '=', institutionId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return unit ? { personId: null, unitId: unit.unit_id } : null
}
