import { describe, expect, test } from 'vitest'
import { ballotSigns, conflictsOf, delegationFindings, lateSteps, needsSecondLevel } from './raterDuty.ts'
import { bothPosts, type HeldPost, yearSegments } from './transfers.ts'

describe('who may not rate whom', () => {
  test('oneself, a relative, and each other', () => {
    const pairs = [
      { rater: 'a', ratee: 'a' },
      { rater: 'a', ratee: 'b' },
      { rater: 'c', ratee: 'd' },
      { rater: 'd', ratee: 'c' },
      { rater: 'e', ratee: 'a' },
    ]
    expect(conflictsOf(pairs, [{ person: 'b', with: 'a' }])).toEqual([
      { code: 'self', rater: 'a', ratee: 'a' },
      { code: 'tied', rater: 'a', ratee: 'b' },
      { code: 'mutual', rater: 'c', ratee: 'd' },
      { code: 'mutual', rater: 'd', ratee: 'c' },
    ])
  })
})

describe('a duty to rate handed over', () => {
  const sound = { from: 'head', to: 'deputy', ratees: ['x'], reason: '出差', approvedBy: 'hr', expiresOn: '2026-12-31' }
  const world = {
    ties: [{ person: 'x', with: 'cousin' }],
    subordinatesOf: (person: string) => (person === 'x' ? ['junior'] : []),
    today: '2026-12-31',
  }
  const codes = (more: Partial<typeof sound>) => delegationFindings({ ...sound, ...more }, world).map(({ code }) => code)

  test('holds until its last day, never to the person, a relative or a subordinate of the person', () => {
    expect(codes({})).toEqual([])
    expect(codes({ expiresOn: '2026-12-30' })).toEqual(['expired'])
    expect(codes({ to: 'x' })).toEqual(['to-the-ratee'])
    expect(codes({ to: 'cousin' })).toEqual(['to-a-tie-of-the-ratee'])
    expect(codes({ to: 'junior' })).toEqual(['to-a-subordinate-of-the-ratee'])
    expect(codes({ to: 'head', reason: '', approvedBy: 'head' })).toEqual(['to-oneself', 'no-reason', 'approved-by-a-party'])
  })
})

test('the second level confirms what lifts out and what takes away, not the usual grade', () => {
  expect((['excellent', 'qualified', 'basic', 'unqualified', 'ungraded'] as const).map(needsSecondLevel)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
})

test('a rating that is late: reminders, the superior after three days, the committee after seven; never a score', () => {
  expect(lateSteps('2027-01-10')).toEqual([
    { kind: 'remind', day: '2027-01-03' },
    { kind: 'remind', day: '2027-01-07' },
    { kind: 'remind', day: '2027-01-09' },
    { kind: 'remind', day: '2027-01-10' },
    { kind: 'escalate-to-superior', day: '2027-01-13' },
    { kind: 'committee-chooses', day: '2027-01-17' },
  ])
})

test('ballots that tell nobody apart, or were filled in two seconds an item, are pointed out', () => {
  const same = Array.from({ length: 10 }, () => '优秀')
  expect(
    ballotSigns([
      { id: '1', values: same, secondsPerItem: 1.5 },
      { id: '2', values: same.slice(1), secondsPerItem: 2 },
      { id: '3', values: [...same.slice(1), '合格'], secondsPerItem: null },
    ]),
  ).toEqual([
    { ballot: '1', code: 'no-difference-between-people' },
    { ballot: '1', code: 'too-fast' },
  ])
})

describe('a year with a move in it', () => {
  const cycle = { from: '2026-01-01', to: '2026-12-31' }
  const rules = { minimumDays: 60, closeWithinDays: 30 }
  const post = (unit: string, from: string, to: string | null, rater: string | null = `head of ${unit}`): HeldPost => ({
    unit,
    rater,
    from,
    to,
  })

  test('is divided where the unit changes; the former head rates within thirty days; the unit of most time appraises', () => {
    expect(yearSegments([post('west', '2026-09-01', null), post('east', '2019-07-01', '2026-08-31')], cycle, rules)).toEqual({
      kind: 'divided',
      segments: [
        { unit: 'east', rater: 'head of east', from: '2026-01-01', to: '2026-08-31', days: 243, scored: true, rateBy: '2026-09-30' },
        { unit: 'west', rater: 'head of west', from: '2026-09-01', to: '2026-12-31', days: 122, scored: true, rateBy: null },
      ],
      unitOfMostTime: 'east',
      daysWithout: 0,
    })
  })

  test('a stretch of 59 days gets a comment only, one of 60 a score', () => {
    const scored = (to: string) => {
      const divided = yearSegments([post('east', '2026-01-01', to), post('west', '2026-05-01', null)], cycle, rules)
      return divided.kind === 'divided' ? divided.segments[0]?.scored : null
    }
    expect([scored('2026-02-28'), scored('2026-03-01')]).toEqual([false, true])
  })

  test('a new head of the same unit begins a new stretch; the same head goes on', () => {
    const divided = yearSegments(
      [post('east', '2026-01-01', '2026-03-31'), post('east', '2026-04-01', '2026-06-30'), post('east', '2026-07-01', null, 'new')],
      cycle,
      rules,
    )
    expect(divided.kind === 'divided' && divided.segments.map(({ days }) => days)).toEqual([181, 184])
  })

  test('two posts at once, and no post at all, are named', () => {
    expect(yearSegments([post('east', '2026-01-01', '2026-06-30'), post('west', '2026-06-30', null)], cycle, rules)).toEqual({
      kind: 'undefined',
      because: 'posts-overlap',
      on: '2026-06-30',
    })
    expect(yearSegments([post('east', '2020-01-01', '2025-12-31')], cycle, rules)).toEqual({
      kind: 'undefined',
      because: 'no-post-in-the-cycle',
    })
  })
})

describe('two posts, two appraisals (Art. 39)', () => {
  const both = [
    { post: 'manager', grade: 'qualified', score: '82', weightBp: 6000 },
    { post: 'engineer', grade: 'excellent', score: '93.5', weightBp: 4000 },
  ] as const

  test('the worse of the two, unless the institution has set weights for the score', () => {
    expect(bothPosts(both, 'worse')).toMatchObject({ grade: 'qualified', official: '82.00', decidedBy: ['manager'] })
    // 0.6 x 82 + 0.4 x 93.5
    expect(bothPosts(both, 'by-weight')).toMatchObject({ grade: 'qualified', official: '86.60' })
  })

  test('what is missing is named', () => {
    expect(bothPosts(both.slice(1), 'worse')).toEqual({ kind: 'undefined', because: 'one-post-only' })
    expect(bothPosts([both[0], { ...both[1], weightBp: 3000 }], 'by-weight')).toEqual({
      kind: 'undefined',
      because: 'weights-must-total-100',
    })
    expect(bothPosts([both[0], { ...both[1], score: null }], 'by-weight')).toEqual({ kind: 'undefined', because: 'score-missing' })
  })
})
