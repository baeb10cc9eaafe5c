import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Grade } from './grade.ts'
import { countGroups, type VotingGroup } from './groupVote.ts'
import { rules } from './testing/rules.ts'

const votes = (grade: Grade, n: number): Grade[] => Array.from({ length: n }, () => grade)
const { vote } = rules

describe('a democratic vote by weighted groups', () => {
  // 100 × 0.3 + (10 × 80 + 10 × 60) ÷ 20 × 0.7 = 30 + 49 = 79, by hand; a vote is worth 100, 80, 60 or 40
  test('each group has its mean, and the means count by their weights however many voted', () => {
    const result = countGroups(
      [
        { group: 'leaders', weight: 3000, votes: votes('excellent', 5) },
        { group: 'staff', weight: 7000, votes: [...votes('qualified', 10), ...votes('basic', 10)] },
      ],
      vote,
    )
    expect(result).toMatchObject({ kind: 'counted', official: '79.00', n: 25 })
    expect(result.kind === 'counted' && result.lines.map((line) => [line.groups, line.n, line.value])).toEqual([
      [['leaders'], 5, '100'],
      [['staff'], 20, '70'],
    ])
  })

  test('a group below the minimum is counted with the smallest other one, and its weight goes along', () => {
    const result = countGroups(
      [
        { group: 'leaders', weight: 3000, votes: votes('unqualified', 4) },
        { group: 'heads', weight: 3000, votes: votes('excellent', 6) },
        { group: 'staff', weight: 4000, votes: votes('qualified', 30) },
      ],
      vote,
    )
    // (4 × 40 + 6 × 100) ÷ 10 = 76 at 60 %, 80 at 40 %: 45.6 + 32 = 77.6
    expect(result).toMatchObject({ official: '77.60' })
    expect(result.kind === 'counted' && result.lines.map((line) => line.groups)).toEqual([['staff'], ['leaders', 'heads']])
  })

  test('too few votes altogether give no value', () => {
    expect(countGroups([{ group: 'staff', weight: 10_000, votes: votes('excellent', 4) }], vote)).toEqual({
      kind: 'undefined',
      because: 'too-few-votes',
      n: 4,
      minimum: 5,
    })
    expect(countGroups([], vote)).toMatchObject({ kind: 'undefined', n: 0 })
  })

  const grade = fc.constantFrom<Grade>('excellent', 'qualified', 'basic', 'unqualified')
  const groups = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.array(grade, { maxLength: 12 })), { minLength: 1, maxLength: 6 })
    .map((list) => list.map(([weight, given], at): VotingGroup => ({ group: `g${at}`, weight, votes: given })))

  test('nothing is shown of fewer people than the minimum, nobody is left out, and the value lies between the worths', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const result = countGroups(given, vote)
        const all = given.reduce((total, one) => total + one.votes.length, 0)
        if (result.kind === 'undefined') return all < vote.minimum
        expect(result.lines.every((line) => line.n >= vote.minimum)).toBe(true)
        expect(result.lines.reduce((total, line) => total + line.n, 0)).toBe(all)
        expect(result.lines.flatMap((line) => line.groups).toSorted()).toEqual(given.map((one) => one.group).toSorted())
        expect(Number(result.official)).toBeGreaterThanOrEqual(40)
        expect(Number(result.official)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
