import { Refusal } from '@milepost/contract/refusals'
import { STAGES, type StageCode } from '@milepost/terms/cycle'
import type { Tx } from '../../platform/database/database.ts'
import { type Cycle, type CycleStage, findCycle } from './data.ts'

const CLOSED = { zh: '已结束', en: 'closed' }
export const stageName = (stage: CycleStage) => (stage === 'closed' ? CLOSED : STAGES[stage])

/** The cycle, if it still takes changes: a closed one stays as it is, and so does one that is paused or cancelled. */
export async function openCycle(tx: Tx, institutionId: string, cycleId: string): Promise<Cycle> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  if (cycle.stage === 'closed') throw new Refusal('cycle-closed', { year: cycle.year })
  if (cycle.hold !== 'none') throw new Refusal('cycle-on-hold', { year: cycle.year, hold: cycle.hold })
  return cycle
}

/** The cycle, if it stands in the stage an act belongs to. */
export async function cycleInStage(tx: Tx, institutionId: string, cycleId: string, stage: StageCode): Promise<Cycle> {
  const cycle = await openCycle(tx, institutionId, cycleId)
  if (cycle.stage === stage) return cycle
  const [now, wanted] = [stageName(cycle.stage), stageName(stage)]
  throw new Refusal('cycle-not-in-stage', { year: cycle.year, now: now.zh, nowEn: now.en, wanted: wanted.zh, wantedEn: wanted.en })
}
