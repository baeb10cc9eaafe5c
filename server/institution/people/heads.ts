import type { Tx } from '../../platform/database/database.ts'
import { listUnits, type Unit } from '../units/data.ts'
import { type Assignment, type Days, type Headship, listHeadPeople, listHeadPeopleDuring, listHeadships, type Person } from './data.ts'

type Placed = { readonly personId: string; readonly unitId: string }

/** Who answers for whom: the head of the person's unit; for the head himself, or where a unit has none, the head of the unit above. */
export type Heads = {
  /** null: nobody stands above this person. */
  readonly headOf: (person: Placed) => Person | null
  /** The head of the unit itself; null while the place is vacant. */
  readonly headOfUnit: (unitId: string) => Person | null
}

/** One answer for a whole institution: three lists are read, however many people are asked about. */
export async function readHeads(tx: Tx, institutionId: string, on: string): Promise<Heads> {
  const units = await listUnits(tx, institutionId)
  const people = await listHeadPeople(tx, institutionId, on)
  return headsAmong({ units, people, headships: await listHeadships(tx, institutionId, on) })
}

/** The units this person is the head of on the day; for most people one query says that there is none. */
export async function unitsHeadedBy(tx: Tx, institutionId: string, personId: string, on: string): Promise<string[]> {
  const headships = await listHeadships(tx, institutionId, on)
  const own = headships.filter((one) => one.personId === personId).map(({ unitId }) => unitId)
  if (own.length === 0) return []
  const heads = headsAmong({ units: [], people: await listHeadPeople(tx, institutionId, on), headships })
  return own.filter((unitId) => heads.headOfUnit(unitId)?.personId === personId)
}

/** One answer for each of some days: two lists are read, however many days are asked about. `posts` are all posts of heads held in the time. */
export async function readHeadsOn(
  tx: Tx,
  institutionId: string,
  { days, within, posts }: { readonly days: readonly string[]; readonly within: Days; readonly posts: readonly Assignment[] },
): Promise<Heads[]> {
  const units = await listUnits(tx, institutionId)
  const known = await listHeadPeopleDuring(tx, institutionId, within)
  return days.map((on) =>
    headsAmong({
      units,
      people: known.filter((one) => one.joinedOn <= on && (one.leftOn === null || one.leftOn >= on)),
      headships: posts.filter((one) => one.isHead && one.validFrom <= on && (one.validTo === null || one.validTo >= on)),
    }),
  )
}

/** The one who answers for this person on the day, or null at the top. */
export async function findHeadOf(tx: Tx, institutionId: string, person: Placed, on: string): Promise<Person | null> {
  return (await readHeads(tx, institutionId, on)).headOf(person)
}

export function headsAmong(given: { units: readonly Unit[]; people: readonly Person[]; headships: readonly Headship[] }): Heads {
  const parentOf = new Map(given.units.map((unit) => [unit.unitId, unit.parentUnitId]))
  const people = new Map(given.people.map((person) => [person.personId, person]))
  const heads = new Map<string, Person>()
  for (const { unitId, personId } of given.headships) {
    const person = people.get(personId)
    if (person && !heads.has(unitId)) heads.set(unitId, person)
  }
  return {
    headOfUnit: (unitId) => heads.get(unitId) ?? null,
    headOf: (person) => {
      for (let at: string | null = person.unitId; at !== null; at = parentOf.get(at) ?? null) {
        const head = heads.get(at)
        if (head && head.personId !== person.personId) return head
      }
      return null
    },
  }
}
