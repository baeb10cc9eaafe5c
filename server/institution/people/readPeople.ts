import type { Actor } from '@milepost/access/actor'
import { readPeople } from '@milepost/contract/institution/people'
import type { Bilingual } from '@milepost/terms/bilingual'
import { serve } from '../../platform/http/serve.ts'
import { listUnits } from '../units/data.ts'
import { unitsBelow } from '../units/withBelow.ts'
import { listPeople, listPeopleDuring, type Person } from './data.ts'
import { isFoundBy } from './search.ts'

/** Offices that see the whole institution; a unit head sees the units below. */
const SEES_ALL = ['performance-office', 'leader', 'discipline', 'system-admin'] as const

export const readPeopleRoute = serve(readPeople, {
  run: async ({ tx, institutionId, actor, input, today }) => {
    const units = await listUnits(tx, institutionId)
    const everybody =
      input.left === 'with'
        ? await listPeopleDuring(tx, institutionId, { from: '0001-01-01', to: today })
        : await listPeople(tx, institutionId, today)
    const within = input.unitId === undefined ? null : unitsBelow(units, input.unitId)
    const people = everybody.filter(
      (person) =>
        isSeenBy(actor, person) &&
        (within === null || within.has(person.unitId)) &&
        (input.postClass === undefined || person.post.postClass === input.postClass) &&
        (input.search === undefined || isFoundBy(input.search, person)),
    )
    const names = new Map(units.map((unit) => [unit.unitId, unit.name]))
    return { people: people.map((person) => personRowOf(person, names)) }
  },
})

const isSeenBy = (actor: Actor, person: Person) =>
  SEES_ALL.some((role) => actor.roles.includes(role)) || actor.headedUnitIds.includes(person.unitId)

export function personRowOf(person: Person, unitNames: ReadonlyMap<string, Bilingual>) {
  return {
    personId: person.personId,
    employeeNo: person.employeeNo,
    name: person.name,
    nameEn: person.nameEn,
    nameKey: person.nameKey,
    unit: { unitId: person.unitId, name: unitNames.get(person.unitId) ?? { zh: '', en: '' } },
    post: { title: person.post.title, postClass: person.post.postClass },
    isHead: person.isHead,
    track: person.track,
    establishment: person.establishment,
    joinedOn: person.joinedOn,
    leftOn: person.leftOn,
  }
}
