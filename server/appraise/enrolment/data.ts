import type { Tx } from '../../platform/database/database.ts'
import { lockCycle, saveEach } from '../data.ts'

export type NewAppraisal = {
  appraisalId: string
  cycleId: string
  personId: string
  unitId: string
  postId: string
  participation: string
  rule: unknown
}

/** Who is enrolled already, by person, with the state of the appraisal. Whoever enrols or decides at the same moment waits. */
export async function listEnrolled(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, string>> {
  await lockCycle(tx, institutionId, cycleId)
  const rows = await tx
    .selectFrom('appraisal')
    .select(['person_id', 'state'])
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.state]))
}

export async function insertAppraisals(tx: Tx, institutionId: string, appraisals: readonly NewAppraisal[]): Promise<void> {
  await saveEach(appraisals, (batch) =>
    tx
      .insertInto('appraisal')
      .values(
        batch.map((one) => ({
          institution_id: institutionId,
          appraisal_id: one.appraisalId,
          cycle_id: one.cycleId,
          person_id: one.personId,
          unit_id: one.unitId,
          post_id: one.postId,
          participation: one.participation,
          participation_rule: JSON.stringify(one.rule),
        })),
      )
      .execute(),
  )
}
