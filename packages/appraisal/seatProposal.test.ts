import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from './candidateOrder.ts'
import { gradeByCriteria } from './criteria.ts'
import { gradeBreaksAt } from './gradeActs.ts'
import { proposeGrades } from './seatProposal.ts'
import { rankOf, replaySeat, type SeatTicket } from './seatTicket.ts'
import { rules } from './testing/rules.ts'

const candidate = (person: string, score: string | null, more: Partial<Candidate> = {}): Candidate => ({
  person,
  pool: 'all',
  verdict: 'graded',
  ceiling: null,
  criteriaGrade: 'excellent',
  score,
  tieBreaks: {},
  ...more,
})

function proposed(people: readonly Candidate[], seats: number) {
  const { proposals, ...rest } = proposeGrades(people, { all: seats }, rules.proposal)
  return { ...rest, grades: Object.fromEntries(proposals.map((each) => [each.person, each.proposed])), proposals }
}

describe('proposing excellent', () => {
  test('the best scores get the seats; who is left without one is qualified and marked as held back', () => {
    const { grades, proposals, open } = proposed([candidate('a', '91'), candidate('b', '95.5'), candidate('c', '93')], 2)
    expect(grades).toEqual({ a: 'qualified', b: 'excellent', c: 'excellent' })
    expect(proposals.find(({ person }) => person === 'a')).toMatchObject({ standing: 'held-back-by-seats', place: 3 })
    expect(open).toEqual({ all: 0 })
  })

  test('scores are compared exactly: 271/3 is ahead of 90.33', () => {
    expect(proposed([candidate('a', '90.33'), candidate('b', '271/3')], 1).grades).toEqual({ a: 'qualified', b: 'excellent' })
  })

  test('a tie at the last seat is left to the committee: all tied wait, nobody below moves up', () => {
    const { grades, ties, open } = proposed([candidate('a', '95'), candidate('b', '92'), candidate('c', '92'), candidate('d', '91')], 2)
    expect(grades).toEqual({ a: 'excellent', b: null, c: null, d: 'qualified' })
    expect(ties).toEqual([{ pool: 'all', people: ['b', 'c'], seatsLeft: 1 }])
    expect(open).toEqual({ all: 1 })
  })

  test('equal scores are divided by the results score, then by what follows', () => {
    const people = [
      candidate('a', '92', { tieBreaks: { 'results-score': '90', satisfaction: '80' } }),
      candidate('b', '92', { tieBreaks: { 'results-score': '90', satisfaction: '85' } }),
      candidate('c', '92', { tieBreaks: { 'results-score': '88', satisfaction: '99' } }),
    ]
    const { grades, passedOver } = proposed(people, 1)
    expect(grades).toEqual({ a: 'qualified', b: 'excellent', c: 'qualified' })
    expect(passedOver).toEqual([{ tieBreak: 'objective-score', people: ['a', 'b'] }])
  })

  test('a tie-break that somebody has no value for is passed over, and said so', () => {
    const people = [candidate('a', '92', { tieBreaks: { 'results-score': '99' } }), candidate('b', '92')]
    const { ties, passedOver } = proposed(people, 1)
    expect(ties).toEqual([{ pool: 'all', people: ['a', 'b'], seatsLeft: 1 }])
    expect(passedOver.map(({ tieBreak }) => tieBreak)).toContain('results-score')
  })

  test('empty seats are legal: nobody is raised to fill them', () => {
    const { grades, open } = proposed([candidate('a', '89.99'), candidate('b', '95', { criteriaGrade: 'qualified' })], 3)
    expect(grades).toEqual({ a: 'qualified', b: 'qualified' })
    expect(open).toEqual({ all: 3 })
  })

  test('why somebody is no candidate is said', () => {
    const because = (more: Partial<Candidate>, score: string | null = '95') => proposed([candidate('a', score, more)], 1).proposals[0]
    expect(because({ ceiling: 'basic' })).toMatchObject({ proposed: 'basic', because: ['ceiling'] })
    expect(because({ ceiling: 'ungraded' })).toMatchObject({ proposed: 'ungraded', because: ['no-grade'] })
    expect(because({ verdict: 'none' })).toMatchObject({ proposed: 'ungraded', because: ['no-grade'] })
    expect(because({ verdict: 'none-yet' })).toMatchObject({ proposed: null, because: ['case-open'] })
    expect(because({ verdict: 'unqualified' })).toMatchObject({ proposed: 'unqualified', because: ['unqualified-directly'] })
    expect(because({ criteriaGrade: null })).toMatchObject({ proposed: null, because: ['criteria-not-complete'] })
    expect(because({}, null)).toMatchObject({ proposed: null, because: ['no-score'] })
    expect(because({ criteriaGrade: 'basic' })).toMatchObject({ proposed: 'basic', because: ['criteria-below-excellent'] })
  })

  test('never more excellent than seats, whatever the scores, and the order of people does not matter', () => {
    const people = fc
      .array(fc.record({ score: fc.integer({ min: 880, max: 960 }), results: fc.option(fc.integer({ min: 80, max: 90 })) }), {
        maxLength: 40,
      })
      .map((list) =>
        list.map(({ score, results }, at) =>
          candidate(`p${at}`, `${score}/10`, { tieBreaks: { 'results-score': results === null ? null : String(results) } }),
        ),
      )
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 12 }), (list, seats) => {
        const { grades, ties } = proposed(list, seats)
        const excellent = Object.values(grades).filter((grade) => grade === 'excellent').length
        const turned = proposed(list.toReversed(), seats).grades
        const isSame = list.every(({ person }) => grades[person] === turned[person])
        const areTiesReal = ties.every(({ people: tied, seatsLeft }) => tied.length > seatsLeft && seatsLeft > 0)
        return excellent <= seats && isSame && areTiesReal
      }),
    )
  })
})

describe('the criteria of Art. 11-14', () => {
  const all = { ethics: 'excellent', ability: 'excellent', service: 'excellent', results: 'excellent', integrity: 'excellent' } as const

  test('excellent needs all five facets, one low facet is enough to hold the grade down', () => {
    expect(gradeByCriteria(all)).toEqual({ kind: 'known', grade: 'excellent', limitedBy: [] })
    expect(gradeByCriteria({ ...all, service: 'qualified' })).toEqual({ kind: 'known', grade: 'qualified', limitedBy: ['service'] })
    expect(gradeByCriteria({ ...all, results: 'basic', integrity: 'unqualified' })).toEqual({
      kind: 'known',
      grade: 'unqualified',
      limitedBy: ['integrity'],
    })
  })

  test('facets nobody has looked at are named', () => {
    expect(gradeByCriteria({ ...all, ethics: null })).toEqual({ kind: 'undefined', because: 'checklist-not-complete', facets: ['ethics'] })
  })
})

describe('the ticket of a seat', () => {
  const drawn = fc.array(
    fc.record({
      score: fc.option(fc.integer({ min: 70, max: 96 }).map(String), { nil: null }),
      criteriaGrade: fc.constantFrom('excellent', 'excellent', 'qualified', null),
      ceiling: fc.constantFrom(null, null, null, 'qualified'),
      results: fc.option(fc.integer({ min: 80, max: 82 }).map(String), { nil: null }),
    }),
    { minLength: 1, maxLength: 16 },
  )
  const ticketOf = (people: readonly Candidate[], at: number, base: number): SeatTicket => {
    const seats = Math.floor(base / 5)
    const [own, given] = [people[at], proposeGrades(people, { all: seats }, rules.proposal).proposals[at]]
    if (!own || !given) throw new Error('nobody there')
    const { person, pool: _pool, ...shown } = own
    const { proposed: grade, standing, place, because } = given
    return {
      ...{ base, basisPoints: 2000, seats, poolSeats: seats, takenBefore: 0, shares: null, rules: rules.proposal, candidate: shown },
      ...rankOf(person, people, seats, rules.proposal),
      ...{ proposed: grade, standing, place, because },
    }
  }

  test('law: with the colleagues as numbers only, everybody’s seat, place and proposed grade come out the same again', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 40 }), (all, base) => {
        const people = all.map(({ results, ...one }, at) =>
          candidate(`p${at}`, one.score, { ...one, tieBreaks: { 'results-score': results } }),
        )
        for (const at of people.keys()) expect(replaySeat(ticketOf(people, at, base))).toEqual([])
      }),
    )
  })

  test('the cut-off is the lowest score with a seat; a seat, a place or a share that was changed is named', () => {
    const people = [candidate('a', '91'), candidate('b', '95.5'), candidate('c', '93')]
    const ticket = ticketOf(people, 0, 10)
    expect(ticket).toMatchObject({ ahead: 2, equal: 0, cutOff: '93', standing: 'held-back-by-seats' })
    expect(replaySeat({ ...ticket, standing: 'has-seat', proposed: 'excellent' })).toEqual(['seat', 'proposed-grade'])
    expect(replaySeat({ ...ticket, base: 16 })).toEqual(['seats'])
    expect(replaySeat({ ...ticket, poolSeats: 3 })).toEqual(['seats-of-pool', 'seat', 'proposed-grade'])
  })

  test('a grade follows from the proposal and the acts of people, each beginning where the one before ended', () => {
    const calibrated = { kind: 'calibrated', from: 'qualified', to: 'excellent' } as const
    const decided = { kind: 'decided', from: 'excellent', to: 'qualified' } as const
    const changed = { kind: 'changed', from: 'qualified', to: 'excellent' } as const
    expect(gradeBreaksAt('qualified', [calibrated, decided, changed], 'excellent')).toBeNull()
    expect(gradeBreaksAt('qualified', [calibrated, decided, changed], 'qualified')).toBe(3)
    expect(gradeBreaksAt('basic', [calibrated, decided], 'qualified')).toBe(0)
    expect(gradeBreaksAt('qualified', [calibrated], null)).toBeNull()
    expect(gradeBreaksAt('qualified', [], 'excellent')).toBe(0)
  })
})
