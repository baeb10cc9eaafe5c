import { readPeople } from '@milepost/contract/institution/people'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { TALKS } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'

/** Heads talk with their people and write it down; the person confirms, or has not yet. */
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
