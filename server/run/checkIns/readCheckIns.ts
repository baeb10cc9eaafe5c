import { midYearOpens } from '@milepost/appraisal/midYear'
import { Refusal } from '@milepost/contract/refusals'
import { readCheckIns, readCheckInsOf } from '@milepost/contract/run/checkIns'
import { type Cycle, currentCycle, findHeadOf, findPerson, listCycles, listUnits, personSubject } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { readHolderNames } from '../scoring/readDue.ts'
import { checkInView } from './checkInView.ts'
import { type CheckIn, listCheckIns } from './data.ts'
import { midYearOf, midYearState } from './midYear.ts'
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
    const years = await readYears(tx, institutionId)
    const withMe = actor.personId === null ? [] : await listCheckIns(tx, institutionId, { personId: actor.personId })
    const units = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.name]))
    const { code, endsOn } = quarterOf(today)
    return {
      cycle: cycle ? { cycleId: cycle.cycleId, year: cycle.year, name: { ...cycle.name } } : null,
      midYear: await ownMidYear(tx, institutionId, { cycle, personId: actor.personId, withMe, today }),
      quarter: { code, endsOn },
      withMe: withMe.map((one) => checkInView(one, names, years)),
      people: withCheckIns(cycle, people, ofCycle, today).map(({ person, checkIns, dueThisQuarter, midYear }) => ({
        personId: person.personId,
        name: { zh: person.name, en: person.nameEn || person.name },
        unit: { ...(units.get(person.unitId) ?? { zh: '', en: '' }) },
        post: { ...person.post.title },
        checkIns: checkIns.length,
        lastHeldOn: checkIns[0]?.heldOn ?? null,
        unconfirmed: checkIns.filter((one) => one.confirmedByPersonAt === null).length,
        dueThisQuarter,
        midYear,
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
    const years = await readYears(tx, institutionId)
    return { person: { personId: input.personId, name: { ...name } }, checkIns: checkIns.map((one) => checkInView(one, names, years)) }
  },
})

const readYears = async (tx: Tx, institutionId: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await listCycles(tx, institutionId)).map(({ cycleId, year }) => [cycleId, year]))

/** The mid-year review of whoever asks: by when, and whether it is still to be held. */
async function ownMidYear(
  tx: Tx,
  institutionId: string,
  given: { readonly cycle: Cycle | null; readonly personId: string | null; readonly withMe: readonly CheckIn[]; readonly today: string },
) {
  const { cycle, personId, withMe, today } = given
  const by = cycle?.midYearBy ?? null
  if (!cycle || by === null || today < midYearOpens(by)) return null
  const person = personId === null ? null : await findPerson(tx, institutionId, personId, today)
  const ofCycle = withMe.filter((one) => one.cycleId === cycle.cycleId)
  const isOwing = person !== null && (await findHeadOf(tx, institutionId, person, today)) !== null
  const state = person && isOwing ? midYearState(cycle, person, midYearOf(ofCycle, person.personId), today) : 'none'
  return { by, mine: state === 'to-hold' || state === 'late' }
}
