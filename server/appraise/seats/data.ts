import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { saveEach } from '../data.ts'

export function latestSeatRun(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('seat_run')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type NewSeatRun = {
  institutionId: string
  seatRunId: string
  cycleId: string
  revision: number
  rateBp: number
  ground: string
  approval: string
  base: number
  seats: number
  result: unknown
  at: Date
  by: string
}

export async function insertSeatRun(tx: Tx, run: NewSeatRun): Promise<void> {
  await tx
    .insertInto('seat_run')
    .values({
      institution_id: run.institutionId,
      seat_run_id: run.seatRunId,
      cycle_id: run.cycleId,
      revision: run.revision,
      rate_bp: run.rateBp,
      ground: run.ground,
      approval: run.approval,
      base_count: run.base,
      seats: run.seats,
      result: JSON.stringify(run.result),
      ran_at: run.at,
      ran_by: run.by,
    })
    .execute()
}

export type SavedProposal = { appraisalId: string; grade: string | null; standing: string }

export async function saveProposals(tx: Tx, institutionId: string, proposals: readonly SavedProposal[]): Promise<void> {
  await saveEach(proposals, (batch) =>
    sql`
      update appraisal set proposed_grade = given.grade, standing = given.standing, state = 'proposed'
      from (select * from json_to_recordset(${JSON.stringify(
        batch.map((one) => ({ appraisal_id: one.appraisalId, grade: one.grade, standing: one.standing })),
      )}::json) as rows(appraisal_id uuid, grade text, standing text)) as given
      where appraisal.institution_id = ${institutionId} and appraisal.appraisal_id = given.appraisal_id`.execute(tx),
  )
}
