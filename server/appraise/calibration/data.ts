import { grade } from '@milepost/contract/appraise/appraisals'
import type { Tx } from '../../platform/database/database.ts'

export function listChanges(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('calibration_change')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'calibration_change.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'calibration_change.appraisal_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'appraisal.institution_id').onRef('person.person_id', '=', 'appraisal.person_id'),
    )
    .selectAll('calibration_change')
    .select('person.name')
    .where('calibration_change.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .orderBy('changed_at')
    .orderBy('change_id')
    .execute()
}

type Change = {
  institutionId: string
  changeId: string
  appraisalId: string
  from: string | null
  to: string
  reasonCode: string
  reason: string
  present: readonly string[]
  recused: readonly string[]
  votesFor: number
  votesAgainst: number
  /** Empty: the totals were typed in. */
  votes: readonly { name: string; says: string }[]
  by: string
  at: Date
}

/** The proposal changes with its reason; what it was before is kept in the change. */
export async function saveChange(tx: Tx, change: Change): Promise<void> {
  await tx
    .insertInto('calibration_change')
    .values({
      institution_id: change.institutionId,
      change_id: change.changeId,
      appraisal_id: change.appraisalId,
      from_grade: change.from,
      to_grade: change.to,
      reason_code: change.reasonCode,
      reason: change.reason,
      present: JSON.stringify(change.present),
      recused: JSON.stringify(change.recused),
      votes_for: change.votesFor,
      votes_against: change.votesAgainst,
      votes: change.votes.length === 0 ? null : JSON.stringify(change.votes),
      changed_by: change.by,
      changed_at: change.at,
    })
    .execute()
  await tx
    .updateTable('appraisal')
    .set({ proposed_grade: change.to })
    .where('institution_id', '=', change.institutionId)
    .where('appraisal_id', '=', change.appraisalId)
    .execute()
}

/** Final grades of a person in cycles before this one, newest first. */
export async function earlierGrades(tx: Tx, institutionId: string, asked: { readonly cycleId: string; readonly personId: string }) {
  const rows = await tx
    .selectFrom('appraisal')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'appraisal.institution_id').onRef('cycle.cycle_id', '=', 'appraisal.cycle_id'),
    )
    .select(['cycle.year', 'appraisal.grade'])
    .where('appraisal.institution_id', '=', institutionId)
    .where('appraisal.person_id', '=', asked.personId)
    .where('appraisal.state', '=', 'final')
    .where('cycle.year', '<', (on) =>
      on
        .selectFrom('cycle as this')
        .select('this.year')
        .where('this.institution_id', '=', institutionId)
        .where('this.cycle_id', '=', asked.cycleId),
    )
    .orderBy('cycle.year', 'desc')
    .execute()
  return rows.map((row) => ({ year: row.year, grade: grade.parse(row.grade) }))
}
