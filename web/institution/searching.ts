import { readPeople } from '@milepost/contract/institution/people'
import { readUnits } from '@milepost/contract/institution/units'
import { call } from '../platform/call.ts'
import type { Found } from '../platform/house.tsx'

const AT_MOST = 8

export async function findPeople(words: string): Promise<readonly Found[]> {
  const { people } = await call(readPeople, { search: words })
  return people.slice(0, AT_MOST).map((person) => ({
    key: person.personId,
    text: { zh: person.name, en: person.nameEn },
    note: {
      zh: `${person.employeeNo} ${person.unit.name.zh}`,
      en: `${person.employeeNo} ${person.unit.name.en || person.unit.name.zh}`,
    },
    href: `/institution/people/${person.personId}`,
  }))
}

export async function findUnits(words: string): Promise<readonly Found[]> {
  const wanted = words.trim().toLowerCase()
  const { units } = await call(readUnits, {})
  return units
    .filter(({ name, code }) => [name.zh, name.en, code].some((text) => text.toLowerCase().includes(wanted)))
    .slice(0, AT_MOST)
    .map((unit) => ({ key: unit.unitId, text: unit.name, href: `/institution/people?unit=${unit.unitId}` }))
}
