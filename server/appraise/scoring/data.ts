import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { saveEach } from '../data.ts'

export type ScoredAppraisal = { appraisalId: string; runId: string; input: unknown; result: unknown; official: string | null }

/** Stores what was taken and given beside the official score, so that every score can be replayed. What had been proposed on older scores falls away. */
export async function saveScores(tx: Tx, institutionId: string, scored: readonly ScoredAppraisal[]): Promise<void> {
  await saveEach(
    scored,
    (batch) =>
      sql`
        update appraisal set score_run_id = given.run_id, score_input = given.input, score_result = given.result,
          official_score = given.official, proposed_grade = null, standing = null,
          state = case when given.official is null then 'enrolled' else 'scored' end
        from (select * from json_to_recordset(${JSON.stringify(
          batch.map((one) => ({
            appraisal_id: one.appraisalId,
            run_id: one.runId,
            input: one.input,
            result: one.result,
            official: one.official,
          })),
        )}::json) as rows(appraisal_id uuid, run_id uuid, input jsonb, result jsonb, official numeric)) as given
        where appraisal.institution_id = ${institutionId} and appraisal.appraisal_id = given.appraisal_id`.execute(tx),
    100,
  )
}
