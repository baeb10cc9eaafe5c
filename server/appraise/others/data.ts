import type { Tx } from '../../platform/database/database.ts'

/** Term and special appraisals with the person and the rater by name; newest period first. */
export function otherRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('other_appraisal')
    .innerJoin('person', (join) =>
      join
        .onRef('person.institution_id', '=', 'other_appraisal.institution_id')
        .onRef('person.person_id', '=', 'other_appraisal.person_id'),
    )
    .innerJoin('person as rater', (join) =>
      join
        .onRef('rater.institution_id', '=', 'other_appraisal.institution_id')
        .onRef('rater.person_id', '=', 'other_appraisal.rater_person_id'),
    )
    .selectAll('other_appraisal')
    .select(['person.name', 'rater.name as rater_name'])
    .where('other_appraisal.institution_id', '=', institutionId)
    .orderBy('ends_on', 'desc')
    .orderBy('other_appraisal_id', 'desc')
}

export type OtherRow = Awaited<ReturnType<ReturnType<typeof otherRows>['execute']>>[number]

export const findOther = (tx: Tx, institutionId: string, otherAppraisalId: string) =>
  otherRows(tx, institutionId).where('other_appraisal_id', '=', otherAppraisalId).executeTakeFirst()

type NewOther = {
  institutionId: string
  otherAppraisalId: string
  kind: 'term' | 'special'
  personId: string
  startsOn: string
  endsOn: string
  reason: string
  tasks: string
  raterPersonId: string
  openedBy: string
  openedOn: string
}

export async function insertOther(tx: Tx, given: NewOther): Promise<void> {
  await tx
    .insertInto('other_appraisal')
    .values({
      institution_id: given.institutionId,
      other_appraisal_id: given.otherAppraisalId,
      kind: given.kind,
      person_id: given.personId,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      reason: given.reason,
      tasks: given.tasks,
      rater_person_id: given.raterPersonId,
      opened_by: given.openedBy,
      opened_on: given.openedOn,
    })
    .execute()
}

const one = (tx: Tx, { institutionId, otherAppraisalId }: { institutionId: string; otherAppraisalId: string }) =>
  tx
    .updateTable('other_appraisal')
    .where('institution_id', '=', institutionId)
    .where('other_appraisal_id', '=', otherAppraisalId)
    .where('decided_on', 'is', null)

type Rated = {
  institutionId: string
  otherAppraisalId: string
  tasksDone: boolean
  goodReason: boolean
  opinion: string
  by: string
  on: string
}

export async function saveOtherRating(tx: Tx, given: Rated): Promise<void> {
  await one(tx, given)
    .set({
      tasks_done: given.tasksDone,
      good_reason: given.goodReason,
      opinion: given.opinion,
      rated_by: given.by,
      rated_on: given.on,
    })
    .execute()
}

type Decided = {
  institutionId: string
  otherAppraisalId: string
  result: string
  byRule: string | null
  years: readonly { year: number; grade: string }[]
  on: string
  present: readonly string[]
  reason: string
  by: string
}

/** false: somebody decided it meanwhile. */
export async function saveOtherDecision(tx: Tx, given: Decided): Promise<boolean> {
  const { numUpdatedRows } = await one(tx, given)
    .set({
      result: given.result,
      by_rule: given.byRule,
      years: JSON.stringify(given.years),
      decided_on: given.on,
      present: JSON.stringify(given.present),
      decision_reason: given.reason,
      recorded_by: given.by,
    })
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Annual results within a period: years that were decided, oldest first. */
export async function annualGrades(tx: Tx, institutionId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return tx
    .selectFrom('appraisal')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'appraisal.institution_id').onRef('cycle.cycle_id', '=', 'appraisal.cycle_id'),
    )
    .select(['appraisal.person_id', 'appraisal.grade', 'cycle.year', 'cycle.ends_on'])
    .where('appraisal.institution_id', '=', institutionId)
    .where('appraisal.person_id', 'in', [...personIds])
    .where('appraisal.state', 'in', ['decided', 'final'])
    .where('appraisal.grade', 'is not', null)
    .orderBy('cycle.year')
    .execute()
}
