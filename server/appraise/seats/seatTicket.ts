import type { GradeAct } from '@milepost/appraisal/gradeActs'
import { rankOf, type SeatTicket } from '@milepost/appraisal/seatTicket'
import { grade } from '@milepost/contract/appraise/appraisals'
import { seatTicket } from '@milepost/contract/open/personTicket'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { listChanges } from '../calibration/data.ts'
import { lastLineOf } from '../decision/data.ts'
import { listCorrections } from '../reopening/data.ts'
import { seatRunsOf } from './data.ts'

const { candidate, rules, shares } = seatTicket.shape
const stored = z.object({
  proposals: z.array(seatTicket.pick({ proposed: true, standing: true, place: true, because: true }).extend({ person: z.string() })),
  candidates: z.array(candidate.extend({ person: z.string(), pool: z.string() })),
  rules,
  poolSeats: z.record(z.string(), z.int()),
  seatsLeft: z.record(z.string(), z.int()),
  sharedOut: shares
    .unwrap()
    .omit({ ofPool: true })
    .extend({ pools: z.record(z.string(), z.array(z.string())) })
    .nullable(),
})
export type StoredSeats = z.input<typeof stored>

type SeatAndActs = { readonly seat: SeatTicket | null; readonly acts: readonly (GradeAct & { readonly on: string })[] }
const NONE: SeatAndActs = { seat: null, acts: [] }

/** What the last proposal on one appraisal followed from, and what people did with the grade since. */
export async function seatTicketOf(
  tx: Tx,
  institutionId: string,
  { cycleId, appraisalId, timeZone }: { cycleId: string; appraisalId: string; timeZone: string },
) {
  const runs = await seatRunsOf(tx, institutionId, cycleId)
  for (const run of runs) {
    const read = stored.safeParse(run.result)
    const proposal = read.data?.proposals.find((one) => one.person === appraisalId)
    const own = read.data?.candidates.find((one) => one.person === appraisalId)
    if (!read.success || !proposal || !own) continue
    const { candidates, rules: ranking, poolSeats, seatsLeft, sharedOut } = read.data
    const { person: _person, pool, ...shown } = own
    const [all, left] = [poolSeats[pool] ?? 0, seatsLeft[pool] ?? 0]
    const seat: SeatTicket = {
      ...{ base: run.base_count, basisPoints: run.rate_bp, seats: run.seats },
      ...{ poolSeats: all, takenBefore: all - left, rules: ranking, candidate: shown },
      shares: sharedOut && { rules: sharedOut.rules, units: sharedOut.units, ofPool: sharedOut.pools[pool] ?? [] },
      ...rankOf(appraisalId, candidates, left, ranking),
      ...{ proposed: proposal.proposed, standing: proposal.standing, place: proposal.place, because: proposal.because },
    }
    return { seat, acts: await actsSince(tx, institutionId, { cycleId, appraisalId, timeZone, since: run.ran_at }) }
  }
  return NONE
}

/** Acts in the order in which they were done; the decision begins with what was proposed when it was taken. */
async function actsSince(
  tx: Tx,
  institutionId: string,
  {
    cycleId,
    appraisalId,
    timeZone,
    since,
  }: { readonly cycleId: string; readonly appraisalId: string; readonly timeZone: string; readonly since: Date },
): Promise<SeatAndActs['acts']> {
  const dayOf = (at: Date) => dayIn(timeZone, at)
  const calibrated = (await listChanges(tx, institutionId, cycleId))
    .filter((one) => one.appraisal_id === appraisalId && one.changed_at >= since)
    .map((one) => ({
      kind: 'calibrated' as const,
      from: grade.nullable().parse(one.from_grade),
      to: grade.parse(one.to_grade),
      on: dayOf(one.changed_at),
    }))
  const line = await lastLineOf(tx, institutionId, appraisalId)
  if (!line || line.recorded_at < since) return calibrated
  const decided = {
    kind: 'decided' as const,
    from: grade.nullable().parse(line.proposed_grade),
    to: grade.parse(line.grade),
    on: line.decided_on,
  }
  const changed = (await listCorrections(tx, institutionId, cycleId))
    .filter((one) => one.appraisal_id === appraisalId && one.changed_at >= line.recorded_at)
    .toSorted((one, other) => one.version - other.version)
    .map((one) => ({
      kind: 'changed' as const,
      from: grade.parse(one.from_grade),
      to: grade.parse(one.to_grade),
      on: dayOf(one.changed_at),
    }))
  return [...calibrated, decided, ...changed]
}
