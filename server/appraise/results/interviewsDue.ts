import { type InterviewState, interviewDue } from '@milepost/appraisal/interviewDue'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { type AppraisalRow, appraisalRows } from '../data.ts'
import { rulesOf } from '../rulePack.ts'
import { listInterviews, listServices } from './data.ts'

type Asked = {
  readonly institutionId: string
  readonly cycle: Pick<Cycle, 'cycleId' | 'endsOn'>
  readonly library: Library
  readonly today: string
}
export type InterviewDue = {
  readonly row: AppraisalRow
  readonly servedOn: string
  readonly dueOn: string
  readonly state: InterviewState
  readonly isHeld: boolean
}

/** Where the interview about each served result of a cycle stands today, by the days the rules of its year give. */
export async function interviewsDue(tx: Tx, { institutionId, cycle, library, today }: Asked): Promise<InterviewDue[]> {
  const services = await listServices(tx, institutionId, cycle.cycleId)
  if (services.size === 0) return []
  const held = await listInterviews(tx, institutionId, cycle.cycleId)
  const withinDays = rulesOf(library, cycle.endsOn).cases.interviewDays
  return (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).flatMap((row) => {
    const service = services.get(row.appraisal_id)
    if (!service) return []
    const talk = held.get(row.appraisal_id)
    return [{ row, servedOn: service.servedOn, isHeld: talk !== undefined, ...standingOf(service, talk, { withinDays, today }) }]
  })
}

type Talk = { readonly heldOn: string; readonly confirmedOn: string | null }

/** One of them, for who has the service and the talk at hand. */
export function standingOf(service: { readonly servedOn: string }, talk: Talk | undefined, given: { withinDays: number; today: string }) {
  return interviewDue({ servedOn: service.servedOn, heldOn: talk?.heldOn ?? null, confirmedOn: talk?.confirmedOn ?? null }, given)
}
