import type { Tx } from '../../platform/database/database.ts'

export function listPostings(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('posting')
    .innerJoin('person', (join) =>
      join.onRef('person.institution_id', '=', 'posting.institution_id').onRef('person.person_id', '=', 'posting.person_id'),
    )
    .selectAll('posting')
    .select(['person.name', 'person.employee_no'])
    .where('posting.institution_id', '=', institutionId)
    .orderBy('starts_on', 'desc')
    .orderBy('posting_id')
    .execute()
}

type NewPosting = {
  institutionId: string
  postingId: string
  personId: string
  kind: string
  host: string
  startsOn: string
  endsOn: string | null
  by: string
  at: Date
}

export async function insertPosting(tx: Tx, given: NewPosting): Promise<void> {
  await tx
    .insertInto('posting')
    .values({
      institution_id: given.institutionId,
      posting_id: given.postingId,
      person_id: given.personId,
      kind: given.kind,
      host: given.host,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      recorded_by: given.by,
      recorded_at: given.at,
    })
    .execute()
}

export async function setPostingEnded(
  tx: Tx,
  given: { institutionId: string; postingId: string; on: string },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('posting')
    .set({ ends_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('posting_id', '=', given.postingId)
    .where('starts_on', '<=', given.on)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

export function listRefusals(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('refusal_to_take_part')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('cycle_id', '=', cycleId)
    .execute()
}

type NewRefusal = {
  institutionId: string
  cycleId: string
  personId: string
  firstNoticeOn: string
  secondNoticeOn: string
  talkedOn: string
  talk: string
  by: string
  at: Date
}

export async function saveRefusal(tx: Tx, given: NewRefusal): Promise<void> {
  const what = {
    first_notice_on: given.firstNoticeOn,
    second_notice_on: given.secondNoticeOn,
    talked_on: given.talkedOn,
    talk: given.talk,
    recorded_by: given.by,
    recorded_at: given.at,
  }
  await tx
    .insertInto('refusal_to_take_part')
    .values({ institution_id: given.institutionId, cycle_id: given.cycleId, person_id: given.personId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'cycle_id', 'person_id']).doUpdateSet(what))
    .execute()
}

export async function deleteRefusal(tx: Tx, given: { institutionId: string; cycleId: string; personId: string }): Promise<boolean> {
  const row = await tx
    .deleteFrom('refusal_to_take_part')
    .where('institution_id', '=', given.institutionId)
    .where('cycle_id', '=', given.cycleId)
    .where('person_id', '=', given.personId)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

export function listHearings(tx: Tx, institutionId: string, cycleId: string) {
  return tx
    .selectFrom('hearing')
    .innerJoin('appraisal', (join) =>
      join.onRef('appraisal.institution_id', '=', 'hearing.institution_id').onRef('appraisal.appraisal_id', '=', 'hearing.appraisal_id'),
    )
    .selectAll('hearing')
    .where('hearing.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .execute()
}

type NewHearing = {
  institutionId: string
  appraisalId: string
  heard: string
  heardOn: string
  opinion: string
  suggestedGrade: string | null
  by: string
  at: Date
}

export async function saveHearing(tx: Tx, given: NewHearing): Promise<void> {
  const what = {
    heard: given.heard,
    heard_on: given.heardOn,
    opinion: given.opinion,
    suggested_grade: given.suggestedGrade,
    recorded_by: given.by,
    recorded_at: given.at,
  }
  await tx
    .insertInto('hearing')
    .values({ institution_id: given.institutionId, appraisal_id: given.appraisalId, ...what })
    .onConflict((on) => on.columns(['institution_id', 'appraisal_id']).doUpdateSet(what))
    .execute()
}
