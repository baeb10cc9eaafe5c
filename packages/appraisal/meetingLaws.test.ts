import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommitteeMember, compositionFindings, type InterestTie, type MemberClass, quorum, recusedFor } from './committee.ts'
import { type DecisionLine, decisionFindings, type Meeting } from './decisionCheck.ts'
import { countVotes, type GradeVote } from './democraticVote.ts'
import { rules } from './testing/rules.ts'

const CLASSES: readonly MemberClass[] = ['chair', 'leader', 'hr', 'discipline', 'staff-representative']
const members: readonly CommitteeMember[] = CLASSES.map((memberClass, at) => ({ person: `m${at}`, memberClass }))
const everybody = members.map(({ person }) => person)

describe('the committee', () => {
  test('law: a class is missing exactly when nobody in it is of that class', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CLASSES), { maxLength: 8 }), (classes) => {
        const given = classes.map((memberClass, at) => ({ person: `p${at}`, memberClass }))
        const found = compositionFindings(given, rules.committee)
        const missing = found.flatMap((one) => (one.code === 'class-missing' ? [one.memberClass] : []))
        expect(missing.toSorted()).toEqual(CLASSES.filter((one) => !classes.includes(one)).toSorted())
        expect(found.some(({ code }) => code === 'more-than-one-chair')).toBe(classes.filter((one) => one === 'chair').length > 1)
        expect(found.some(({ code }) => code === 'member-twice')).toBe(false)
      }),
    )
  })

  test('law: two of three present are enough, of any number of members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 21 }), fc.integer({ min: 0, max: 21 }), (size, present) => {
        const people = Array.from({ length: size }, (_, at) => `p${at}`)
        const standing = quorum({ members: people, present: people.slice(0, present), recused: [] }, rules.committee)
        expect(standing.kind).toBe(Math.min(present, size) * 3 >= size * 2 ? 'quorate' : 'not-quorate')
        expect(standing.base).toBe(size)
      }),
    )
  })

  test('law: whoever must leave the room counts neither as there nor as missing', () => {
    fc.assert(
      fc.property(fc.subarray(everybody), fc.subarray(everybody), (present, recused) => {
        const standing = quorum({ members: everybody, present, recused }, rules.committee)
        const left = everybody.filter((person) => !recused.includes(person))
        const bare = quorum({ members: left, present: present.filter((person) => left.includes(person)), recused: [] }, rules.committee)
        expect(standing).toEqual(bare)
        expect(standing.needed).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  test('law: one leaves for oneself and for those one is tied to, whichever way it was written down', () => {
    const ties = fc.array(fc.record({ person: fc.constantFrom('r', ...everybody), with: fc.constantFrom('r', ...everybody) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(ties, (given: InterestTie[]) => {
        const recused = recusedFor('r', members, given)
        const turned = recusedFor(
          'r',
          members,
          given.map((tie) => ({ person: tie.with, with: tie.person })),
        )
        expect(turned).toEqual(recused)
        for (const person of everybody)
          expect(recused.includes(person)).toBe(
            given.some((tie) => (tie.person === 'r' && tie.with === person) || (tie.with === 'r' && tie.person === person)),
          )
        expect(recusedFor('m1', members, [])).toEqual(['m1'])
      }),
    )
  })
})

const line = (person: string, more: Partial<DecisionLine> = {}): DecisionLine => ({
  ...{ person, outcome: 'qualified', verdict: 'graded', ceiling: null, deciders: everybody },
  ...more,
})
const meeting = (lines: readonly DecisionLine[], more: Partial<Meeting> = {}): Meeting => ({
  ...{ minutes: 'kept', members, present: everybody, ties: [], cap: { people: 20, basisPoints: 2000 } },
  lines,
  ...more,
})
const codes = (of: Meeting) => decisionFindings(of, rules.committee).map(({ code }) => code)

describe('a decision that stands, and each way to make it fall', () => {
  const sound = meeting([line('a', { outcome: 'excellent' }), line('b'), line('c', { outcome: 'basic', ceiling: 'qualified' })])

  test('stands as it is', () => {
    expect(codes(sound)).toEqual([])
  })

  test.each<[string, Meeting, string[]]>([
    ['without minutes', { ...sound, minutes: '  ' }, ['no-minutes']],
    ['one excellent too many', meeting(Array.from({ length: 5 }, (_, at) => line(`p${at}`, { outcome: 'excellent' }))), ['cap-exceeded']],
    ['nobody decided', meeting([line('a', { deciders: [] })]), ['no-deciders']],
    ['somebody who was not there decided', meeting([line('a')], { present: everybody.slice(0, 4) }), ['decider-not-present']],
    ['a stranger decided', meeting([line('a', { deciders: [...everybody, 'stranger'] })]), ['decider-not-present']],
    ['a relative decided', meeting([line('a')], { ties: [{ person: 'a', with: 'm3' }] }), ['decider-recused']],
    ['somebody decided on oneself', meeting([line('m2')]), ['decider-recused']],
    ['too few decided', meeting([line('a', { deciders: ['m0', 'm1', 'm2'] })]), ['below-quorum']],
    ['above the ceiling', meeting([line('a', { outcome: 'qualified', ceiling: 'basic' })]), ['above-ceiling']],
    ['a grade where the ceiling leaves none', meeting([line('a', { outcome: 'basic', ceiling: 'ungraded' })]), ['above-ceiling']],
    ['a grade against the table', meeting([line('a', { verdict: 'none' })]), ['graded-against-rule']],
    ['no grade where the table gives one', meeting([line('a', { outcome: 'ungraded' })]), ['ungraded-against-rule']],
    ['mercy for a refusal', meeting([line('a', { verdict: 'unqualified' })]), ['graded-against-rule']],
    ['the same person twice', meeting([line('a'), line('a')]), ['decided-twice']],
  ])('%s', (_, of, expected) => {
    expect(codes(of)).toEqual(expected)
  })

  test('what the table and the ceiling leave no grade to is decided by giving none', () => {
    expect(
      codes(meeting([line('a', { verdict: 'none', outcome: 'ungraded' }), line('b', { ceiling: 'ungraded', outcome: 'ungraded' })])),
    ).toEqual([])
    expect(codes(meeting([line('a', { verdict: 'unqualified', outcome: 'unqualified' })]))).toEqual([])
  })

  test('law: findings on one person do not depend on the others, but for the cap', () => {
    const someone = fc.record({
      outcome: fc.constantFrom('qualified' as const, 'basic' as const, 'ungraded' as const),
      verdict: fc.constantFrom('graded' as const, 'none' as const, 'unqualified' as const),
      ceiling: fc.constantFrom(null, 'qualified' as const, 'ungraded' as const),
      deciders: fc.subarray(everybody),
    })
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 5 }), (given) => {
        const lines = given.map((one, at) => line(`p${at}`, one))
        const together = decisionFindings(meeting(lines), rules.committee)
        const apart = lines.flatMap((one) => decisionFindings(meeting([one]), rules.committee))
        expect(together).toEqual(apart)
      }),
    )
  })
})

describe('the democratic evaluation', () => {
  const vote = (grade: GradeVote['grade'], section: string | null = 'x'): GradeVote => ({ grade, section })

  test('by hand, five votes of others: 100, 100, 80, 80 and 60 are 84', () => {
    const result = countVotes([vote('excellent'), vote('excellent'), vote('qualified'), vote('qualified'), vote('basic')], null, rules.vote)
    expect(result).toMatchObject({ kind: 'counted', official: '84.00', method: 'all-votes', n: 5 })
  })

  test('with few votes from outside each section has one voice: own 100, outside 60 make 80, however many are at home', () => {
    const own = Array.from({ length: 9 }, () => vote('excellent', 'home'))
    const result = countVotes([...own, vote('basic', 'x'), vote('basic', 'x')], 'home', rules.vote)
    expect(result).toMatchObject({ official: '80.00', method: 'mean-of-sections', counts: { excellent: 9, basic: 2 } })
  })

  test('with five from outside the own section is left out, and still counted', () => {
    const own = Array.from({ length: 9 }, () => vote('excellent', 'home'))
    const others = Array.from({ length: 5 }, () => vote('qualified', 'x'))
    expect(countVotes([...own, ...others], 'home', rules.vote)).toMatchObject({ official: '80.00', method: 'outside-votes', n: 14 })
  })

  test('too few votes have no value, and say how many are needed', () => {
    expect(countVotes([vote('excellent')], null, rules.vote)).toEqual({ kind: 'undefined', because: 'too-few-votes', n: 1, minimum: 5 })
    expect(countVotes([], null, { ...rules.vote, minimum: 0 })).toMatchObject({ because: 'too-few-votes' })
  })

  test('law: the value lies between the worst and the best vote, and counts add up', () => {
    const votes = fc.array(
      fc.record({
        grade: fc.constantFrom('excellent' as const, 'qualified' as const, 'basic' as const, 'unqualified' as const),
        section: fc.constantFrom('home', 'x', 'y', null),
      }),
      { minLength: 5, maxLength: 25 },
    )
    fc.assert(
      fc.property(votes, fc.constantFrom('home', null), (given, own) => {
        const result = countVotes(given, own, rules.vote)
        if (result.kind === 'undefined') throw new Error(result.because)
        const worths = given.map(({ grade }) => Number(rules.vote.worth[grade]))
        expect(Number(result.official)).toBeGreaterThanOrEqual(Math.min(...worths))
        expect(Number(result.official)).toBeLessThanOrEqual(Math.max(...worths))
        expect(Object.values(result.counts).reduce((sum, count) => sum + count, 0)).toBe(given.length)
      }),
    )
  })
})
