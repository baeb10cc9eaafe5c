import { phaseOfStage } from '@milepost/appraisal/cycleStages'
import { mayCancel, mayPause } from '@milepost/appraisal/cycleStates'
import { DONE } from '@milepost/contract/fields'
import { holdCycle, readHolds } from '@milepost/contract/institution/cycles'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { type Cycle, findCycle } from './data.ts'
import { listHolds, saveHold } from './holdData.ts'

const phaseOf = (cycle: Cycle) => phaseOfStage[cycle.stage]
const isOpenTo = (cycle: Cycle, act: 'paused' | 'resumed' | 'cancelled'): boolean => {
  if (act === 'resumed') return cycle.hold === 'paused'
  if (cycle.hold === 'cancelled') return false
  return act === 'paused' ? cycle.hold === 'none' && mayPause(phaseOf(cycle)) : mayCancel(phaseOf(cycle))
}

async function known(tx: Tx, institutionId: string, cycleId: string): Promise<Cycle> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  return cycle
}

/** By a leader, with a reason that stays. A paused cycle goes on where it stood; a cancelled one keeps what it holds, takes nothing more, and frees its year. */
export const holdCycleRoute = serve(holdCycle, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const cycle = await known(tx, institutionId, input.cycleId)
    const { act, reason } = input
    if (!isOpenTo(cycle, act)) throw new Refusal('cycle-hold-not-open')
    const to = act === 'resumed' ? 'none' : act
    const moved = await saveHold(tx, { institutionId, cycleId: cycle.cycleId, from: cycle.hold, to, act, reason, by: actor.name, at: now })
    if (!moved) throw new Refusal('changed-meanwhile')
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { act, reason, stage: cycle.stage } })
    return DONE
  },
})

export const readHoldsRoute = serve(readHolds, {
  run: async ({ tx, institutionId, input }) => {
    const cycle = await known(tx, institutionId, input.cycleId)
    return {
      holds: (await listHolds(tx, institutionId, cycle.cycleId)).map(({ act, reason, by, at }) => ({
        act,
        reason,
        by,
        at: at.toISOString(),
      })),
      mayPause: isOpenTo(cycle, 'paused'),
      mayCancel: isOpenTo(cycle, 'cancelled'),
    }
  },
})
