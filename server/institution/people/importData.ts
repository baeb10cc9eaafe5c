import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { inBatches } from '../importing/batches.ts'
import { personNameKey } from '../nameKey.ts'
import type { AppraisalTrack, Establishment } from './data.ts'
import type { KnownPerson, PersonSaving } from './peopleKnown.ts'
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

/** Writes people, then their posts in a few statements: what ends is ended before anything opens, so that nobody ever holds two. */
export async function savePeople(tx: Tx, institutionId: string, savings: readonly PersonSaving[]): Promise<void> {
  const ready = savings.map((saving): Ready => ({ ...saving, personId: saving.personId ?? newId() }))
  for (const batch of inBatches(ready)) await upsertPeople(tx, institutionId, batch)
  const steps = ready.flatMap(({ personId, steps }) => steps.map((step) => ({ ...step, personId })))
  await beginPosts(
    tx,
    institutionId,
    steps.filter((step) => step.step === 'start'),
  )
  await endPosts(
    tx,
    institutionId,
    steps.filter((step) => step.step === 'end'),
  )
  await replacePosts(
    tx,
    institutionId,
    steps.filter((step) => step.step === 'replace'),
  )
  for (const batch of inBatches(steps.filter((step) => step.step === 'open'))) await openPosts(tx, institutionId, batch)
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

type Step<S extends PlacementStep['step']> = Extract<PlacementStep, { step: S }>

async function beginPosts(tx: Tx, institutionId: string, steps: readonly Step<'start'>[]) {
  if (steps.length === 0) return
  const ids = steps.map(({ assignmentId }) => assignmentId)
  await sql`
    update assignment set valid_from = given.day
    from unnest(${ids}::uuid[], ${steps.map(({ from }) => from)}::date[]) as given (id, day)
    where assignment.institution_id = ${institutionId} and assignment.assignment_id = given.id`.execute(tx)
}

async function endPosts(tx: Tx, institutionId: string, steps: readonly Step<'end'>[]) {
  if (steps.length === 0) return
  const ids = steps.map(({ assignmentId }) => assignmentId)
  await sql`
    update assignment set valid_to = given.day
    from unnest(${ids}::uuid[], ${steps.map(({ to }) => to)}::date[]) as given (id, day)
    where assignment.institution_id = ${institutionId} and assignment.assignment_id = given.id`.execute(tx)
}

async function replacePosts(tx: Tx, institutionId: string, steps: readonly Step<'replace'>[]) {
  if (steps.length === 0) return
  const ids = steps.map(({ assignmentId }) => assignmentId)
  const units = steps.map(({ place }) => place.unitId)
  const posts = steps.map(({ place }) => place.postId)
  const heads = steps.map(({ place }) => place.isHead)
  const days = steps.map(({ to }) => to)
  await sql`
    update assignment set unit_id = given.unit_id, post_id = given.post_id, is_head = given.is_head, valid_to = given.day
    from unnest(${ids}::uuid[], ${units}::uuid[], ${posts}::uuid[], ${heads}::boolean[], ${days}::date[]) as given (id, unit_id, post_id, is_head, day)
    where assignment.institution_id = ${institutionId} and assignment.assignment_id = given.id`.execute(tx)
}

async function openPosts(tx: Tx, institutionId: string, steps: readonly (Step<'open'> & { readonly personId: string })[]) {
  await tx
    .insertInto('assignment')
    .values(
      steps.map(({ personId, place, from, to }) => ({
        institution_id: institutionId,
        assignment_id: newId(),
        person_id: personId,
        unit_id: place.unitId,
        post_id: place.postId,
        kind: 'primary',
        is_head: place.isHead,
        valid_from: from,
        valid_to: to,
      })),
    )
    .execute()
}
