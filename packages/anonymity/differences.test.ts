import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ShownGroup, smallDifferences } from './differences.ts'
import { reportCell, reportingFloor, reportingRules } from './threshold.ts'

const group = (id: string, ...members: readonly string[]): ShownGroup => ({ id, members: new Set(members) })
const people = Array.from({ length: 9 }, (_, at) => `p${at}`)

describe('two groups that were shown', () => {
  test('one within the other that leaves one to k - 1 people gives them away', () => {
    const [all, most] = [group('all', ...people), group('most', ...people.slice(0, 7))]
    expect(smallDifferences([most, all], 5)).toEqual([{ larger: 'all', smaller: 'most', difference: 2 }])
    expect(smallDifferences([most, all], 2)).toEqual([])
  })

  test('the same people twice, or nobody, give nobody away', () => {
    expect(smallDifferences([group('a', ...people), group('b', ...people)], 5)).toEqual([])
    expect(smallDifferences([group('a', 'p1', 'p2'), group('none')], 5)).toEqual([])
  })

  test('groups that only overlap cannot be subtracted', () => {
    expect(smallDifferences([group('a', ...people.slice(0, 6)), group('b', ...people.slice(2, 7))], 5)).toEqual([])
  })

  test('one person who moved between two waves is found from either side', () => {
    const [before, after] = [group('east in spring', ...people.slice(0, 7)), group('east in autumn', ...people.slice(0, 6))]
    for (const given of [
      [before, after],
      [after, before],
    ])
      expect(smallDifferences(given, 5)).toEqual([{ larger: 'east in spring', smaller: 'east in autumn', difference: 1 }])
  })

  test('law: exactly the pairs that a person would find by comparing all of them', () => {
    const groups = fc.array(fc.subarray(people), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 6 }), (given, k) => {
        const named = given.map((members, at) => group(`g${at}`, ...members))
        const expected = named.flatMap((larger) =>
          named.flatMap((smaller) => {
            const left = [...larger.members].filter((one) => !smaller.members.has(one))
            const inside = [...smaller.members].every((one) => larger.members.has(one))
            return larger !== smaller && inside && smaller.members.size > 0 && left.length > 0 && left.length < k
              ? [`${larger.id} ${smaller.id} ${left.length}`]
              : []
          }),
        )
        const found = smallDifferences(named, k).map(({ larger, smaller, difference }) => `${larger} ${smaller} ${difference}`)
        expect(found.toSorted()).toEqual(expected.toSorted())
      }),
    )
  })
})

describe('laws of the threshold', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 5 })

  test('no distribution is shown of fewer than the least number, nor where all but one answered alike', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 5, max: 12 }), (given, least) => {
        const { rules } = reportingRules({ leastForNumbers: least })
        const n = given.reduce((sum, count) => sum + count, 0)
        const report = reportCell({ counts: given, favourable: null }, rules)
        if (report.kind === 'shown') {
          expect(n).toBeGreaterThanOrEqual(least)
          expect(Math.max(...given)).toBeLessThan(n - 1)
        }
        if (n > 0 && n < least) expect(report).toEqual({ kind: 'hidden', because: 'too-few', least })
        if (n === 0) expect(report.kind).toBe('empty')
      }),
    )
  })

  test('a band is true of the group, and the same for all alike and all but one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 200 }), (n) => {
        const [unanimous, dissent] = [n, n - 1].map((favourable) => reportCell({ counts: [n], favourable }, reportingFloor))
        expect(dissent).toEqual(unanimous)
        if (unanimous?.kind !== 'banded') throw new Error('banded')
        expect((100 * (n - 1)) / n).toBeGreaterThanOrEqual(unanimous.percent)
      }),
    )
  })

  test('asking for more people is followed, asking for fewer is raised and said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (wish) => {
        const { rules, raised } = reportingRules({ leastForNumbers: wish })
        expect(rules.leastForNumbers).toBe(Math.max(5, wish))
        expect(raised.length).toBe(wish < 5 ? 1 : 0)
      }),
    )
    expect(() => reportingRules({ leastForText: 10.5 })).toThrow(RangeError)
  })
})
