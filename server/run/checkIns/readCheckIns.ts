import { Refusal } from '@milepost/contract/refusals'
import { readCheckIns, readCheckInsOf } from '@milepost/contract/run/checkIns'
import { currentCycle, listUnits, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { readHolderNames } from '../scoring/readDue.ts'
import { checkInView } from './checkInView.ts'
import { listCheckIns } from './data.ts'
import { readMyPeople, withCheckIns } from './people.ts'
import { quarterOf } from './quarter.ts'

const ALWAYS = { startsOn: '0001-01-01', endsOn: '9999-12-31' }

/** What a person sees of check-ins: those held with them, and, for a head, the people still to be talked with. */
export const readCheckInsRoute = serve(readCheckIns, {
  run: async ({ tx, institutionId, actor, today }) => {
    const cycle = await currentCycle(tx, institutionId, today)
    const names = await readHolderNames(tx, institutionId, ALWAYS)
    const people = await readMyPeople(tx, institutionId, actor, today)
    const ofCycle = cycle ? await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId }) : []
    const withMe = actor.personId === null ? [] : await listCheckIns(tx, institutionId, { personId: actor.personId })
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const { code, endsOn } = quarterOf(today)
    return {
      cycle: cycle ? { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name } } : null,
      quarter: { code, endsOn },
      withMe: withMe.map((one) => checkInView(one, names)),
      people: withCheckIns(people, ofCycle, today).map(({ person, checkIns, dueThisQuarter }) => ({
        personId: person.personId,
        name: { zh: person.name, en: person.nameEn || person.name },
        unit: { ...(units.get(person.unitId) ?? { zh: '', en: '' }) },
        post: { ...person.post.title },
        checkIns: checkIns.length,
        lastHeldOn: checkIns[0]?.heldOn ?? null,
        unconfirmed: checkIns.filter((one) => one.confirmedByPersonAt === null).length,
        dueThisQuarter,
      })),
    }
  },
})

export const readCheckInsOfRoute = serve(readCheckInsOf, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input }) => {
    const names = await readHolderNames(tx, institutionId, ALWAYS)
    const { name } = names({ kind: 'person', personId: input.personId })
    if (name.zh === '') throw new Refusal('not-found')
    const checkIns = await listCheckIns(tx, institutionId, { personId: input.personId })
    return { person: { personId: input.personId, name: { ...name } }, checkIns: checkIns.map((one) => checkInView(one, names)) }
  },
})
