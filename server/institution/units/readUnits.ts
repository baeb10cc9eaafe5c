import { readUnits } from '@milepost/contract/institution/units'
import { serve } from '../../platform/http/serve.ts'
import { listHeadships, listPeople } from '../people/data.ts'
import { headsAmong } from '../people/heads.ts'
import { listUnits } from './data.ts'
import { withBelow } from './withBelow.ts'

/** The tree, with today's people counted and today's heads named. */
export const readUnitsRoute = serve(readUnits, {
  run: async ({ tx, institutionId, today }) => {
    const units = await listUnits(tx, institutionId)
    const people = await listPeople(tx, institutionId, today)
    const heads = headsAmong({ units, people, headships: await listHeadships(tx, institutionId, today) })
    const counts = new Map<string, number>()
    for (const { unitId } of people) counts.set(unitId, (counts.get(unitId) ?? 0) + 1)
    const totals = withBelow(units, counts)
    return {
      units: units.map((unit) => {
        const head = heads.headOfUnit(unit.unitId)
        return {
          ...unit,
          people: counts.get(unit.unitId) ?? 0,
          peopleWithBelow: totals.get(unit.unitId) ?? 0,
          head: head && { personId: head.personId, name: head.name, nameEn: head.nameEn },
        }
      }),
    }
  },
})
