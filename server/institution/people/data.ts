import type { PostClass } from '@milepost/terms/posts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { POST_COLUMNS, type Post, postOf } from '../posts/data.ts'

export type AppraisalTrack = 'staff' | 'leader' | 'other'
export type Establishment = 'inside' | 'outside'
type AssignmentKind = 'primary' | 'concurrent' | 'acting' | 'secondment'

/** A person with the primary post of the days asked about. */
export type Person = {
  readonly personId: string
  readonly employeeNo: string
  readonly name: string
  readonly nameEn: string
  /** Pinyin of the name; lists are in this order. */
  readonly nameKey: string
  readonly track: AppraisalTrack
  readonly establishment: Establishment
  readonly firstJob: boolean
  readonly joinedOn: string
  readonly leftOn: string | null
  readonly unitId: string
  readonly isHead: boolean
  readonly post: Post
  readonly assignedFrom: string
  readonly assignedTo: string | null
}

export type Assignment = {
  readonly assignmentId: string
  readonly personId: string
  readonly unitId: string
  readonly kind: AssignmentKind
  readonly isHead: boolean
  readonly validFrom: string
  readonly validTo: string | null
  readonly post: Post
}

export type Headship = { readonly personId: string; readonly unitId: string }

export type Days = { readonly from: string; readonly to: string }

/** The names of everybody who was employed on at least one of the days, whatever their posts. */
export async function namesDuring(tx: Tx, institutionId: string, days: Days): Promise<string[]> {
  const rows = await tx
    .selectFrom('person')
    .select('name')
    .where('institution_id', '=', institutionId)
    .where('joined_on', '<=', days.to)
    .where((on) => on.or([on('left_on', 'is', null), on('left_on', '>=', days.from)]))
    .execute()
  return rows.map(({ name }) => name)
}

/** Everybody (or of these people whoever) was employed on at least one of the days, with the last primary post held in them; in pinyin order. */
export async function listPeopleDuring(tx: Tx, institutionId: string, days: Days, only?: readonly string[]): Promise<Person[]> {
  let query = selectPeople(tx, institutionId, days)
  if (only) query = query.where(sql<boolean>`person.person_id = any(${[...only]}::uuid[])`)
  return (await query.execute()).map(personOf).sort(inNameOrder)
}

/** Everybody employed on the day, with the primary post held then; in pinyin order. */
export function listPeople(tx: Tx, institutionId: string, on: string): Promise<Person[]> {
  return listPeopleDuring(tx, institutionId, { from: on, to: on })
}

/** Those employed on the day who ever head a unit: what a question about heads needs, however large the institution. */
export function listHeadPeople(tx: Tx, institutionId: string, on: string): Promise<Person[]> {
  return listHeadPeopleDuring(tx, institutionId, { from: on, to: on })
}

/** The same for everybody employed on at least one of the days, with the last primary post held in them. */
export async function listHeadPeopleDuring(tx: Tx, institutionId: string, days: Days): Promise<Person[]> {
  const rows = await selectPeople(tx, institutionId, days)
    .where(
      sql<boolean>`person.person_id in (select headship.person_id from assignment as headship
        where headship.institution_id = ${institutionId} and headship.is_head)`,
    )
    .execute()
  return rows.map(personOf)
}

/** One person with the primary post of the day; of somebody who has left or is yet to come, the last or first post known. */
export async function findPerson(tx: Tx, institutionId: string, personId: string, on: string): Promise<Person | null> {
  const held = await selectHeld(tx, institutionId)
    .where('person.person_id', '=', personId)
    .orderBy('assignment.valid_from', 'desc')
    .execute()
  const then = held.find((row) => row.valid_from <= on) ?? held.at(-1)
  return then ? personOf(then) : null
}

/** Every post held on at least one of the days, of any kind, oldest first: the segments of somebody's year. */
export async function listAssignments(tx: Tx, institutionId: string, days: Days, only?: AssignmentsAsked): Promise<Assignment[]> {
  let query = selectAssignments(tx, institutionId)
    .where('valid_from', '<=', days.to)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', days.from)]))
  if (only === 'heads') query = query.where('is_head', '=', true)
  else if (only) {
    const { personIds, unitIds } = only
    query = query.where(
      sql<boolean>`(is_head or unit_id = any(${[...unitIds]}::uuid[]) or unit_id in (select held.unit_id from assignment as held
        where held.institution_id = ${institutionId} and held.person_id = any(${[...personIds]}::uuid[])))`,
    )
  }
  return (await query.execute()).map(assignmentOf)
}

/** Heads alone; or heads, everybody of these units, and everybody of the units these people hold posts in. */
export type AssignmentsAsked = 'heads' | { readonly personIds: readonly string[]; readonly unitIds: readonly string[] }

/** Every post one person ever held, oldest first. */
export async function listAssignmentsOf(tx: Tx, institutionId: string, personId: string): Promise<Assignment[]> {
  return (await selectAssignments(tx, institutionId).where('person_id', '=', personId).execute()).map(assignmentOf)
}

/** Who heads which unit on the day. */
export function listHeadships(tx: Tx, institutionId: string, on: string): Promise<Headship[]> {
  return tx
    .selectFrom('assignment')
    .select(['person_id as personId', 'unit_id as unitId'])
    .where('institution_id', '=', institutionId)
    .where('is_head', '=', true)
    .where('valid_from', '<=', on)
    .where((day) => day.or([day('valid_to', 'is', null), day('valid_to', '>=', on)]))
    .orderBy('valid_from')
    .orderBy('assignment_id')
    .execute()
}

function selectAssignments(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('assignment')
    .innerJoin('post', (join) =>
      join.onRef('post.institution_id', '=', 'assignment.institution_id').onRef('post.post_id', '=', 'assignment.post_id'),
    )
    .select(['assignment_id', 'person_id', 'unit_id', 'kind', 'is_head', 'valid_from', 'valid_to', ...POST_COLUMNS])
    .$narrowType<{ kind: AssignmentKind; post_class: PostClass }>()
    .where('assignment.institution_id', '=', institutionId)
    .orderBy('valid_from')
    .orderBy('assignment_id')
}

const assignmentOf = (row: Awaited<ReturnType<ReturnType<typeof selectAssignments>['execute']>>[number]): Assignment => ({
  assignmentId: row.assignment_id,
  personId: row.person_id,
  unitId: row.unit_id,
  kind: row.kind,
  isHead: row.is_head,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  post: postOf(row),
})

function selectPeople(tx: Tx, institutionId: string, days: Days) {
  return selectHeld(tx, institutionId)
    .distinctOn('person.person_id')
    .where('person.joined_on', '<=', days.to)
    .where((on) => on.or([on('person.left_on', 'is', null), on('person.left_on', '>=', days.from)]))
    .where('assignment.valid_from', '<=', days.to)
    .where((on) => on.or([on('assignment.valid_to', 'is', null), on('assignment.valid_to', '>=', days.from)]))
    .orderBy('person.person_id')
    .orderBy('assignment.valid_from', 'desc')
}

function selectHeld(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('person')
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.institution_id', '=', 'person.institution_id')
        .onRef('assignment.person_id', '=', 'person.person_id')
        .on('assignment.kind', '=', 'primary'),
    )
    .innerJoin('post', (join) =>
      join.onRef('post.institution_id', '=', 'assignment.institution_id').onRef('post.post_id', '=', 'assignment.post_id'),
    )
    .select([
      'person.person_id',
      'employee_no',
      'person.name',
      'person.name_en',
      'person.name_key',
      'appraisal_track',
      'establishment',
      'first_job',
      'joined_on',
      'left_on',
    ])
    .select(['assignment.unit_id', 'assignment.is_head', 'assignment.valid_from', 'assignment.valid_to'])
    .select(POST_COLUMNS)
    .$narrowType<{ appraisal_track: AppraisalTrack; establishment: Establishment; post_class: PostClass }>()
    .where('person.institution_id', '=', institutionId)
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof selectHeld>['execute']>>[number]

const personOf = (row: HeldRow): Person => ({
  personId: row.person_id,
  employeeNo: row.employee_no,
  name: row.name,
  nameEn: row.name_en,
  nameKey: row.name_key,
  track: row.appraisal_track,
  establishment: row.establishment,
  firstJob: row.first_job,
  joinedOn: row.joined_on,
  leftOn: row.left_on,
  unitId: row.unit_id,
  isHead: row.is_head,
  post: postOf(row),
  assignedFrom: row.valid_from,
  assignedTo: row.valid_to,
})

const inNameOrder = (a: Person, b: Person) => compare(a.nameKey, b.nameKey) || compare(a.employeeNo, b.employeeNo)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
