import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnOf, completeRows, presentValues } from './answers.ts'
import { correlationFromCovariance, covarianceMatrix, pairwiseCovarianceMatrix } from './covarianceMatrix.ts'
import { leftOut, notComputed } from './evidence.ts'
import { kendallExact, spearmanExact } from './exactRankCorrelation.ts'
import { feldtInterval } from './feldtInterval.ts'
import { groupPairs } from './groupPairs.ts'
import { groupsOf } from './groups.ts'
import { isConstant, mean, standardDeviation, sumOfSquares, variance } from './moments.ts'
import { wilsonLimits } from './proportionInterval.ts'
import { kurtosis, skewness } from './shape.ts'

/** The parts others stand on, by hand or by law. */
describe('answers', () => {
  test('a gap is left out of a series and takes its whole case out of rows; both are counted', () => {
    expect(presentValues([3, null, 0])).toEqual([3, 0])
    const { rows, excluded } = completeRows([
      [1, 2, null],
      [4, null, 6],
    ])
    expect(rows).toEqual([[1, 4]])
    expect(excluded).toEqual({ incomplete: 2 })
    expect(
      columnOf(
        [
          [1, 4],
          [2, 5],
        ],
        1,
      ),
    ).toEqual([4, 5])
  })
  test('what was not left out is not in the evidence', () => {
    expect(leftOut({ missing: 0, incomplete: 2 })).toEqual({ incomplete: 2 })
    expect(leftOut({ missing: 0 })).toEqual({})
  })
  test('no answer carries its evidence like any other', () => {
    expect(notComputed('some-method', 'too-few-cases', { n: 1, excluded: { missing: 4 }, subjects: ['q1'] })).toEqual({
      kind: 'undefined',
      because: 'too-few-cases',
      subjects: ['q1'],
      n: 1,
      excluded: { missing: 4 },
      method: 'some-method',
      warnings: [],
    })
  })
})

describe('groups', () => {
  test('come by name, numbers by their size, whichever case comes first', () => {
    const names = (membership: readonly (string | number)[]) =>
      groupsOf(
        membership.map((_, at) => at),
        membership,
      ).groups.map(({ name }) => name)
    expect(names([10, 9, 2])).toEqual(['2', '9', '10'])
    expect(names(['10', '9', '2'])).toEqual(['2', '9', '10'])
    expect(names(['乙', '甲', 'b', 'B', 'a'])).toEqual(['B', 'a', 'b', '乙', '甲'])
  })
  test('a group whose cases all left a gap is there, with nothing in it; a case without a group is counted apart', () => {
    const { groups, excluded } = groupsOf([1, null, 3, 4], ['x', 'y', 'x', null])
    expect(groups).toEqual([
      { name: 'x', values: [1, 3] },
      { name: 'y', values: [] },
    ])
    expect(excluded).toEqual({ missing: 1, 'no-group': 1 })
  })
  test('every pair once, the later against the earlier', () => {
    expect(groupPairs(['A', 'B', 'C']).map(({ later, earlier }) => `${later}-${earlier}`)).toEqual(['B-A', 'C-A', 'C-B'])
    expect(groupPairs(['A'])).toEqual([])
  })
})

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 30 })
describe('moments', () => {
  test('law: moving all values moves the mean and nothing else, though they lie far from zero', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(1e6, -1e9, 1e12), (values, far) => {
        const moved = values.map((value) => value + far)
        expect(mean(moved) - far).toBeCloseTo(mean(values), 3)
        expect(variance(moved)).toBeCloseTo(variance(values), 6)
        expect(sumOfSquares(moved)).toBeCloseTo(sumOfSquares(values), 4)
        if (isConstant(values)) return
        expect(skewness(moved)).toBeCloseTo(skewness(values)!, 6)
        expect(kurtosis(moved)).toBeCloseTo(kurtosis(values)!, 6)
      }),
      { numRuns: 60 },
    )
  })
  test('law: stretched values spread as much more; a mirror turns skewness over and leaves kurtosis', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 50 }), (values, factor) => {
        fc.pre(!isConstant(values))
        const mirrored = values.map((value) => -factor * value)
        expect(standardDeviation(mirrored) / standardDeviation(values)).toBeCloseTo(factor, 9)
        expect(skewness(mirrored)).toBeCloseTo(-skewness(values)!, 9)
        expect(kurtosis(mirrored)).toBeCloseTo(kurtosis(values)!, 9)
      }),
      { numRuns: 60 },
    )
  })
  test('the same deviations about zero and about a million: a mean that is off by its last digit must not show', () => {
    const near = [0, 1, 2, 3, 17].map((step) => step / 1024)
    expect(skewness(near.map((value) => value + 1e6))).toBeCloseTo(skewness(near)!, 9)
  })
})

describe('covariances', () => {
  test('by hand: two items of the worked example', () => {
    const rows = [
      [5, 4],
      [4, 5],
      [2, 1],
      [1, 2],
    ]
    expect(
      covarianceMatrix(rows)
        .flat()
        .map((value) => value.toFixed(4)),
    ).toEqual(['3.3333', '2.6667', '2.6667', '3.3333'])
    expect(correlationFromCovariance(covarianceMatrix(rows))[0]![1]).toBeCloseTo(0.8, 12)
  })
  test('a pair rests on the cases that have both; an item that never varies has no correlation', () => {
    const pairs = pairwiseCovarianceMatrix([
      [1, 2, 3, null],
      [2, 4, null, 6],
      [5, 5, 5, 5],
    ])
    expect(pairs[0]![0]).toBeCloseTo(1, 12)
    expect(pairs[0]![1]).toBeCloseTo(1, 12)
    expect(correlationFromCovariance(pairs)[0]![2]).toBeNull()
  })
})

describe('exact order statistics, all orders counted by hand', () => {
  test('three cases in the same order: one order of six either way', () => {
    expect(kendallExact(3, 3)).toBeCloseTo(1 / 3, 12)
    expect(kendallExact(3, -3)).toBeCloseTo(1 / 3, 12)
    expect(spearmanExact(3, 0)).toBeCloseTo(1 / 3, 12)
    expect(spearmanExact(3, 8)).toBeCloseTo(1 / 3, 12)
  })
  test('four cases: 24 orders; S = 4 or more in four of them', () => {
    expect(kendallExact(4, 4)).toBeCloseTo((2 * 4) / 24, 12)
    expect(spearmanExact(4, 0)).toBeCloseTo(2 / 24, 12)
    expect(spearmanExact(11, 0)).toBeNull()
  })
})

describe('intervals', () => {
  test('Feldt 1965: alpha .889 of two items and four people, F of 3 and 3 degrees 15.4392 and 0.0648', () => {
    const { low, high } = feldtInterval({ alpha: 8 / 9, n: 4, k: 2, level: 0.95 })
    expect(low).toBeCloseTo(1 - 15.4392 / 9, 4)
    expect(high).toBeCloseTo(1 - 1 / 15.4392 / 9, 4)
  })
  test('law: Wilson limits stay within 0 and 1, hold the share, and turn over with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (cases, share) => {
        const successes = Math.round(cases * share)
        const [one, other] = [wilsonLimits(successes / cases, cases, 0.95), wilsonLimits((cases - successes) / cases, cases, 0.95)]
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(one.low).toBeLessThanOrEqual(successes / cases + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(successes / cases - 1e-12)
        expect(one.low).toBeCloseTo(1 - other.high, 12)
      }),
    )
  })
})
