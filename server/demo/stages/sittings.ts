import { type Chance, chanceOf } from '../chance.ts'
import type { Scene } from '../scene.ts'
import { superiorOf } from '../staff.ts'

/** Most heads hold nearly all talks of a round in time; one in ten is behind with more than half of the unit. */
const BEHIND = { heads: 0.1, held: 0.4 }
const HELD = 0.97
/** A head sits down twice a day, so that a few talks are held in each sitting. */
const SITTINGS = ['09:30', '16:00'] as const

type Talk = { readonly employeeNo: string; readonly head: string; readonly chance: Chance }

/** One day of a round of talks that is spread over some days, sitting by sitting. `mustHold`: those who are talked with whatever chance says. */
export async function holdSittings(
  scene: Scene,
  given: {
    readonly round: string
    readonly day: string
    readonly days: readonly string[]
    readonly mustHold: (employeeNo: string) => boolean
  },
  talk: { readonly employeeNos: readonly string[]; readonly hold: (talk: Talk) => Promise<void> },
): Promise<void> {
  const { round, day, days, mustHold } = given
  for (const [sitting, time] of SITTINGS.entries()) {
    scene.clock.moveTo(day, time)
    for (const employeeNo of talk.employeeNos) {
      const head = superiorOf(employeeNo)
      const isBehind = chanceOf(`${round}/${days[0]}/${head}`).often(BEHIND.heads)
      const chance = chanceOf(`${round}/${days[0]}/${employeeNo}`)
      const [isHeld, at] = [chance.often(isBehind ? BEHIND.held : HELD), chance.whole(0, days.length * SITTINGS.length - 1)]
      if (at === days.indexOf(day) * SITTINGS.length + sitting && (isHeld || mustHold(employeeNo)))
        await talk.hold({ employeeNo, head, chance })
    }
  }
}
