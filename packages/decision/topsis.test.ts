import fc from 'fast-check'
import { expect, test } from 'vitest'
import { topsis } from './topsis.ts'

const rating = fc.integer({ min: 1, max: 9 })
const choices = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([options, criteria]) =>
  fc.record({
    ratings: fc.array(fc.array(rating, { minLength: criteria, maxLength: criteria }), { minLength: options, maxLength: options }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
    directions: fc.array(fc.constantFrom('benefit', 'cost'), { minLength: criteria, maxLength: criteria }),
  }),
)

test('the fighter aircraft of Hwang & Yoon 1981 come out as they printed them', () => {
  const result = topsis({
    ratings: [
      [2, 1500, 20000, 5.5, 5, 9],
      [2.5, 2700, 18000, 6.5, 3, 5],
      [1.8, 2000, 21000, 4.5, 7, 7],
      [2.2, 1800, 20000, 5, 5, 5],
    ],
    weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
    directions: ['benefit', 'benefit', 'benefit', 'cost', 'benefit', 'benefit'],
  })
  if (result.kind === 'undefined') throw new Error('ranked')
  const printed = [0.643, 0.268, 0.613, 0.312]
  for (const [option, closeness] of printed.entries()) expect(Math.abs((result.closeness[option] ?? 0) - closeness)).toBeLessThan(0.002)
  expect(result.ranking).toEqual([0, 2, 3, 1])
})

test('closeness lies between 0 and 1, whatever the ratings; the order of the options does not matter', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const result = topsis(choice)
      if (result.kind === 'undefined') {
        expect(result.fault.because).toBe('no-difference')
        return
      }
      for (const closeness of result.closeness) {
        expect(closeness).toBeGreaterThanOrEqual(0)
        expect(closeness).toBeLessThanOrEqual(1)
      }
      const turned = topsis({ ...choice, ratings: choice.ratings.toReversed() })
      if (turned.kind === 'undefined') throw new Error('ranked either way')
      expect(turned.closeness.toReversed()).toEqual(result.closeness.map((closeness) => expect.closeTo(closeness, 12)))
    }),
  )
})

test('an option best in everything has closeness 1 and one worst in everything 0', () => {
  expect(
    topsis({
      ratings: [
        [9, 1],
        [1, 9],
        [5, 5],
      ],
      weights: [1, 1],
      directions: ['benefit', 'cost'],
    }),
  ).toMatchObject({ closeness: [1, 0, expect.any(Number)] })
})

test('equal options get equal closeness and share a rank; a tie at the top is warned of', () => {
  const result = topsis({
    ratings: [
      [3, 1],
      [3, 1],
      [1, 1],
    ],
    weights: [0.5, 0.5],
  })
  expect(result).toMatchObject({ ranks: [1, 1, 3], ranking: [0, 1, 2] })
  expect(result.warnings).toContainEqual({ code: 'tied-at-the-top', at: [0, 1] })
  expect(result.warnings).toContainEqual({ code: 'criterion-does-not-discriminate', at: [1] })
})

test('options that differ in nothing that carries weight cannot be ranked', () => {
  expect(
    topsis({
      ratings: [
        [1, 2],
        [1, 5],
      ],
      weights: [1, 0],
    }),
  ).toMatchObject({ kind: 'undefined', fault: { because: 'no-difference' } })
})

test('weights that do not sum to one are rescaled, and it is said', () => {
  const result = topsis({
    ratings: [
      [1, 2],
      [2, 1],
    ],
    weights: [3, 1],
  })
  expect(result).toMatchObject({ kind: 'computed', weights: [0.75, 0.25], warnings: [{ code: 'weights-rescaled', value: 4 }] })
})

test.each([
  [{ ratings: [], weights: [1] }, { because: 'no-options' }],
  [{ ratings: [[], []], weights: [] }, { because: 'no-criteria' }],
  [{ ratings: [[1], [2]], weights: [0] }, { because: 'all-weights-zero' }],
  [
    { ratings: [[1], [2]], weights: [-1] },
    { because: 'negative-weight', criterion: 0 },
  ],
  [
    { ratings: [[1], [Number.NaN]], weights: [1] },
    { because: 'rating-not-finite', option: 1, criterion: 0 },
  ],
])('input at fault is named: %j', (choice, fault) => {
  expect(topsis(choice)).toMatchObject({ kind: 'undefined', fault })
})

test('a matrix that does not fit its weights is a mistake of the programmer', () => {
  expect(() => topsis({ ratings: [[1, 2]], weights: [1] })).toThrow(RangeError)
})
