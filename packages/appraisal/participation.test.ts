import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { participation } from './participation.ts'
import type { ParticipationFacts } from './participationFacts.ts'
import { rules } from './testing/rules.ts'

const ordinary: ParticipationFacts = {
  track: 'staff',
  refusesAfterTalks: false,
  investigation: { state: 'none' },
  sanctioned: false,
  firstJob: false,
  daysHere: 365,
  daysElsewhere: 0,
  leaveDays: { sick: 0, personal: 0, study: 0, maternity: 0 },
  posting: { kind: 'none' },
  holdsTwoPosts: false,
}

function verdict(facts: Partial<ParticipationFacts>) {
  const answer = participation({ ...ordinary, ...facts }, rules.participation)
  if (answer.kind === 'undefined') throw new Error(`missing ${answer.facts.join(', ')}`)
  return answer
}

function row(facts: Partial<ParticipationFacts>) {
  const { row: deciding, takesPart, comment, grade, citations } = verdict(facts)
  return [deciding, takesPart, comment, grade, citations[0]?.article]
}

describe('the decision table (Art. 37-44), from the top', () => {
  test('each row gives part, comment, grade and the article', () => {
    expect(row({})).toEqual(['ordinary', true, 'yes', 'graded', '10'])
    expect(row({ track: 'leader' })).toEqual(['other-track', false, 'no', 'elsewhere', '2'])
    expect(row({ refusesAfterTalks: true })).toEqual(['refuses', false, 'no', 'unqualified', '44'])
    expect(row({ investigation: { state: 'open' } })).toEqual(['under-investigation', true, 'no', 'none-yet', '42'])
    expect(row({ sanctioned: true })).toEqual(['sanctioned', true, 'by-sanction-rules', 'within-ceiling', '43'])
    expect(row({ firstJob: true, daysHere: 100 })).toEqual(['first-job-short', true, 'yes', 'none', '37'])
    expect(row({ daysHere: 100, daysElsewhere: 50 })).toEqual(['short-service', true, 'yes', 'none', '37'])
    expect(row({ daysHere: 100, daysElsewhere: 100 })).toEqual(['joined-this-year', true, 'yes', 'graded', '37'])
    expect(row({ leaveDays: { sick: 100, personal: 50, study: 40, maternity: 0 } })).toEqual([
      'long-leave',
      true,
      'not-excluded',
      'none',
      '41',
    ])
    expect(row({ leaveDays: { sick: 0, personal: 0, study: 0, maternity: 190 } })).toEqual(['maternity-leave', true, 'yes', 'graded', '41'])
    expect(row({ posting: { kind: 'secondment', daysAtHost: 200 } })).toEqual(['seconded', true, 'yes', 'graded', '38'])
    expect(row({ posting: { kind: 'sent' } })).toEqual(['sent', true, 'yes', 'graded', '38'])
    expect(row({ holdsTwoPosts: true })).toEqual(['two-posts', true, 'yes', 'graded', '39'])
  })

  test('less than half a year and more than half a year are both strict', () => {
    expect(verdict({ firstJob: true, daysHere: 182 }).grade).toBe('none')
    expect(verdict({ firstJob: true, daysHere: 183 }).grade).toBe('graded')
    expect(verdict({ daysHere: 100, daysElsewhere: 82 }).grade).toBe('none')
    expect(verdict({ daysHere: 100, daysElsewhere: 83 }).grade).toBe('graded')
    expect(verdict({ leaveDays: { sick: 183, personal: 0, study: 0, maternity: 0 } }).grade).toBe('graded')
    expect(verdict({ leaveDays: { sick: 183, personal: 1, study: 0, maternity: 0 } }).grade).toBe('none')
    expect(verdict({ posting: { kind: 'secondment', daysAtHost: 183 } }).grader).toEqual({ by: 'home', hears: 'host' })
    expect(verdict({ posting: { kind: 'secondment', daysAtHost: 184 } }).grader).toEqual({ by: 'host', hears: 'home' })
  })

  test('half a year is a setting', () => {
    const shorter = { ...rules.participation, halfYearDays: 180 }
    const facts: ParticipationFacts = { ...ordinary, firstJob: true, daysHere: 181 }
    expect(participation(facts, shorter)).toMatchObject({ grade: 'graded' })
    expect(participation(facts, rules.participation)).toMatchObject({ grade: 'none' })
  })

  test('maternity leave does not add up with sick leave', () => {
    expect(verdict({ leaveDays: { sick: 100, personal: 0, study: 0, maternity: 100 } }).row).toBe('ordinary')
  })

  test('of a sanction and long leave the heavier effect counts: no grade', () => {
    const both = verdict({ sanctioned: true, leaveDays: { sick: 200, personal: 0, study: 0, maternity: 0 } })
    expect(both).toMatchObject({ row: 'sanctioned', grade: 'none', alsoApplied: ['long-leave'] })
    expect(both.citations.map(({ article }) => article)).toEqual(['43', '41'])
  })

  test('a case closed without sanction lets the grade be supplied; closed with one it is graded within the ceiling', () => {
    expect(verdict({ investigation: { state: 'closed', sanction: null } }).row).toBe('ordinary')
    expect(verdict({ investigation: { state: 'closed', sanction: 'warning' } })).toMatchObject({
      row: 'sanctioned',
      grade: 'within-ceiling',
    })
  })

  test('people without a grade still count in the base of the seats, people appraised elsewhere do not', () => {
    expect(verdict({ firstJob: true, daysHere: 10 }).inSeatBase).toBe(true)
    expect(verdict({ refusesAfterTalks: true }).inSeatBase).toBe(true)
    expect(verdict({ track: 'leader' }).inSeatBase).toBe(false)
  })

  test('who came from another unit and was seconded is graded as seconded, in both posts where there are two', () => {
    const all = verdict({ daysHere: 200, daysElsewhere: 100, posting: { kind: 'secondment', daysAtHost: 190 }, holdsTwoPosts: true })
    expect(all).toMatchObject({
      row: 'joined-this-year',
      alsoApplied: ['seconded', 'two-posts'],
      grader: { by: 'host', hears: 'home' },
      appraisedInBothPosts: true,
    })
  })
})

describe('facts that are not known', () => {
  test('are named, with the row that asks for them', () => {
    expect(participation({ ...ordinary, daysHere: null }, rules.participation)).toEqual({
      kind: 'undefined',
      because: 'missing-fact',
      row: 'short-service',
      facts: ['daysHere'],
    })
  })

  test('are not asked for when what is known decides', () => {
    const leaveDays = { sick: 184, personal: null, study: null, maternity: null }
    expect(verdict({ leaveDays }).row).toBe('long-leave')
    expect(verdict({ refusesAfterTalks: true, daysHere: null }).row).toBe('refuses')
  })
})

test('a refusal or an open case decides whatever the other facts are', () => {
  const days = fc.option(fc.integer({ min: 0, max: 366 }))
  const facts = fc.record<ParticipationFacts>({
    track: fc.constant('staff'),
    refusesAfterTalks: fc.boolean(),
    investigation: fc.constantFrom({ state: 'none' }, { state: 'open' }, { state: 'closed', sanction: null }),
    sanctioned: fc.boolean(),
    firstJob: fc.boolean(),
    daysHere: days,
    daysElsewhere: days,
    leaveDays: fc.record({ sick: days, personal: days, study: days, maternity: days }),
    posting: fc.constantFrom({ kind: 'none' }, { kind: 'sent' }, { kind: 'secondment', daysAtHost: 200 }),
    holdsTwoPosts: fc.boolean(),
  })
  fc.assert(
    fc.property(facts, (each) => {
      const answer = participation(each, rules.participation)
      if (each.refusesAfterTalks) return answer.kind === 'decided' && answer.grade === 'unqualified'
      if (each.investigation.state === 'open') return answer.kind === 'decided' && answer.grade === 'none-yet' && answer.comment === 'no'
      return answer.kind === 'undefined' ? answer.facts.length > 0 : answer.citations.length === answer.reasons.length
    }),
  )
})
