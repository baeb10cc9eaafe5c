import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divisorShares } from './divisorMethods.ts'
import { geomean, mode, percentRankInc, rankEq, stdevP, trimmean } from './spreadsheet.ts'

/** Expected values: LibreOffice Calc 7.4. */
test('ranks share the better place, and the place after a tie stays empty', () => {
  expect(rankEq([95, 88, 88, 76, 60])).toEqual([1, 2, 2, 4, 5])
  expect(rankEq([])).toEqual([])
})

test('percent ranks run from 0 to 1; ties share the lower; one value alone is 1', () => {
  expect(percentRankInc([95, 88, 88, 76, 60])).toEqual([1, 0.5, 0.5, 0.25, 0])
  expect(percentRankInc([7])).toEqual([1])
})

test('the spread of a whole population, the geometric and the trimmed mean', () => {
  expect(stdevP([3, 4, 4, 5, 2, 1])).toBeCloseTo(1.34370962471642, 13)
  expect(geomean([3, 4, 4, 5, 2, 1])).toBeCloseTo(2.79816641433953, 13)
  expect(trimmean([3, 4, 4, 5, 2, 1], 0.4)).toBe(3.25)
  expect(trimmean([3, 4, 4, 5, 2, 1], 0.3)).toBeCloseTo(19 / 6, 13)
})

test('the mode is the least of the most frequent; values that appear once have none', () => {
  expect([mode([5, 4, 5, 4, 1]), mode([1, 2, 3])]).toEqual([4, null])
})

test('what has no answer is null and never NaN', () => {
  expect([stdevP([]), geomean([]), geomean([1, 0]), trimmean([], 0.1), trimmean([1], 1)]).toEqual([null, null, null, null, null])
})

const seats = (total: number, claims: readonly number[], method: 'dhondt' | 'sainte-lague') => {
  const result = divisorShares(
    total,
    claims.map((claim, index) => ({ key: `k${index}`, claim })),
    method,
  )
  return result.kind === 'apportioned' ? result.shares.map(({ share }) => Number(share)) : result.because
}

test('the textbook parliament of eight seats', () => {
  expect(seats(8, [100000, 80000, 30000, 20000], 'dhondt')).toEqual([4, 3, 1, 0])
  expect(seats(8, [100000, 80000, 30000, 20000], 'sainte-lague')).toEqual([3, 3, 1, 1])
})

test('an equal quotient goes to the larger claim, then to the smaller key', () => {
  expect(seats(1, [1, 1], 'dhondt')).toEqual([1, 0])
  expect(seats(3, [100, 50], 'dhondt')).toEqual([2, 1])
  expect([seats(2, [0, 0], 'dhondt'), seats(2, [-1, 2], 'dhondt'), seats(-1, [1], 'dhondt')]).toEqual([
    'no-claims',
    'negative-claim',
    'negative-total',
  ])
})

test('law: every seat is given, and one seat more takes none away', () => {
  const claims = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((one) => one > 0))
  fc.assert(
    fc.property(
      claims,
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('dhondt' as const, 'sainte-lague' as const),
      (all, total, method) => {
        const [now, more] = [seats(total, all, method), seats(total + 1, all, method)]
        if (typeof now === 'string' || typeof more === 'string') throw new Error('shared out')
        expect(now.reduce((sum, one) => sum + one, 0)).toBe(total)
        for (const [index, one] of now.entries()) expect(more[index]!).toBeGreaterThanOrEqual(one)
      },
    ),
    { numRuns: 100 },
  )
})
