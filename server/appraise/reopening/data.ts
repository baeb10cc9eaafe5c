import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'

type State = 'asked' | 'granted' | 'refused'
const names = z.array(z.string())

/** Newest first, with whom they are about. */
export function listReopenings(tx: Tx, institutionId: string, filter: { cycleId?: string; appraisalId?: string; reopeningId?: string }) {
  let query = tx
    .selectFrom('reopening')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'reopening.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'reopening.appraisal_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'appraisal.institution_id').onRef('person.person_id', '=', 'appraisal.person_id'),
    )
    .selectAll('reopening')
    .select(['person.name', 'appraisal.cycle_id', 'appraisal.person_id'])
    .$narrowType<{ state: State }>()
    .where('reopening.institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('appraisal.cycle_id', '=', filter.cycleId)
  if (filter.appraisalId !== undefined) query = query.where('reopening.appraisal_id', '=', filter.appraisalId)
  if (filter.reopeningId !== undefined) query = query.where('reopening.reopening_id', '=', filter.reopeningId)
  return query.orderBy('asked_at', 'desc').execute()
}

/** The years of those appraisals of a person that were opened again and are not decided on since. */
export async function reopenedYears(tx: Tx, institutionId: string, personId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('reopening')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'reopening.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'reopening.appraisal_id'),
    )
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'appraisal.institution_id').onRef('cycle.cycle_id', '=', 'appraisal.cycle_id'),
    )
    .select('cycle.year')
    .distinct()
    .where('reopening.institution_id', '=', institutionId)
    .where('reopening.state', '=', 'granted')
    .where('appraisal.person_id', '=', personId)
    .where('appraisal.state', 'not in', ['decided', 'final', 'void'])
    .execute()
  return rows.map((row) => row.year)
}

type NewReopening = {
  institutionId: string
  reopeningId: string
  appraisalId: string
  reason: string
  document: string
  by: string
  accountId: string
  at: Date
}

/** False: one is waiting for an answer already. */
export async function insertReopening(tx: Tx, given: NewReopening): Promise<boolean> {
  const row = await tx
    .insertInto('reopening')
    .values({
      institution_id: given.institutionId,
      reopening_id: given.reopeningId,
      appraisal_id: given.appraisalId,
      reason: given.reason,
      document: given.document,
      asked_by: given.by,
      asked_by_account_id: given.accountId,
      asked_at: given.at,
    })
    .onConflict((on) => on.doNothing())
    .returning('reopening_id')
    .executeTakeFirst()
  return row !== undefined
}

type Answer = {
  institutionId: string
  reopeningId: string
  granted: boolean
  answer: string
  by: string
  accountId: string
  at: Date
}

/** What stood before is copied beside the answer. False: it has been answered meanwhile. */
export async function setReopeningAnswered(tx: Tx, given: Answer): Promise<boolean> {
  const done = await sql`
    update reopening set state = ${given.granted ? 'granted' : 'refused'}, answered_by = ${given.by},
      answered_by_account_id = ${given.accountId}, answer = ${given.answer}, answered_at = ${given.at},
      version_before = appraisal.version, state_before = appraisal.state, grade_before = appraisal.grade,
      score_before = appraisal.official_score, result_before = appraisal.score_result
    from appraisal
    where reopening.institution_id = ${given.institutionId} and reopening.reopening_id = ${given.reopeningId}
      and reopening.state = 'asked' and appraisal.institution_id = reopening.institution_id
      and appraisal.appraisal_id = reopening.appraisal_id`.execute(tx)
  return done.numAffectedRows === 1n
}

/** The appraisal goes back to its ratings under the next version; a notice that runs is withdrawn. */
export async function openAgain(tx: Tx, given: { institutionId: string; appraisalId: string; cycleId: string; at: Date }): Promise<void> {
  await sql`
    update appraisal set version = version + 1, grade = null, proposed_grade = null, standing = null,
      state = case when official_score is null then 'enrolled' else 'scored' end
    where institution_id = ${given.institutionId} and appraisal_id = ${given.appraisalId}`.execute(tx)
  await tx
    .updateTable('notice')
    .set({ withdrawn_at: given.at })
    .where('institution_id', '=', given.institutionId)
    .where('cycle_id', '=', given.cycleId)
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function listCorrections(tx: Tx, institutionId: string, cycleId: string) {
  const rows = await tx
    .selectFrom('grade_change')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'grade_change.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'grade_change.appraisal_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'appraisal.institution_id').onRef('person.person_id', '=', 'appraisal.person_id'),
    )
    .selectAll('grade_change')
    .select('person.name')
    .where('grade_change.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, decided_by: names.parse(row.decided_by) }))
}
