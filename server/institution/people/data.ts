import type { PostClass } from '@milepost/terms/posts'
import type { Tx } from '../../platform/database/database.ts'
import { POST_COLUMNS, type Post, postOf } from '../posts/data.ts'

export type AppraisalTrack = 'staff' | 'leader' | 'other'
export type Establishment = 'inside' | 'outside'
export type AbsenceKind = 'sick' | 'personal' | 'study' | 'maternity' | 'other'
export type AssignmentKind = 'primary' | 'concurrent' | 'acting' | 'secondment'

export type Absence = {
  readonly absenceId: string
  readonly personId: string
  readonly kind: AbsenceKind
  readonly startsOn: string
  readonly endsOn: string
}

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

export type Days = { readonly from: string; readonly to: string }

/** Everybody who was employed on at least one of the days, with the last primary post held in them; in pinyin order. */
export async function listPeopleDuring(tx: Tx, institutionId: string, days: Days): Promise<Person[]> {
  return (await selectPeople(tx, institutionId, days).execute()).map(personOf).sort(inNameOrder)
}

/** Everybody employed on the day, with the primary post held then; in pinyin order. */
export function listPeople(tx: Tx, institutionId: string, on: string): Promise<Person[]> {
  return listPeopleDuring(tx, institutionId, { from: on, to: on })
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
export async function listAssignments(tx: Tx, institutionId: string, days: Days): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('post', (join) =>
      join.onRef('post.institution_id', '=', 'assignment.institution_id').onRef('post.post_id', '=', 'assignment.post_id'),
    )
    .select(['assignment_id', 'person_id', 'unit_id', 'kind', 'is_head', 'valid_from', 'valid_to', ...POST_COLUMNS])
    .$narrowType<{ kind: AssignmentKind; post_class: PostClass }>()
    .where('assignment.institution_id', '=', institutionId)
    .where('valid_from', '<=', days.to)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>=', days.from)]))
    .orderBy('valid_from')
    .orderBy('assignment_id')
    .execute()
  return rows.map((row) => ({
    assignmentId: row.assignment_id,
    personId: row.person_id,
    unitId: row.unit_id,
    kind: row.kind,
    isHead: row.is_head,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    post: postOf(row),
  }))
}

/** Absences that touch the days, whole: they may begin before and end after. */
export async function listAbsences(tx: Tx, institutionId: string, days: Days): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('absence')
    .select(['absence_id', 'person_id', 'kind', 'starts_on', 'ends_on'])
    .$narrowType<{ kind: AbsenceKind }>()
    .where('institution_id', '=', institutionId)
    .where('starts_on', '<=', days.to)
    .where('ends_on', '>=', days.from)
    .orderBy('starts_on')
    .execute()
  return rows.map((row) => ({
    absenceId: row.absence_id,
    personId: row.person_id,
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}

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
