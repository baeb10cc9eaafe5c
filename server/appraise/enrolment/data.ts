import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { lockCycle, saveEach } from '../data.ts'

export type NewAppraisal = {
  appraisalId: string
  cycleId: string
  personId: string
  unitId: string
  postId: string
  secondPostId: string | null
  daysElsewhere: number | null
  participation: string
  rule: unknown
}

export type Enrolled = { readonly state: string; readonly days: number | null }

/** Who is enrolled already, by person. Whoever enrols or decides at the same moment waits. */
export async function listEnrolled(tx: Tx, institutionId: string, cycleId: string): Promise<ReadonlyMap<string, Enrolled>> {
  await lockCycle(tx, institutionId, cycleId)
  const rows = await tx
    .selectFrom('appraisal')
    .select(['person_id', 'state', 'days_elsewhere'])
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .execute()
  return new Map(rows.map((row) => [row.person_id, { state: row.state, days: row.days_elsewhere }]))
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
          second_post_id: one.secondPostId,
          days_elsewhere: one.daysElsewhere,
          participation: one.participation,
          participation_rule: JSON.stringify(one.rule),
        })),
      )
      .execute(),
  )
}

/** Writes the verdicts that differ from those on record, and takes back what had been proposed on the old ones. Says how many differ. */
export async function saveVerdicts(tx: Tx, institutionId: string, appraisals: readonly NewAppraisal[]): Promise<number> {
  let changed = 0
  await saveEach(appraisals, async (batch) => {
    const rows = batch.map((one) => ({
      cycle_id: one.cycleId,
      person_id: one.personId,
      unit_id: one.unitId,
      post_id: one.postId,
      second_post_id: one.secondPostId,
      days_elsewhere: one.daysElsewhere,
      participation: one.participation,
      rule: one.rule,
    }))
    const { numAffectedRows } = await sql`
      update appraisal set unit_id = given.unit_id, post_id = given.post_id, second_post_id = given.second_post_id,
        days_elsewhere = given.days_elsewhere, participation = given.participation, participation_rule = given.rule,
        proposed_grade = null, standing = null,
        state = case when appraisal.state = 'proposed' then case when official_score is null then 'enrolled' else 'scored' end
          else appraisal.state end
      from (select * from json_to_recordset(${JSON.stringify(rows)}::json) as rows(cycle_id uuid, person_id uuid, unit_id uuid,
        post_id uuid, second_post_id uuid, days_elsewhere int, participation text, rule jsonb)) as given
      where appraisal.institution_id = ${institutionId} and appraisal.cycle_id = given.cycle_id
        and appraisal.person_id = given.person_id
        and (appraisal.participation_rule <> given.rule or appraisal.unit_id <> given.unit_id or appraisal.post_id <> given.post_id
          or appraisal.second_post_id is distinct from given.second_post_id
          or appraisal.days_elsewhere is distinct from given.days_elsewhere)`.execute(tx)
    changed += Number(numAffectedRows ?? 0)
  })
  return changed
}

export async function setVoid(tx: Tx, given: { institutionId: string; appraisalId: string; reason: string }): Promise<void> {
  await tx
    .updateTable('appraisal')
    .set({ state: 'void', void_reason: given.reason, proposed_grade: null, standing: null })
    .where('institution_id', '=', given.institutionId)
    .where('appraisal_id', '=', given.appraisalId)
    .execute()
}
