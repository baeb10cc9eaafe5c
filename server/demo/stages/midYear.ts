import { readPeople } from '@milepost/contract/institution/people'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { MID_YEARS } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'

/** Half the year is over: heads look at the plan with their people, one unit before the other; `waiting` have not confirmed yet. */
export async function reviewMidYear(
  scene: Scene,
  given: { day: string; share: number; confirmed: number; waiting?: readonly string[] },
): Promise<void> {
  scene.clock.moveTo(given.day, '15:00')
  const { people } = await scene.act(CAST.office, readPeople, {})
  const chance = chanceOf(`mid-year/${given.day}`)
  // the units whose heads the demo shows have held all of theirs
  const whole = new Set([superiorOf(CAST.engineer), superiorOf(CAST.worker)])
  let held = 0
  for (const { personId, employeeNo, track } of people) {
    const shown = whole.has(employeeNo) || employeeNo === CAST.office || (track !== 'leader' && whole.has(superiorOf(employeeNo)))
    if (track === 'leader' || !(chance.often(given.share) || shown)) continue
    const said = { kind: 'mid-year' as const, personId, heldOn: given.day, ...chance.pick(MID_YEARS) }
    const { checkInId } = await scene.act(superiorOf(employeeNo), recordCheckIn, said)
    held += 1
    if (chance.often(given.confirmed) && !given.waiting?.includes(employeeNo)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
  }
  scene.say({ zh: `年中回顾：${given.day} 前后办 ${held} 人`, en: `Mid-year reviews: ${held} held around ${given.day}` })
}
