import type { Actor } from '@milepost/access/actor'
import { type Cycle, listPeople, type Person, readHeads } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { CheckIn } from './data.ts'
import { type MidYearState, midYearOf, midYearState } from './midYear.ts'
import { countsIn, quarterOf } from './quarter.ts'

export type Mine = {
  readonly person: Person
  readonly checkIns: readonly CheckIn[]
  readonly dueThisQuarter: boolean
  readonly midYear: MidYearState
}

/** The people this actor answers for today: those whose head the actor is. */
export async function readMyPeople(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<Person[]> {
  if (actor.personId === null || actor.headedUnitIds.length === 0) return []
  const heads = await readHeads(tx, institutionId, today)
  return (await listPeople(tx, institutionId, today)).filter((person) => heads.headOf(person)?.personId === actor.personId)
}

export function withCheckIns(
  cycle: Pick<Cycle, 'midYearBy'> | null,
  people: readonly Person[],
  checkIns: readonly CheckIn[],
  today: string,
): Mine[] {
  const quarter = quarterOf(today)
  return people.map((person) => {
    const own = checkIns.filter((one) => one.personId === person.personId)
    const midYear = midYearState(cycle, person, midYearOf(own, person.personId), today)
    return { person, checkIns: own, dueThisQuarter: !own.some((one) => countsIn(quarter, one)), midYear }
  })
}
