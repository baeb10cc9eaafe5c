import { readPeople } from '@milepost/contract/institution/people'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { saidInTalk, TALKS } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'
import { holdSittings } from './sittings.ts'

/** In the first year few heads talk with their people before its end, and several write the same words. */
export async function checkIn(
  scene: Scene,
  given: { day: string; share: number; confirmed: number; waiting?: readonly string[]; talked?: Set<string> },
): Promise<void> {
  scene.clock.moveTo(given.day, '14:00')
  const { people } = await scene.act(CAST.office, readPeople, {})
  const chance = chanceOf(`check-ins/${given.day}`)
  let held = 0
  for (const { personId, employeeNo, track } of people) {
    const shown = employeeNo === CAST.engineer || employeeNo === CAST.worker
    if (track === 'leader' || !(shown || chance.often(given.share))) continue
    // the last round of a year is for those nobody has talked with
    if (given.share === 1 && given.talked?.has(personId)) continue
    const { checkInId } = await scene.act(superiorOf(employeeNo), recordCheckIn, { personId, heldOn: given.day, ...chance.pick(TALKS) })
    held += 1
    given.talked?.add(personId)
    if (chance.often(given.confirmed) && !given.waiting?.includes(employeeNo)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
  }
  scene.say({ zh: `过程辅导：${given.day} 前后谈话 ${held} 次`, en: `Check-ins: ${held} talks around ${given.day}` })
}

const CONFIRMED = 0.95

/** In the second year a quarter's talks are spread over a week and written down one by one; `waiting` have not confirmed yet. */
export async function talkOver(
  scene: Scene,
  { days, waiting = [] }: { readonly days: readonly string[]; readonly waiting?: readonly string[] },
): Promise<void> {
  const staff = (await scene.act(CAST.office, readPeople, {})).people.filter(({ track }) => track !== 'leader')
  const personOf = new Map(staff.map((person) => [person.employeeNo, person]))
  const mustHold = (employeeNo: string) => employeeNo === CAST.engineer || employeeNo === CAST.worker
  let held = 0
  for (const day of days)
    await holdSittings(
      scene,
      { round: 'check-ins', day, days, mustHold },
      {
        employeeNos: [...personOf.keys()],
        hold: async ({ employeeNo, head, chance }) => {
          const person = personOf.get(employeeNo)
          if (!person) return
          const said = saidInTalk(chance, { onTheRoad: person.post.postClass === 'skilled-worker' })
          const { checkInId } = await scene.act(head, recordCheckIn, { personId: person.personId, heldOn: day, ...said })
          held += 1
          if (chance.often(CONFIRMED) && !waiting.includes(employeeNo)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
        },
      },
    )
  scene.say({ zh: `过程辅导：${days[0]} 起一周谈话 ${held} 次`, en: `Check-ins: ${held} talks in the week of ${days[0]}` })
}
