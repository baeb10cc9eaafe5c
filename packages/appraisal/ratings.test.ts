import { toNumber } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countVotes, type GradeVote } from './democraticVote.ts'
import { groupMean } from './groupMean.ts'
import { combineRatings, type GroupRatings } from './ratings.ts'
import { segmentScore } from './segments.ts'
import { rules } from './testing/rules.ts'

const full: readonly GroupRatings[] = [
  { group: 'superior', ratings: ['90'] },
  { group: 'peers', ratings: ['80', '85', '90'] },
  { group: 'subordinates', ratings: ['70', '80', '80', '90', '95'] },
  { group: 'service-users', ratings: ['88', '92', '96'] },
]
const without = (group: string, ratings: GroupRatings['ratings']) => full.map((each) => (each.group === group ? { group, ratings } : each))

describe('the mean of a group', () => {
  test('is plain below 5, without the highest and lowest below 10, trimmed by a tenth at either end from 10', () => {
    expect(groupMean(['80', '85', '90'], rules.ratings.trim)).toMatchObject({ n: 3, trimmedEachSide: 0, method: 'mean' })
    const five = groupMean(['10', '80', '80', '80', '100'], rules.ratings.trim)
    expect([toNumber(five.mean), five.method]).toEqual([80, 'mean-without-highest-and-lowest'])
    const twenty = groupMean(['0', '0', ...Array.from({ length: 16 }, () => '80'), '100', '100'], rules.ratings.trim)
    expect([toNumber(twenty.mean), twenty.trimmedEachSide, twenty.method]).toEqual([80, 2, 'trimmed-mean'])
  })

  test('has the median beside it', () => {
    expect(toNumber(groupMean(['70', '80', '95', '60'], rules.ratings.trim).median)).toBe(75)
  })
})

describe('combining groups', () => {
  test('weights the groups by the plan: 0.5*90 + 0.2*85 + 0.1*83.33.. + 0.2*92', () => {
    const combined = combineRatings(full, rules.ratings)
    expect(combined).toMatchObject({ kind: 'combined', value: '1331/15', official: '88.73', redistributed: false, rolledUp: false })
  })

  test('a short group is first pooled with its neighbours, and neither is shown on its own', () => {
    const combined = combineRatings(without('subordinates', ['70', '80']), rules.ratings)
    if (combined.kind === 'undefined') throw new Error(combined.because)
    expect(combined).toMatchObject({ rolledUp: true, redistributed: false })
    expect(combined.groups.map(({ group, standing, value }) => [group, standing, value])).toEqual([
      ['superior', 'used', '90.0000'],
      ['peers', 'rolled-up', null],
      ['subordinates', 'rolled-up', null],
      ['service-users', 'used', '92.0000'],
      ['colleagues', 'used', '81.6667'],
    ])
    expect(combined.groups.map(({ weightUsed }) => weightUsed)).toEqual([5000, 0, 0, 2000, 3000])
  })

  test('what is still too few gives its weight to the others in proportion, and the result says so', () => {
    const combined = combineRatings(without('service-users', ['100']), rules.ratings)
    if (combined.kind === 'undefined') throw new Error(combined.because)
    expect(combined.redistributed).toBe(true)
    expect(combined.groups.find(({ group }) => group === 'service-users')).toMatchObject({
      standing: 'below-minimum',
      weightGiven: 2000,
      weightUsed: 0,
      value: null,
    })
    expect(combined.groups.map(({ weightUsed }) => weightUsed)).toEqual([6250, 2500, 1250, 0])
  })

  test('a person without subordinates is not a person with too few of them', () => {
    const combined = combineRatings(without('subordinates', 'not-applicable'), rules.ratings)
    if (combined.kind === 'undefined') throw new Error(combined.because)
    expect(combined).toMatchObject({ rolledUp: false, redistributed: true })
    expect(combined.groups.find(({ group }) => group === 'subordinates')?.standing).toBe('not-applicable')
  })

  test('a mandatory group that is short blocks, and nothing is filled in', () => {
    expect(combineRatings(without('superior', []), rules.ratings)).toEqual({
      kind: 'undefined',
      because: 'mandatory-group-short',
      group: 'superior',
      n: 0,
      minimum: 1,
    })
  })

  test('weights that do not total 100 % and groups outside the plan are refused', () => {
    const groups = rules.ratings.groups.map((each) => ({ ...each, weightBasisPoints: 2400 }))
    expect(combineRatings(full, { ...rules.ratings, groups })).toEqual({
      kind: 'undefined',
      because: 'weights-must-total-100',
      totalBasisPoints: 9600,
    })
    expect(combineRatings([{ group: 'friends', ratings: ['100'] }], rules.ratings)).toMatchObject({
      because: 'group-not-in-plan',
      group: 'friends',
    })
  })

  test('the value lies between the lowest and the highest rating, and used weights total 100 %', () => {
    const ratings = fc.array(fc.integer({ min: 0, max: 100 }).map(String), { minLength: 0, maxLength: 15 })
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }).map(String), { minLength: 1, maxLength: 3 }),
        ratings,
        ratings,
        ratings,
        (superior, peers, subordinates, users) => {
          const given = [
            { group: 'superior', ratings: superior },
            { group: 'peers', ratings: peers },
            { group: 'subordinates', ratings: subordinates },
            { group: 'service-users', ratings: users },
          ]
          const combined = combineRatings(given, rules.ratings)
          if (combined.kind === 'undefined') return false
          const all = [...superior, ...peers, ...subordinates, ...users].map(Number)
          const value = Number(combined.official)
          const total = combined.groups.reduce((sum, { weightUsed }) => sum + weightUsed, 0)
          return value >= Math.min(...all) - 0.005 && value <= Math.max(...all) + 0.005 && total === 10_000
        },
      ),
    )
  })
})

describe('the democratic evaluation', () => {
  const votes = (grade: GradeVote['grade'], section: string, count: number): GradeVote[] =>
    Array.from({ length: count }, () => ({ grade, section }))

  test('maps grades to points', () => {
    expect(countVotes([...votes('excellent', 'A', 3), ...votes('qualified', 'B', 2)], null, rules.vote)).toMatchObject({
      official: '92.00',
      method: 'all-votes',
    })
  })

  test('with five outside votes those of the own section are left out, and still counted', () => {
    const counted = countVotes([...votes('excellent', 'own', 10), ...votes('qualified', 'B', 5)], 'own', rules.vote)
    expect(counted).toMatchObject({ official: '80.00', method: 'outside-votes', counts: { excellent: 10, qualified: 5 } })
  })

  test('with fewer outside votes every section is one voice', () => {
    expect(countVotes([...votes('excellent', 'own', 10), ...votes('qualified', 'B', 3)], 'own', rules.vote)).toMatchObject({
      official: '90.00',
      method: 'mean-of-sections',
    })
  })

  test('too few votes are no result', () => {
    expect(countVotes(votes('excellent', 'A', 4), null, rules.vote)).toEqual({
      kind: 'undefined',
      because: 'too-few-votes',
      n: 4,
      minimum: 5,
    })
  })
})

describe('a year with a move in it', () => {
  test('is the mean of its segments by days; short ones give comments only', () => {
    const segments = [
      { id: 'old', days: 100, score: '80' },
      { id: 'acting', days: 59, score: '100' },
      { id: 'new', days: 200, score: '92' },
    ]
    expect(segmentScore(segments, rules.segments.minimumDays)).toEqual({
      kind: 'scored',
      value: '88',
      official: '88.00',
      counted: ['old', 'new'],
      commentOnly: ['acting'],
    })
  })

  test('has no score while a segment that counts is not scored', () => {
    expect(segmentScore([{ id: 'old', days: 100, score: null }], 60)).toEqual({
      kind: 'undefined',
      because: 'segment-not-scored',
      segments: ['old'],
    })
    expect(segmentScore([{ id: 'old', days: 10, score: '80' }], 60)).toEqual({
      kind: 'undefined',
      because: 'no-segment-long-enough',
      minimumDays: 60,
    })
  })
})
