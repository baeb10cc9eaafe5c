import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { matrixFrom } from './comparison.ts'
import { consistencyRatio } from './randomIndex.ts'

const positive = fc.double({ min: 0.1, max: 10, noNaN: true })
const saaty = fc.constantFrom(1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9)

/** Every judgement free: usually inconsistent. */
const matrices = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.array(saaty, { minLength: 28, maxLength: 28 }).map((values) => {
    let next = 0
    const pairs = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size - row - 1 }, (_, step) => ({ row, column: row + 1 + step })),
    )
    return matrixFrom(
      size,
      pairs.flat().map((pair) => ({ ...pair, times: values[next++] ?? 1 })),
    )
  }),
)

function computed(matrix: readonly (readonly number[])[]) {
  const result = ahp(matrix)
  if (result.kind === 'undefined') throw new Error(result.fault.because)
  return result
}

test('the drinks of Saaty 2008 get the weights and the ratio he printed', () => {
  const result = computed([
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
  ])
  const printed = [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]
  expect(result.weights).toEqual(printed.map((weight) => expect.closeTo(weight, 2)))
  expect(result.consistencyRatio).toBeCloseTo(0.022, 3)
  expect(result.consistent).toBe(true)
})

test('a matrix made of weights gives those weights back, with ratio 0 by both methods', () => {
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 9 }), (values) => {
      const whole = values.reduce((sum, value) => sum + value, 0)
      const result = computed(values.map((a) => values.map((b) => a / b)))
      values.forEach((value, criterion) => {
        expect(result.weights[criterion]).toBeCloseTo(value / whole, 9)
        expect(result.geometric.weights[criterion]).toBeCloseTo(value / whole, 9)
      })
      expect(result.consistencyRatio).toBeCloseTo(0, 9)
    }),
  )
})

test('weights are positive and sum to one, lambda is never below n, and the order of criteria does not matter', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const result = computed(matrix)
      expect(result.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
      expect(Math.min(...result.weights)).toBeGreaterThan(0)
      expect(result.lambdaMax).toBeGreaterThanOrEqual(matrix.length - 1e-9)
      expect(result.consistencyRatio).toBeGreaterThanOrEqual(0)
      const turned = computed(matrix.map((row) => row.toReversed()).toReversed())
      expect(turned.weights.toReversed()).toEqual(result.weights.map((weight) => expect.closeTo(weight, 10)))
    }),
  )
})

test('one or two criteria are always consistent: the ratio is 0, not 0 over 0', () => {
  expect(computed([[1]]).consistencyRatio).toBe(0)
  expect(
    computed([
      [1, 9],
      [1 / 9, 1],
    ]).consistencyRatio,
  ).toBe(0)
})

test('above fifteen criteria there is no random index, so no ratio and no verdict, and that is said', () => {
  const result = computed(matrixFrom(16, []))
  expect(result.consistencyRatio).toBeNull()
  expect(result.consistent).toBeNull()
  expect(result.warnings).toContainEqual({ code: 'no-random-index' })
})

test('the ratio depends on the table, which is named', () => {
  expect(ahp(matrixFrom(3, []), { table: 'alonsoLamata2006' })).toMatchObject({ randomIndex: { table: 'alonsoLamata2006', value: 0.5245 } })
  expect(consistencyRatio(0.05, 3, 'saaty1980')).toBeCloseTo(0.05 / 0.58, 12)
})

test.each([
  [[], { because: 'empty' }],
  [
    [
      [1, 1, 1],
      [1, 1, 1],
    ],
    { because: 'nonsquare', row: 0 },
  ],
  [
    [
      [1, 0],
      [0, 1],
    ],
    { because: 'zero', at: { row: 0, column: 1 } },
  ],
  [
    [
      [1, -0.5],
      [-2, 1],
    ],
    { because: 'negative', at: { row: 0, column: 1 } },
  ],
  [
    [
      [1, 3],
      [3, 1],
    ],
    { because: 'nonreciprocal', at: { row: 0, column: 1 } },
  ],
  [
    [
      [2, 1],
      [1, 1],
    ],
    { because: 'diagonal-not-one', at: { row: 0, column: 0 } },
  ],
  [
    [
      [1, Number.NaN],
      [1, 1],
    ],
    { because: 'not-finite', at: { row: 0, column: 1 } },
  ],
])('an unfit matrix is refused with the cell at fault: %j', (matrix, fault) => {
  expect(ahp(matrix)).toMatchObject({ kind: 'undefined', fault })
})

test('a third typed as 0.333333 is a third', () => {
  expect(
    ahp([
      [1, 3],
      [0.333333, 1],
    ]).kind,
  ).toBe('computed')
})
