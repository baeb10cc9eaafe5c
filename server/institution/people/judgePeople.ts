import type { CellProblem, ReadRow, ValuesOf } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Headings } from '../importing/headings.ts'
import { endsBeforeItStarts, repeated, repeatedRows, unknownPost, unknownUnit } from '../importing/problems.ts'
import type { Post } from '../posts/data.ts'
import type { Unit } from '../units/data.ts'
import type { PERSON_SHEET } from './columns.ts'
import type { AppraisalTrack, Establishment } from './data.ts'
import { type Held, type PlacementStep, placementOf } from './placement.ts'
import { cannotLeaveBefore, cannotMoveAfterLeaving, unitIsClosed } from './placementProblems.ts'

type Columns = typeof PERSON_SHEET

/** What is stored of somebody, all primary posts included, oldest first. */
export type KnownPerson = PersonFacts & { readonly personId: string; readonly held: readonly Held[] }
export type PersonFacts = {
  readonly employeeNo: string
  readonly name: string
  readonly nameEn: string
  readonly track: AppraisalTrack
  readonly establishment: Establishment
  readonly firstJob: boolean
  readonly joinedOn: string
  readonly leftOn: string | null
}
/** What an import writes of one person; personId null: new. */
export type PersonSaving = { readonly personId: string | null; readonly facts: PersonFacts; readonly steps: readonly PlacementStep[] }

type Knowledge = {
  readonly known: readonly KnownPerson[]
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
  readonly headings: Headings<Columns>
  readonly today: string
}

export function judgePeople(rows: readonly ReadRow<Columns>[], knowledge: Knowledge): JudgedRow<PersonSaving>[] {
  const { headings, today } = knowledge
  const known = new Map(knowledge.known.map((person) => [person.employeeNo, person]))
  const units = new Map(knowledge.units.map((unit) => [unit.code, unit]))
  const posts = new Map(knowledge.posts.map((post) => [post.code, post]))
  const others = repeatedRows(rows.flatMap(({ row, values }) => (values ? [{ row, key: values.employeeNo }] : [])))

  return rows.map((read): JudgedRow<PersonSaving> => {
    const { row, values } = read
    if (!values) return { row, key: headings.written(row, 'employeeNo'), judged: { verdict: 'wrong', problems: read.problems } }
    const problems: CellProblem[] = []
    const wrong = (): JudgedRow<PersonSaving> => ({ row, key: values.employeeNo, judged: { verdict: 'wrong', problems } })
    const before = known.get(values.employeeNo)
    const unit = units.get(values.unitCode)
    const post = posts.get(values.postCode)
    const twins = others.get(row)
    if (twins) problems.push(repeated(headings.called('employeeNo'), values.employeeNo, twins))
    if (!unit) problems.push(unknownUnit(headings.called('unitCode'), values.unitCode))
    if (!post) problems.push(unknownPost(headings.called('postCode'), values.postCode))
    const facts = factsOf(values, { before, post, headings })
    if (facts.leftOn !== null && facts.leftOn < facts.joinedOn)
      problems.push(endsBeforeItStarts(headings.called('leftOn'), { start: facts.joinedOn, end: facts.leftOn }))
    if (unit?.closedOn && (facts.leftOn === null || facts.leftOn > unit.closedOn))
      problems.push(unitIsClosed(headings.called('unitCode'), unit))
    if (problems.length > 0 || !unit || !post) return wrong()

    const isHead = headings.tells('isHead') ? values.isHead === 'yes' : (before?.held.at(-1)?.isHead ?? false)
    const place = { unitId: unit.unitId, postId: post.postId, isHead }
    const joined = { joinedOn: facts.joinedOn, joinedBefore: before?.joinedOn ?? null }
    const placement = placementOf(before?.held ?? [], { place, ...joined, leftOn: facts.leftOn }, today)
    if (placement.kind === 'impossible') {
      const column = headings.called(placement.because === 'moved-after-leaving' ? 'unitCode' : 'leftOn')
      problems.push(
        placement.because === 'moved-after-leaving' ? cannotMoveAfterLeaving(column) : cannotLeaveBefore(column, placement.from),
      )
      return wrong()
    }
    const save = { personId: before?.personId ?? null, facts, steps: placement.steps }
    if (!before) return { row, key: values.employeeNo, judged: { verdict: 'new', save } }
    const same = placement.steps.length === 0 && isSame(before, facts)
    return { row, key: values.employeeNo, judged: same ? { verdict: 'same' } : { verdict: 'changed', save } }
  })
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
