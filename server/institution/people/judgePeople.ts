import { addDays } from '@milepost/appraisal/days'
import type { CellProblem, ReadRow, ValuesOf } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Headings } from '../importing/headings.ts'
import { endsBeforeItStarts, repeated, repeatedRows, unknownPost, unknownUnit } from '../importing/problems.ts'
import type { Post } from '../posts/data.ts'
import type { Unit } from '../units/data.ts'
import type { PERSON_SHEET } from './columns.ts'
import type { AppraisalTrack } from './data.ts'
import type { Entry, Knowledge, KnownPerson, PersonFacts, PersonSaving } from './peopleKnown.ts'
import { placementOf } from './placement.ts'
import { cannotLeaveBefore, cannotMoveAfterLeaving, joinsLater, joinsTooLate, unitIsClosed } from './placementProblems.ts'
import { secondHeadsAmong } from './secondHeads.ts'

type Columns = typeof PERSON_SHEET

/** The verdict of every row with every fault it has, those between cells and rows too, whatever else is wrong in it. */
export function judgePeople(rows: readonly ReadRow<Columns>[], knowledge: Knowledge): JudgedRow<PersonSaving>[] {
  const known = new Map(knowledge.known.map((person) => [person.employeeNo, person]))
  const places: Places = {
    units: new Map(knowledge.units.map((unit) => [unit.code, unit])),
    posts: new Map(knowledge.posts.map((post) => [post.code, post])),
  }
  const others = repeatedRows(rows.flatMap(({ row, known: { employeeNo } }) => (employeeNo ? [{ row, key: employeeNo }] : [])))
  const entries = rows.map((read): Entry => {
    const before = known.get(read.known.employeeNo ?? '')
    const problems = [...read.problems, ...problemsOf(read.known, { before, twins: others.get(read.row), places, ...knowledge })]
    const key = read.known.employeeNo ?? knowledge.headings.written(read.row, 'employeeNo')
    const saving = read.values && problems.length === 0 ? savingOf(read.values, { before, places, ...knowledge }) : null
    if (saving && 'steps' in saving) return { row: read.row, key, before, saving, problems }
    return { row: read.row, key, before, saving: null, problems: saving ? [...problems, saving] : problems }
  })
  const secondHeads = secondHeadsAmong(entries, knowledge)
  return entries.map(({ row, key, before, saving, problems }): JudgedRow<PersonSaving> => {
    const all = [...problems, ...(secondHeads.get(row) ?? [])]
    if (!saving || all.length > 0) return { row, key, judged: { verdict: 'wrong', problems: all } }
    const notes = saving.facts.joinedOn > knowledge.today ? [joinsLater(knowledge.headings.called('joinedOn'), saving.facts.joinedOn)] : []
    if (!before) return { row, key, notes, judged: { verdict: 'new', save: saving } }
    const same = saving.steps.length === 0 && isSame(before, saving.facts)
    return { row, key, notes, judged: same ? { verdict: 'same' } : { verdict: 'changed', save: saving } }
  })
}

type Places = { readonly units: ReadonlyMap<string, Unit>; readonly posts: ReadonlyMap<string, Post> }
type Around = {
  readonly before: KnownPerson | undefined
  readonly places: Places
  readonly headings: Headings<Columns>
  readonly today: string
}

/** What is wrong between the cells of a row, between rows, and against what is stored; a cell that could not be read is not asked. */
function problemsOf(
  row: Partial<ValuesOf<Columns>>,
  { before, twins, places, headings, today }: Around & { readonly twins: readonly number[] | undefined },
): CellProblem[] {
  const problems: CellProblem[] = []
  const unit = places.units.get(row.unitCode ?? '')
  const leftOn = headings.tells('leftOn') ? row.leftOn : before?.leftOn
  if (twins) problems.push(repeated(headings.called('employeeNo'), row.employeeNo ?? '', twins))
  if (row.unitCode !== undefined && !unit) problems.push(unknownUnit(headings.called('unitCode'), row.unitCode))
  if (row.postCode !== undefined && !places.posts.has(row.postCode)) problems.push(unknownPost(headings.called('postCode'), row.postCode))
  if (row.joinedOn !== undefined && row.joinedOn > addDays(today, MOST_DAYS_AHEAD))
    problems.push(joinsTooLate(headings.called('joinedOn'), row.joinedOn))
  if (row.joinedOn !== undefined && leftOn && leftOn < row.joinedOn)
    problems.push(endsBeforeItStarts(headings.called('leftOn'), { start: row.joinedOn, end: leftOn }))
  if (unit?.closedOn && leftOn !== undefined && (leftOn === null || leftOn > unit.closedOn))
    problems.push(unitIsClosed(headings.called('unitCode'), unit))
  return problems
}

/** A day of joining further ahead than a year is a slip of the pen. */
const MOST_DAYS_AHEAD = 366

/** What to write for a row whose cells are all right, or why the move it wants cannot be. */
function savingOf(values: ValuesOf<Columns>, { before, places, headings, today }: Around): PersonSaving | CellProblem | null {
  const unit = places.units.get(values.unitCode)
  const post = places.posts.get(values.postCode)
  if (!unit || !post) return null
  const facts = factsOf(values, { before, post, headings })
  const isHead = headings.tells('isHead') ? values.isHead === 'yes' : (before?.held.at(-1)?.isHead ?? false)
  const place = { unitId: unit.unitId, postId: post.postId, isHead }
  const joined = { joinedOn: facts.joinedOn, joinedBefore: before?.joinedOn ?? null }
  const placement = placementOf(before?.held ?? [], { place, ...joined, leftOn: facts.leftOn }, today)
  if (placement.kind === 'steps') return { personId: before?.personId ?? null, facts, steps: placement.steps }
  if (placement.because === 'moved-after-leaving') return cannotMoveAfterLeaving(headings.called('unitCode'))
  return cannotLeaveBefore(headings.called('leftOn'), placement.from)
}

type Context = { before: KnownPerson | undefined; post: Post | undefined; headings: Headings<Columns> }

/** What a file has no column for stays as it is known. */
function factsOf(values: ValuesOf<Columns>, { before, post, headings }: Context): PersonFacts {
  const byPost: AppraisalTrack = post?.postClass === 'leader' ? 'leader' : 'staff'
  return {
    employeeNo: values.employeeNo,
    name: values.name,
    nameEn: headings.tells('nameEn') ? values.nameEn : (before?.nameEn ?? ''),
    track: values.track !== 'by-post' ? values.track : headings.tells('track') ? byPost : (before?.track ?? byPost),
    establishment: headings.tells('establishment') ? values.establishment : (before?.establishment ?? 'inside'),
    firstJob: headings.tells('firstJob') ? values.firstJob === 'yes' : (before?.firstJob ?? false),
    joinedOn: values.joinedOn,
    leftOn: headings.tells('leftOn') ? values.leftOn : (before?.leftOn ?? null),
  }
}

const isSame = (a: PersonFacts, b: PersonFacts) =>
  a.name === b.name &&
  a.nameEn === b.nameEn &&
  a.track === b.track &&
  a.establishment === b.establishment &&
  a.firstJob === b.firstJob &&
  a.joinedOn === b.joinedOn &&
  a.leftOn === b.leftOn
