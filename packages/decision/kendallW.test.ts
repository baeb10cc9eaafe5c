import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallW } from './kendallW.ts'

test('judges who agree have W 1, two who contradict each other 0', () => {
  expect(
    kendallW([
      [1, 2, 3],
      [1, 2, 3],
      [10, 20, 30],
    ]),
  ).toMatchObject({ w: 1, chiSquare: 6, df: 2, n: 3 })
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toMatchObject({ w: 0 })
})

test('with ties, by hand: two judges on three objects, one tie each', () => {
  // ranks 1.5 1.5 3 and 1 2.5 2.5: sums 2.5 4 5.5, spread 4.5; 12 x 4.5 / (4 x 24 - 2 x 12) = 0.75
  expect(
    kendallW([
      [1, 1, 2],
      [1, 2, 2],
    ]),
  ).toMatchObject({ w: 0.75 })
})

test('W lies between 0 and 1', () => {
  const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (ratings) => {
      const result = kendallW(ratings)
      if (result.kind === 'undefined') {
        expect(result.because).toBe('all-tied')
        return
      }
      expect(result.w).toBeGreaterThanOrEqual(0)
      expect(result.w).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('one judge, one object or nothing but ties: agreement is not a number', () => {
  expect(kendallW([[1, 2]])).toMatchObject({ because: 'too-few-judges' })
  expect(kendallW([[1], [2]])).toMatchObject({ because: 'too-few-objects' })
  expect(
    kendallW([
      [4, 4],
      [2, 2],
    ]),
  ).toMatchObject({ because: 'all-tied' })
})
