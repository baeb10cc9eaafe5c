import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AppraisalEvent,
  type AppraisalRecord,
  type AppraisalStep,
  enrolled,
  type StepContext,
  type Stepped,
  step,
} from './appraisalRecord.ts'
import { type AppraisalActor, type AppraisalGuard, appraisalTransitions } from './appraisalStates.ts'
import { addDays, dayNumber } from './days.ts'
import { gradeRank, lowerGrade } from './grade.ts'
import type { GradeVerdict } from './participationVerdict.ts'
import { excellentSeats } from './seats.ts'

const today = '2027-01-11'
/** Every day is a working day: the notice of five ends on the fifth day after. */
const noticeEnds = (postedOn: string) => addDays(postedOn, 5)
const context = (actor: AppraisalActor, more: Partial<StepContext> = {}): StepContext => ({
  actor,
  by: 'somebody',
  barred: [],
  today,
  noticeEnds,
  cap: { people: 10, basisPoints: 2000 },
  otherExcellent: 0,
  ...more,
})
const everyGuard = [...new Set(appraisalTransitions.flatMap(({ guards }) => guards))]
const go = (to: AppraisalRecord['stage'], outcome?: AppraisalRecord['outcome']): AppraisalStep => ({
  kind: 'go',
  to,
  satisfied: everyGuard,
  ...(outcome ? { outcome } : {}),
})

function take(record: AppraisalRecord, asked: AppraisalStep, given: StepContext): AppraisalRecord {
  const stepped = step(record, asked, given)
  if (stepped.kind === 'refused') throw new Error(`${stepped.because} ${stepped.open.join()}`)
  return stepped.record
}
const because = (stepped: Stepped) => (stepped.kind === 'refused' ? stepped.because : stepped.kind)

/** The usual way to a proposal. */
const WAY: readonly [AppraisalRecord['stage'], AppraisalActor][] = [
  ['plan-draft', 'system'],
  ['plan-proposed', 'employee'],
  ['plan-agreed', 'manager'],
  ['active', 'system'],
  ['self-report', 'employee'],
  ['rated', 'rater'],
  ['scored', 'system'],
  ['proposed', 'second-level'],
]
const proposed = (person = 'p', verdict: GradeVerdict = 'graded') =>
  WAY.reduce((record, [to, actor]) => take(record, go(to), context(actor)), enrolled(person, verdict, null))
const decided = (outcome: AppraisalRecord['outcome']) => take(proposed(), go('decided', outcome), context('leadership-meeting'))

describe('one appraisal, step by step', () => {
  test('an excellent grade is posted, waits out its notice and is served', () => {
    const posted = take(decided('excellent'), go('noticed'), context('hr'))
    expect(because(step(posted, go('served'), context('hr', { today: '2027-01-16' })))).toBe('notice-not-over')
    const served = take(posted, go('served'), context('hr', { today: '2027-01-17' }))
    expect(served).toMatchObject({ stage: 'served', servedVersion: 1, decidedVersion: 1, outcome: 'excellent' })
  })

  test('what a caller says of the notice, the seats or the suspension is not believed', () => {
    const suspended = take(proposed(), { kind: 'suspend', reason: '立案' }, context('office'))
    expect(because(step(suspended, go('decided', 'qualified'), context('leadership-meeting')))).toBe('suspended')
    expect(because(step(proposed(), go('decided', 'excellent'), context('leadership-meeting', { otherExcellent: 2 })))).toBe('cap-exceeded')
  })

  test('nobody judges themselves, nor somebody they are barred from', () => {
    expect(because(step(proposed(), go('decided', 'qualified'), context('leadership-meeting', { by: 'p' })))).toBe('self')
    expect(because(step(proposed(), go('decided', 'qualified'), context('leadership-meeting', { barred: ['somebody'] })))).toBe('recused')
  })

  test('a comment-only appraisal carries no grade', () => {
    expect(because(step(proposed('p', 'none'), go('decided', 'qualified'), context('leadership-meeting')))).toBe('graded-against-rule')
    expect(take(proposed('p', 'none'), go('decided', 'ungraded'), context('leadership-meeting')).outcome).toBe('ungraded')
  })

  test('reopening takes two people and a reason, raises the version and takes the decision back', () => {
    const reopen: AppraisalStep = { kind: 'reopen', reason: '指标值有误', askedBy: 'office' }
    expect(because(step(decided('qualified'), { ...reopen, askedBy: 'somebody' }, context('office')))).toBe('two-people-needed')
    expect(because(step(decided('qualified'), { ...reopen, reason: ' ' }, context('office')))).toBe('no-reason')
    expect(take(decided('qualified'), reopen, context('office'))).toMatchObject({
      stage: 'active',
      version: 2,
      outcome: null,
      decidedVersion: null,
    })
  })

  test('a review is open to basic and unqualified, in time, and ends no heavier', () => {
    const served = take(decided('basic'), go('served'), context('hr'))
    expect(because(step(served, { kind: 'apply', for: 'appeal', inTime: true }, context('employee')))).toBe('no-such-transition')
    expect(because(step(served, { kind: 'apply', for: 'review', inTime: false }, context('employee')))).toBe('too-late')
    const review = take(served, { kind: 'apply', for: 'review', inTime: true }, context('employee'))
    expect(because(step(review, { kind: 'settle', outcome: 'unqualified' }, context('leadership-meeting')))).toBe('heavier-outcome')
    expect(take(review, { kind: 'settle', outcome: 'qualified' }, context('leadership-meeting'))).toMatchObject({
      outcome: 'qualified',
      remedy: 'review-decided',
    })
    const qualified = take(decided('qualified'), go('served'), context('hr'))
    expect(because(step(qualified, { kind: 'apply', for: 'review', inTime: true }, context('employee')))).toBe('not-open-to-this-grade')
  })

  test('a step of somebody else is refused, and one the table does not have', () => {
    expect(because(step(enrolled('p', 'graded', null), go('plan-draft'), context('employee')))).toBe('wrong-actor')
    expect(because(step(enrolled('p', 'graded', null), go('archived'), context('hr')))).toBe('no-such-transition')
    expect(because(step(decided('qualified'), { kind: 'void', reason: '' }, context('office')))).toBe('no-reason')
  })
})

/** A small bureau and everything that happens in it. */
type Bureau = { records: Map<string, AppraisalRecord>; events: AppraisalEvent[]; states: AppraisalRecord[][]; today: string }
const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] as const
const VERDICTS: readonly GradeVerdict[] = ['graded', 'graded', 'graded', 'none', 'within-ceiling', 'graded']
/** p1 and p2 are married. */
const barredFrom = (person: string) => (person === 'p1' ? ['p2'] : person === 'p2' ? ['p1'] : [])
const cap = { people: PEOPLE.length, basisPoints: 2000 }

const actor = fc.constantFrom<AppraisalActor>(
  'system',
  'employee',
  'manager',
  'rater',
  'second-level',
  'leadership-meeting',
  'hr',
  'witnesses',
  'office',
)
const outcome = fc.constantFrom('excellent', 'qualified', 'basic', 'unqualified', 'ungraded') as fc.Arbitrary<
  NonNullable<AppraisalRecord['outcome']>
>
const guards = fc.oneof({ weight: 3, arbitrary: fc.constant(everyGuard) }, { weight: 1, arbitrary: fc.subarray(everyGuard) })
/** `next` takes one of the steps the table has from where the record stands, so that walks get somewhere. */
const asked = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('next' as const), which: fc.nat(9), satisfied: guards, outcome }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('suspend', 'resume', 'void'),
      reason: fc.constantFrom('理由', ''),
    }) as fc.Arbitrary<AppraisalStep>,
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reopen' as const), reason: fc.constant('更正'), askedBy: fc.constantFrom('a', 'b') }),
  },
  { weight: 1, arbitrary: fc.constant<AppraisalStep>({ kind: 'object' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('apply' as const),
      for: fc.constantFrom('review', 'appeal', 're-appeal'),
      inTime: fc.boolean(),
    }) as fc.Arbitrary<AppraisalStep>,
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const), outcome: fc.option(outcome) }) },
)
const move = fc.record({
  person: fc.constantFrom(...PEOPLE),
  asked,
  actor,
  by: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b') }, { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) }),
  days: fc.nat(4),
  rightActor: fc.integer({ min: 0, max: 9 }),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

function walk(
  moves: readonly Move[],
  check: (before: AppraisalRecord, stepped: Extract<Stepped, { kind: 'done' }>, given: StepContext, asked: AppraisalStep) => void,
): Bureau {
  const bureau: Bureau = {
    records: new Map(
      PEOPLE.map((person, at) => [person, enrolled(person, VERDICTS[at] ?? 'graded', person === 'p4' ? 'qualified' : null)]),
    ),
    events: [],
    states: [],
    today,
  }
  for (const one of moves) {
    const before = bureau.records.get(one.person)
    if (!before) throw new Error(one.person)
    bureau.today = addDays(bureau.today, one.days)
    const steps = appraisalTransitions.filter(({ from }) => from === before.stage)
    const chosen = one.asked.kind === 'next' ? steps[one.asked.which % Math.max(1, steps.length)] : undefined
    if (one.asked.kind === 'next' && !chosen) continue
    const wanted: AppraisalStep =
      one.asked.kind === 'next'
        ? { kind: 'go', to: chosen?.to ?? 'archived', satisfied: one.asked.satisfied, outcome: one.asked.outcome }
        : one.asked
    const others = [...bureau.records].filter(([person, record]) => person !== one.person && record.outcome === 'excellent').length
    const given = context(one.rightActor > 1 && chosen ? chosen.actor : one.actor, {
      by: one.by,
      barred: barredFrom(one.person),
      today: bureau.today,
      cap,
      otherExcellent: others,
    })
    const stepped = step(before, wanted, given)
    if (stepped.kind === 'refused') continue
    check(before, stepped, given, wanted)
    bureau.records.set(one.person, stepped.record)
    bureau.events.push(stepped.event)
    bureau.states.push([...bureau.records.values()])
  }
  return bureau
}
const walks = fc.array(move, { minLength: 60, maxLength: 260, size: 'max' })
const everyWalk = (check: Parameters<typeof walk>[1], after?: (bureau: Bureau) => void) =>
  fc.assert(
    fc.property(walks, (moves) => {
      const bureau = walk(moves, check)
      after?.(bureau)
    }),
    { numRuns: 60 },
  )

describe('the seven invariants, over random walks of a bureau of six', () => {
  test('walks get somewhere: some reach the end, with every grade', () => {
    const reached = new Set<string>()
    for (const moves of fc.sample(walks, { numRuns: 120, seed: 11 }))
      for (const record of walk(moves, () => undefined).records.values()) reached.add(record.stage)
    expect([...reached]).toEqual(expect.arrayContaining(['active', 'scored', 'decided', 'noticed', 'served', 'final', 'void']))
  })

  test('1. excellent grades never exceed the cap, after any step', () => {
    everyWalk(
      () => undefined,
      ({ states }) => {
        for (const records of states)
          expect(records.filter((each) => each.outcome === 'excellent').length).toBeLessThanOrEqual(excellentSeats(cap))
      },
    )
  })

  test('2. nobody judges themselves or somebody they are barred from', () => {
    everyWalk((before, { event }, given, wanted) => {
      const judges =
        wanted.kind === 'settle' ||
        (wanted.kind === 'go' && ['manager', 'rater', 'second-level', 'leadership-meeting'].includes(given.actor))
      if (!judges) return
      expect(event.by).not.toBe(before.person)
      expect(barredFrom(before.person)).not.toContain(event.by)
    })
  })

  test('3. every change has exactly one event, which says from where to where and by whom', () => {
    everyWalk(
      (before, { record, event }, given) => {
        expect(event).toMatchObject({ person: before.person, from: before.stage, to: record.stage, by: given.by, on: given.today })
      },
      ({ events, states }) => expect(events.length).toBe(states.length),
    )
  })

  test('4. what is served is the version that was decided', () => {
    everyWalk((_before, { record }) => {
      if (record.servedVersion !== null) expect(record.servedVersion).toBe(record.decidedVersion)
    })
  })

  test('5. a review or an appeal never makes it worse', () => {
    everyWalk((before, { record }, _given, wanted) => {
      if (wanted.kind !== 'settle') return
      const [was, is] = [before.outcome, record.outcome]
      if (was === null || was === 'ungraded') expect(is).toBe(was)
      else expect(is !== null && is !== 'ungraded' && gradeRank(is) <= gradeRank(was)).toBe(true)
    })
  })

  test('6. no step jumps a legal clock: excellent is served only after its notice', () => {
    everyWalk((before, { record, event }) => {
      if (event.to !== 'served' || before.stage === 'served' || record.outcome !== 'excellent') return
      expect(before.noticePostedOn).not.toBeNull()
      expect(dayNumber(event.on)).toBeGreaterThan(dayNumber(noticeEnds(before.noticePostedOn ?? '1970-01-01')))
    })
  })

  test('7. comment-only never carries a grade, and nobody is above a ceiling', () => {
    everyWalk((_before, { record }) => {
      if (record.verdict === 'none') expect([null, 'ungraded']).toContain(record.outcome)
      if (record.ceiling !== null && record.ceiling !== 'ungraded' && record.outcome !== null && record.outcome !== 'ungraded')
        expect(lowerGrade(record.outcome, record.ceiling)).toBe(record.outcome)
    })
  })

  test('a refusal changes nothing and names an open guard where there is one', () => {
    const stepped = step(enrolled('p', 'graded', null), { kind: 'go', to: 'plan-draft', satisfied: [] }, context('system'))
    expect(stepped).toEqual({ kind: 'refused', because: 'guards-open', open: ['in-population'] satisfies AppraisalGuard[] })
  })
})
