import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { appraisalRows, isDecided } from '../data.ts'
import { listNotices, listObjections } from '../notice/data.ts'
import { listInterviews, listServices } from '../results/data.ts'

export type MadeKnown = {
  readonly decided: number
  /** Results told in writing, and those the person has said something to. */
  readonly served: number
  readonly answered: number
  /** Feedback interviews the person has confirmed. */
  readonly talked: number
  readonly notice: { readonly workingDays: number } | null
  readonly objections: { readonly of: number; readonly answered: number }
}

/** What of a cycle's appraisal has reached the people it is about. */
export async function madeKnown(tx: Tx, institutionId: string, cycle: Pick<Cycle, 'cycleId'>): Promise<MadeKnown> {
  const { cycleId } = cycle
  const decided = (await appraisalRows(tx, institutionId, cycleId).execute()).filter((row) => isDecided(row.state))
  const services = await listServices(tx, institutionId, cycleId)
  const interviews = await listInterviews(tx, institutionId, cycleId)
  const notice = (await listNotices(tx, institutionId)).find((one) => one.cycle_id === cycleId && one.withdrawn_at === null)
  const objections = (await listObjections(tx, institutionId)).filter((one) => one.notice_id === notice?.notice_id)
  const count = (is: (appraisalId: string) => boolean) => decided.filter((row) => is(row.appraisal_id)).length
  return {
    decided: decided.length,
    served: count((one) => services.has(one)),
    answered: count((one) => (services.get(one)?.opinion ?? null) !== null),
    talked: count((one) => (interviews.get(one)?.confirmedOn ?? null) !== null),
    notice: notice ? { workingDays: notice.working_days } : null,
    objections: { of: objections.length, answered: objections.filter((one) => one.answer !== null).length },
  }
}
