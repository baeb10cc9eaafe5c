import { type appraisalLine, appraisalState, grade, participation } from '@milepost/contract/appraise/appraisals'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { type AppraisalRow, appraisalRows, countRatings } from '../data.ts'
import { type ExplainedMissing, missingOf, provisionalNote } from './missing.ts'

export type AppraisalLine = z.infer<typeof appraisalLine>

/** Appraisals as every list shows them. */
export async function readLines(tx: Tx, institutionId: string, cycleId: string, only?: { personId: string }): Promise<AppraisalLine[]> {
  const rows = await (only
    ? appraisalRows(tx, institutionId, cycleId).where('appraisal.person_id', '=', only.personId)
    : appraisalRows(tx, institutionId, cycleId)
  ).execute()
  const counts = await countRatings(tx, institutionId, cycleId)
  return rows.map((row) => lineOf(row, counts.get(row.appraisal_id) ?? {}))
}

function lineOf(row: AppraisalRow, counts: Readonly<Record<string, number>>): AppraisalLine {
  const rule = participation.parse(row.participation_rule)
  const missing: ExplainedMissing = row.score_result === null ? [] : [...missingOf(row.score_result), ...provisionalNote(row.score_input)]
  return {
    appraisalId: row.appraisal_id,
    personId: row.person_id,
    employeeNo: row.employee_no,
    name: row.name,
    unitId: row.unit_id,
    unit: { zh: row.unit_zh, en: row.unit_en },
    post: { zh: row.post_zh, en: row.post_en },
    state: appraisalState.parse(row.state),
    participation: rule,
    officialScore: row.official_score,
    missing,
    ratings: {
      superior: counts.superior ?? 0,
      peers: counts.peers ?? 0,
      subordinates: counts.subordinates ?? 0,
      serviceUsers: counts['service-users'] ?? 0,
    },
    proposedGrade: row.proposed_grade === null ? null : grade.parse(row.proposed_grade),
    standing: row.standing,
    grade: row.grade === null ? null : grade.parse(row.grade),
  }
}
