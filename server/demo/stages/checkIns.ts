import { readCascade } from '@milepost/contract/design/cascade'
import { readScorecard } from '@milepost/contract/design/scorecard'
import { confirmCheckIn, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { TALKS } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'

/** Heads talk with their people and write it down; the person confirms, or has not yet. */
export async function checkIn(scene: Scene, given: { cycleId: string; day: string; share: number; confirmed: number }): Promise<void> {
  scene.clock.moveTo(given.day, '14:00')
  const { scorecard } = await scene.act(CAST.office, readScorecard, { cycleId: given.cycleId })
  const { people } = await scene.act(CAST.office, readCascade, { scorecardId: scorecard?.scorecardId ?? '' })
  const chance = chanceOf(`check-ins/${given.day}`)
  let held = 0
  for (const { personId, employeeNo, leader } of people) {
    const shown = employeeNo === CAST.engineer || employeeNo === CAST.worker
    if (leader || !(shown || chance.often(given.share))) continue
    const { checkInId } = await scene.act(superiorOf(employeeNo), recordCheckIn, { personId, heldOn: given.day, ...chance.pick(TALKS) })
    held += 1
    if (chance.often(given.confirmed)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
  }
  scene.say({ zh: `过程辅导：${given.day} 前后谈话 ${held} 次`, en: `Check-ins: ${held} talks around ${given.day}` })
}
