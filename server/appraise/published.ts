import type { Actor } from '@milepost/access/actor'
import { grade } from '@milepost/contract/appraise/appraisals'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database.ts'
import { appraisalRows } from './data.ts'
import { appraisalDetail } from './scoring/readAppraisal.ts'
import { shownTo } from './scoring/shownTo.ts'

export { ratersWithSigns } from './calibration/raterSigns.ts'
export { conditionsOf } from './conditionsOf.ts'
export { countAppraised, recordsOfPeople } from './data.ts'
export { copyCommittee } from './decision/copyCommittee.ts'
export { messagesOf } from './messagesOf.ts'
export type { LaterFacts } from './norms/cycleFacts.ts'
export { madeKnown } from './norms/madeKnown.ts'
export { gradesChangedAt, type Made, madeOf } from './reopening/downstream.ts'
export { appraisalLinks } from './results/appraisalLinks.ts'
export { rulesAt, rulesOf } from './rulePack.ts'
export { seatTicketOf } from './seats/seatTicket.ts'
export { tasksOf } from './tasksOf.ts'

export type FinalGrade = {
  readonly appraisalId: string
  readonly personId: string
  readonly employeeNo: string
  readonly name: string
  readonly unitId: string
  readonly postId: string
  readonly grade: z.infer<typeof grade> | null
  readonly officialScore: string | null
  /** Decided, noticed, and every objection answered. */
  readonly isFinal: boolean
}

/** Everybody appraised in a cycle with the grade as it stands. */
export async function finalGrades(tx: Tx, institutionId: string, cycleId: string): Promise<FinalGrade[]> {
  const rows = await appraisalRows(tx, institutionId, cycleId).execute()
  return rows.map((row) => ({
    appraisalId: row.appraisal_id,
    personId: row.person_id,
    employeeNo: row.employee_no,
    name: row.name,
    unitId: row.unit_id,
    postId: row.post_id,
    grade: row.grade === null ? null : grade.parse(row.grade),
    officialScore: row.official_score,
    isFinal: row.state === 'final',
  }))
}

type TicketAsked = Parameters<typeof appraisalDetail>[1] & { readonly actor: Actor }

/** Everything behind one person's score and grade, for the ticket, as far as the reader may know it. */
export async function appraisalTicket(tx: Tx, asked: TicketAsked) {
  const detail = await appraisalDetail(tx, asked)
  return detail && { ...detail, appraisal: shownTo(asked.actor, detail.appraisal) }
}
