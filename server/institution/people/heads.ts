import type { Tx } from '../../platform/database/database.ts'
import { listUnits, type Unit } from '../units/data.ts'
import { listAssignments, listPeople, type Person } from './data.ts'

/** Who answers for whom: the head of the person's unit; for the head himself, or where a unit has none, the head of the unit above. */
export type Heads = {
  /** null: nobody stands above this person. */
  readonly headOf: (person: { readonly personId: string; readonly unitId: string }) => Person | null
  /** The head of the unit itself; null while the place is vacant. */
  readonly headOfUnit: (unitId: string) => Person | null
}

/** One answer for a whole institution: two lists are read, however many people are asked about. */
export async function readHeads(tx: Tx, institutionId: string, on: string): Promise<Heads> {
  const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit]))
  const people = new Map((await listPeople(tx, institutionId, on)).map((person) => [person.personId, person]))
  const heads = new Map<string, Person>()
  for (const { unitId, personId, isHead } of await listAssignments(tx, institutionId, { from: on, to: on })) {
    const person = people.get(personId)
    if (isHead && person && !heads.has(unitId)) heads.set(unitId, person)
  }
  return {
    headOf: ({ personId, unitId }) => firstHeadUpwards(units, heads, { personId, unitId }),
    headOfUnit: (unitId) => heads.get(unitId) ?? null,
  }
}

/** The one who answers for this person on the day, or null at the top. */
export async function findHeadOf(
  tx: Tx,
  institutionId: string,
  person: { readonly personId: string; readonly unitId: string },
  on: string,
) {
  return (await readHeads(tx, institutionId, on)).headOf(person)
}

function firstHeadUpwards(
  units: ReadonlyMap<string, Unit>,
  heads: ReadonlyMap<string, Person>,
  person: { personId: string; unitId: string },
) {
  for (let at = units.get(person.unitId); at !== undefined; at = units.get(at.parentUnitId ?? '')) {
    const head = heads.get(at.unitId)
    if (head && head.personId !== person.personId) return head
  }
  return null
}
