import { describe, expect, test } from 'vitest'
import { type CommitteeMember, compositionFindings, quorum, recusedFor } from './committee.ts'
import { type DecisionLine, decisionFindings, type Meeting } from './decisionCheck.ts'
import { rules } from './testing/rules.ts'

const members: readonly CommitteeMember[] = [
  { person: 'director', memberClass: 'chair' },
  { person: 'deputy', memberClass: 'leader' },
  { person: 'personnel', memberClass: 'hr' },
  { person: 'discipline', memberClass: 'discipline' },
  { person: 'worker', memberClass: 'staff-representative' },
  { person: 'engineer', memberClass: 'staff-representative' },
]
const everybody = members.map(({ person }) => person)
const line = (person: string, more: Partial<DecisionLine> = {}): DecisionLine => ({
  person,
  outcome: 'qualified',
  verdict: 'graded',
  ceiling: null,
  deciders: everybody,
  ...more,
})
const meeting = (lines: readonly DecisionLine[], more: Partial<Meeting> = {}): Meeting => ({
  minutes: 'minutes of 5 January',
  members,
  present: everybody,
  ties: [],
  lines,
  cap: { people: 10, basisPoints: 2000 },
  ...more,
})
const codes = (each: Meeting) => decisionFindings(each, rules.committee).map(({ code }) => code)

describe('the committee (Art. 16)', () => {
  test('needs the main leader, other leaders, personnel, discipline inspection and staff representatives', () => {
    expect(compositionFindings(members, rules.committee)).toEqual([])
    const without = members.filter(({ memberClass }) => memberClass !== 'staff-representative')
    expect(compositionFindings(without, rules.committee)).toEqual([{ code: 'class-missing', memberClass: 'staff-representative' }])
  })

  test('has one chair, and nobody sits in it twice', () => {
    const doubled: readonly CommitteeMember[] = [...members, { person: 'deputy', memberClass: 'chair' }]
    expect(compositionFindings(doubled, rules.committee)).toEqual([
      { code: 'more-than-one-chair', people: ['director', 'deputy'] },
      { code: 'member-twice', person: 'deputy' },
    ])
  })

  test('the person concerned and those tied to the person leave the room, whichever way the tie was recorded', () => {
    const ties = [
      { person: 'deputy', with: 'clerk' },
      { person: 'clerk', with: 'worker' },
    ]
    expect(recusedFor('clerk', members, ties)).toEqual(['deputy', 'worker'])
    expect(recusedFor('worker', members, ties)).toEqual(['worker'])
  })

  test('a recusal lowers the base of the quorum, and the recused do not count as present', () => {
    expect(quorum({ members: everybody, present: everybody.slice(0, 4), recused: [] }, rules.committee)).toEqual({
      kind: 'quorate',
      present: 4,
      needed: 4,
      base: 6,
    })
    expect(quorum({ members: everybody, present: everybody.slice(0, 3), recused: [] }, rules.committee).kind).toBe('not-quorate')
    expect(quorum({ members: everybody, present: everybody.slice(0, 4), recused: ['director'] }, rules.committee)).toEqual({
      kind: 'not-quorate',
      present: 3,
      needed: 4,
      base: 5,
    })
  })
})

describe('a valid collective decision', () => {
  test('has minutes, named deciders, a quorum, and excellent within the seats', () => {
    expect(codes(meeting([line('a', { outcome: 'excellent' }), line('b')]))).toEqual([])
  })

  test('one excellent above the cap is found', () => {
    const three = ['a', 'b', 'c'].map((person) => line(person, { outcome: 'excellent' }))
    expect(decisionFindings(meeting(three), rules.committee)).toEqual([{ code: 'cap-exceeded', seats: 2, excellent: 3 }])
  })

  test('every person graded has named deciders who were there and not recused', () => {
    expect(codes(meeting([line('a', { deciders: [] })]))).toEqual(['no-deciders'])
    expect(codes(meeting([line('a', { deciders: [...everybody, 'guest'] })]))).toEqual(['decider-not-present'])
    expect(codes(meeting([line('a')], { present: everybody.slice(0, 5) }))).toEqual(['decider-not-present'])
    expect(codes(meeting([line('worker')]))).toEqual(['decider-recused'])
    expect(codes(meeting([line('a')], { ties: [{ person: 'deputy', with: 'a' }] }))).toEqual(['decider-recused'])
    expect(codes(meeting([line('a', { deciders: ['director', 'deputy'] })]))).toEqual(['below-quorum'])
  })

  test('nobody is graded above a ceiling or against the participation table', () => {
    expect(codes(meeting([line('a', { ceiling: 'basic' })]))).toEqual(['above-ceiling'])
    expect(codes(meeting([line('a', { ceiling: 'basic', outcome: 'unqualified' })]))).toEqual([])
    expect(codes(meeting([line('a', { ceiling: 'ungraded' })]))).toEqual(['above-ceiling'])
    expect(codes(meeting([line('a', { verdict: 'none' })]))).toEqual(['graded-against-rule'])
    expect(codes(meeting([line('a', { verdict: 'none-yet', outcome: 'ungraded' })]))).toEqual([])
    expect(codes(meeting([line('a', { verdict: 'unqualified' })]))).toEqual(['graded-against-rule'])
    expect(codes(meeting([line('a', { outcome: 'ungraded' })]))).toEqual(['ungraded-against-rule'])
  })

  test('has minutes and decides nobody twice', () => {
    expect(codes(meeting([line('a'), line('a')], { minutes: ' ' }))).toEqual(['no-minutes', 'decided-twice'])
  })
})
