import { CYCLE_STAGES } from '@milepost/contract/institution/cycles'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { isLate } from './amendmentActs.ts'

const dayNumber = (day: string) => Date.parse(day) / 86_400_000
const LAST = CYCLE_STAGES.indexOf('run')

/** Whether plans may still be amended in this cycle, and whether the level above must agree by now. */
export async function periodOf(
  tx: Tx,
  institutionId: string,
  cycleId: string,
  today: string,
): Promise<{ isOver: boolean; isLate: boolean }> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  const days = { from: dayNumber(cycle.startsOn), to: dayNumber(cycle.endsOn), today: dayNumber(today) }
  return { isOver: CYCLE_STAGES.indexOf(cycle.stage) > LAST, isLate: isLate(days) }
}
