import { readPeople } from '@milepost/contract/institution/people'
import { confirmCheckIn, readMidYear, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { saidAtMidYear } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'
import { holdSittings } from './sittings.ts'

const CONFIRMED = 0.95

/** Half the year is over: heads look at the plan with their people, a few a day; `waiting` have not confirmed yet. */
export async function reviewMidYear(
  scene: Scene,
  given: { readonly cycleId: string; readonly day: string; readonly days: readonly string[]; readonly waiting?: readonly string[] },
): Promise<void> {
  const { cycleId, day, days } = given
  const staff = (await scene.act(CAST.office, readPeople, {})).people.filter(({ track }) => track !== 'leader')
  const personOf = new Map(staff.map((person) => [person.employeeNo, person]))
  // the units whose heads the demo shows have held all of theirs
  const whole = new Set([superiorOf(CAST.engineer), superiorOf(CAST.worker)])
  const mustHold = (employeeNo: string) => whole.has(employeeNo) || employeeNo === CAST.office || whole.has(superiorOf(employeeNo))
  await holdSittings(
    scene,
    { round: 'mid-year', day, days, mustHold },
    {
      employeeNos: [...personOf.keys()],
      hold: async ({ employeeNo, head, chance }) => {
        const person = personOf.get(employeeNo)
        if (!person) return
        const said = saidAtMidYear(chance, { onTheRoad: person.post.postClass === 'skilled-worker' })
        const talk = { kind: 'mid-year' as const, personId: person.personId, heldOn: day, ...said }
        const { checkInId } = await scene.act(head, recordCheckIn, talk)
        if (chance.often(CONFIRMED) && !given.waiting?.includes(employeeNo)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
      },
    },
  )
  if (day !== days.at(-1)) return
  const owing = (await scene.act(CAST.office, readMidYear, { cycleId })).people
  const held = owing.filter(({ heldOn }) => heldOn !== null).length
  scene.say({ zh: `年中回顾：${owing.length} 人中 ${held} 人已办`, en: `Mid-year reviews: ${held} of ${owing.length} held` })
}
