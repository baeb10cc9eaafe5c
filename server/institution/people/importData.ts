import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { DB } from '../../platform/database/schema.ts'
import { newId } from '../../platform/newId.ts'
import { inBatches } from '../importing/batches.ts'
import { personNameKey } from '../nameKey.ts'
import type { AppraisalTrack, Establishment } from './data.ts'
import type { KnownPerson, PersonSaving } from './judgePeople.ts'
import type { Held, PlacementStep } from './placement.ts'

/** Everybody ever known with every primary post ever held, in two reads. */
export async function readKnownPeople(tx: Tx, institutionId: string): Promise<KnownPerson[]> {
  const people = await tx
    .selectFrom('person')
    .select(['person_id', 'employee_no', 'name', 'name_en', 'appraisal_track', 'establishment', 'first_job', 'joined_on', 'left_on'])
    .$narrowType<{ appraisal_track: AppraisalTrack; establishment: Establishment }>()
    .where('institution_id', '=', institutionId)
    .execute()
  const held = await tx
    .selectFrom('assignment')
    .select(['person_id', 'assignment_id', 'unit_id', 'post_id', 'is_head', 'valid_from', 'valid_to'])
    .where('institution_id', '=', institutionId)
    .where('kind', '=', 'primary')
    .orderBy('valid_from')
    .execute()
  const heldBy = new Map<string, Held[]>()
  for (const row of held) {
    const posts = heldBy.get(row.person_id) ?? []
    posts.push({
      assignmentId: row.assignment_id,
      unitId: row.unit_id,
      postId: row.post_id,
      isHead: row.is_head,
      from: row.valid_from,
      to: row.valid_to,
    })
    heldBy.set(row.person_id, posts)
  }
  return people.map((row) => ({
    personId: row.person_id,
    employeeNo: row.employee_no,
    name: row.name,
    nameEn: row.name_en,
    track: row.appraisal_track,
    establishment: row.establishment,
    firstJob: row.first_job,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    held: heldBy.get(row.person_id) ?? [],
  }))
}

type Ready = PersonSaving & { readonly personId: string }

/** Writes people and then their posts: what ends is ended before anything opens, so that nobody ever holds two. */
export async function savePeople(tx: Tx, institutionId: string, savings: readonly PersonSaving[]): Promise<void> {
  const ready = savings.map((saving): Ready => ({ ...saving, personId: saving.personId ?? newId() }))
  for (const batch of inBatches(ready)) await upsertPeople(tx, institutionId, batch)
  const steps = ready.flatMap(({ personId, steps }) => steps.map((step) => ({ personId, step })))
  await endPosts(
    tx,
    institutionId,
    steps.flatMap(({ step }) => (step.step === 'end' ? [step] : [])),
  )
  for (const { step } of steps) {
    if (step.step === 'start' || step.step === 'replace') await correctPost(tx, institutionId, step)
  }
  const opened = steps.flatMap(({ personId, step }) => (step.step === 'open' ? [openedPost(institutionId, personId, step)] : []))
  for (const batch of inBatches(opened)) await tx.insertInto('assignment').values(batch).execute()
}

async function upsertPeople(tx: Tx, institutionId: string, batch: readonly Ready[]) {
  await tx
    .insertInto('person')
    .values(
      batch.map(({ personId, facts }) => ({
        institution_id: institutionId,
        person_id: personId,
        employee_no: facts.employeeNo,
        name: facts.name,
        name_key: personNameKey(facts.name),
        name_en: facts.nameEn,
        appraisal_track: facts.track,
        establishment: facts.establishment,
        first_job: facts.firstJob,
        joined_on: facts.joinedOn,
        left_on: facts.leftOn,
      })),
    )
    .onConflict((on) =>
      on.columns(['institution_id', 'person_id']).doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        name_key: ref('excluded.name_key'),
        name_en: ref('excluded.name_en'),
        appraisal_track: ref('excluded.appraisal_track'),
        establishment: ref('excluded.establishment'),
        first_job: ref('excluded.first_job'),
        joined_on: ref('excluded.joined_on'),
        left_on: ref('excluded.left_on'),
      })),
    )
    .execute()
}

type Ending = Extract<PlacementStep, { step: 'end' }>

/** One statement for all of them: a reorganisation moves thousands in one file. */
async function endPosts(tx: Tx, institutionId: string, endings: readonly Ending[]) {
  if (endings.length === 0) return
  const ids = endings.map(({ assignmentId }) => assignmentId)
  const days = endings.map(({ to }) => to)
  await sql`
    update assignment set valid_to = ending.valid_to
    from unnest(${ids}::uuid[], ${days}::date[]) as ending (assignment_id, valid_to)
    where assignment.institution_id = ${institutionId} and assignment.assignment_id = ending.assignment_id`.execute(tx)
}

async function correctPost(tx: Tx, institutionId: string, step: Extract<PlacementStep, { step: 'start' | 'replace' }>) {
  const to =
    step.step === 'start'
      ? { valid_from: step.from }
      : { unit_id: step.place.unitId, post_id: step.place.postId, is_head: step.place.isHead, valid_to: step.to }
  await tx
    .updateTable('assignment')
    .set(to)
    .where('institution_id', '=', institutionId)
    .where('assignment_id', '=', step.assignmentId)
    .execute()
}

const openedPost = (
  institutionId: string,
  personId: string,
  opening: Extract<PlacementStep, { step: 'open' }>,
): Insertable<DB['assignment']> => ({
  institution_id: institutionId,
  assignment_id: newId(),
  person_id: personId,
  unit_id: opening.place.unitId,
  post_id: opening.place.postId,
  kind: 'primary',
  is_head: opening.place.isHead,
  valid_from: opening.from,
  valid_to: opening.to,
})
