import { readPeople } from '@milepost/contract/institution/people'
import { confirmCheckIn, readMidYear, recordCheckIn } from '@milepost/contract/run/checkIns'
import { CAST } from '../cast.ts'
import { chanceOf } from '../chance.ts'
import { saidAtMidYear } from '../content/talks.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'

/** Most heads hold nearly all of theirs in time; one in ten is behind with more than half of the unit. */
const BEHIND = { heads: 0.1, held: 0.4 }
const HELD = 0.97
const CONFIRMED = 0.95
/** A head sits down twice a day, so that a few are held in each sitting. */
const SITTINGS = ['09:30', '16:00'] as const

/** Half the year is over: heads look at the plan with their people, a few a day; `waiting` have not confirmed yet. */
export async function reviewMidYear(
  scene: Scene,
  given: { readonly cycleId: string; readonly day: string; readonly days: readonly string[]; readonly waiting?: readonly string[] },
): Promise<void> {
  const { cycleId, day, days } = given
  const { people } = await scene.act(CAST.office, readPeople, {})
  // the units whose heads the demo shows have held all of theirs
  const whole = new Set([superiorOf(CAST.engineer), superiorOf(CAST.worker)])
  const isShown = (employeeNo: string) => whole.has(employeeNo) || employeeNo === CAST.office || whole.has(superiorOf(employeeNo))
  for (const [sitting, time] of SITTINGS.entries()) {
    scene.clock.moveTo(day, time)
    for (const { personId, employeeNo, track, post } of people) {
      if (track === 'leader') continue
      const head = superiorOf(employeeNo)
      const isBehind = chanceOf(`mid-year/${days[0]}/${head}`).often(BEHIND.heads)
      const chance = chanceOf(`mid-year/${days[0]}/${employeeNo}`)
      const [isHeld, at] = [chance.often(isBehind ? BEHIND.held : HELD), chance.whole(0, days.length * SITTINGS.length - 1)]
      if (at !== days.indexOf(day) * SITTINGS.length + sitting || !(isHeld || isShown(employeeNo))) continue
      const said = saidAtMidYear(chance, { onTheRoad: post.postClass === 'skilled-worker' })
      const { checkInId } = await scene.act(head, recordCheckIn, { kind: 'mid-year', personId, heldOn: day, ...said })
      if (chance.often(CONFIRMED) && !given.waiting?.includes(employeeNo)) await scene.act(employeeNo, confirmCheckIn, { checkInId })
    }
  }
  if (day !== days.at(-1)) return
  const owing = (await scene.act(CAST.office, readMidYear, { cycleId })).people
  const held = owing.filter(({ heldOn }) => heldOn !== null).length
  scene.say({ zh: `年中回顾：${owing.length} 人中 ${held} 人已办`, en: `Mid-year reviews: ${held} of ${owing.length} held` })
}
