import { grade } from '@milepost/contract/appraise/appraisals'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database.ts'
import { appraisalRows } from './data.ts'
import { appraisalDetail, untilDecided } from './scoring/readAppraisal.ts'

export { conditionsOf } from './conditionsOf.ts'
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

/** Everything behind one person's score and grade, for the ticket; what was proposed is told once it has been decided. */
export async function appraisalTicket(tx: Tx, institutionId: string, cycleId: string, personId: string) {
  const detail = await appraisalDetail(tx, institutionId, cycleId, personId)
  return detail && { ...detail, appraisal: untilDecided(detail.appraisal) }
}
