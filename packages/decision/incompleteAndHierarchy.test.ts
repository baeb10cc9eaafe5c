import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpHierarchy } from './ahpHierarchy.ts'
import { ahpIncomplete } from './ahpIncomplete.ts'
import { randomIndex } from './randomIndex.ts'
import { randomIndexSimulated } from './randomIndexSimulated.ts'
import { seededRandom } from './seededRandom.ts'

const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits))

describe('a matrix with gaps', () => {
  test('Harker 1987: three criteria, one pair not judged: 4/7, 2/7, 1/7 by every method', () => {
    const result = ahpIncomplete([
      [1, 2, null],
      [0.5, 1, 2],
      [null, 0.5, 1],
    ])
    if (result.kind === 'undefined') throw new Error(result.because)
    const printed = close([4 / 7, 2 / 7, 1 / 7])
    expect([result.harker.weights, result.logLeastSquares.weights, result.leastLambda.weights]).toEqual([printed, printed, printed])
    expect(result).toMatchObject({
      missing: [{ row: 0, column: 2 }],
      leastLambda: { lambda: expect.closeTo(3, 9), consistencyRatio: expect.closeTo(0, 9) },
    })
    expect(result.leastLambda.completed[0]?.[2]).toBeCloseTo(4, 6)
  })

  test('Bozoki, Fulop & Ronyai 2010: the gap is filled with 0.730297, lambda 4.09237', () => {
    const result = ahpIncomplete([
      [1, 1, 5, 2],
      [1, 1, 3, 4],
      [1 / 5, 1 / 3, 1, null],
      [1 / 2, 1 / 4, null, 1],
    ])
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.leastLambda.completed[2]?.[3]).toBeCloseTo(0.730297, 5)
    expect(result.leastLambda.lambda).toBeCloseTo(4.09236729, 7)
    expect(result.leastLambda.weights).toEqual(close([0.3738, 0.392, 0.0985, 0.1357], 3))
  })

  test('one cell of a pair is enough', () => {
    expect(
      ahpIncomplete([
        [null, 3],
        [null, null],
      ]),
    ).toMatchObject({ kind: 'computed', missing: [], leastLambda: { weights: close([0.75, 0.25]) } })
  })

  test('criteria that no judgement links have no weights, and the parts are named', () => {
    expect(
      ahpIncomplete([
        [1, 3, null, null],
        [1 / 3, 1, null, null],
        [null, null, 1, 2],
        [null, null, 0.5, 1],
      ]),
    ).toMatchObject({
      kind: 'undefined',
      because: 'disconnected',
      parts: [
        [0, 1],
        [2, 3],
      ],
    })
  })

  test.each([
    [
      [
        [1, 2],
        [2, 1],
      ],
      'nonreciprocal',
    ],
    [
      [
        [1, 0],
        [null, 1],
      ],
      'zero',
    ],
    [
      [
        [1, -2],
        [null, 1],
      ],
      'negative',
    ],
    [
      [
        [1, 2, 3],
        [1, 2],
      ],
      'nonsquare',
    ],
    [[], 'empty'],
  ] as const)('a judgement at fault is named: %j', (matrix, because) => {
    expect(ahpIncomplete(matrix)).toMatchObject({ kind: 'undefined', because })
  })

  const values = fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 3, maxLength: 6 })
  test('law: gaps in a consistent matrix change nothing as long as a chain of judgements remains', () => {
    fc.assert(
      fc.property(values, fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }), (weights, asked) => {
        const whole = weights.reduce((sum, one) => sum + one, 0)
        const matrix = weights.map((a, i) =>
          weights.map((b, j) => (Math.abs(i - j) <= 1 || asked[Math.min(i, j) * 6 + Math.max(i, j)] ? a / b : null)),
        )
        const result = ahpIncomplete(matrix)
        if (result.kind === 'undefined') throw new Error(result.because)
        const right = close(weights.map((one) => one / whole))
        expect(result.harker.weights).toEqual(right)
        expect(result.logLeastSquares.weights).toEqual(right)
        expect(result.leastLambda.weights).toEqual(right)
      }),
      { numRuns: 30 },
    )
  })

  test('law: without a gap the least lambda is that of AHP itself', () => {
    const matrix = [
      [1, 3, 5],
      [1 / 3, 1, 4],
      [1 / 5, 1 / 4, 1],
    ]
    const [whole, gappy] = [ahp(matrix), ahpIncomplete(matrix)]
    if (whole.kind === 'undefined' || gappy.kind === 'undefined') throw new Error('weighed')
    expect(gappy.leastLambda.weights).toEqual(close(whole.weights, 12))
    expect(gappy.leastLambda.consistencyRatio).toBeCloseTo(whole.consistencyRatio ?? Number.NaN, 12)
  })
})

test('the mean of normalised columns stands beside the eigenvector: 3 to 1 by all methods when two are compared', () => {
  const result = ahp([
    [1, 3],
    [1 / 3, 1],
  ])
  expect(result).toMatchObject({
    weights: close([0.75, 0.25]),
    columnMean: { weights: close([0.75, 0.25]), lambda: expect.closeTo(2, 12) },
  })
})

describe('a hierarchy', () => {
  /** Saaty 2005, the best city to live in: Bethesda, Boston, Pittsburgh, Santa Fe. */
  const criteria = [
    [1, 1 / 5, 3, 1 / 2, 5],
    [5, 1, 7, 1, 7],
    [1 / 3, 1 / 7, 1, 1 / 4, 3],
    [2, 1, 4, 1, 7],
    [1 / 5, 1 / 7, 1 / 3, 1 / 7, 1],
  ]
  const cities = [
    [
      [1, 1 / 2, 1, 1 / 2],
      [2, 1, 2.5, 1],
      [1, 1 / 2.5, 1, 1 / 2.5],
      [2, 1, 2.5, 1],
    ],
    [
      [1, 2, 1 / 3, 4],
      [1 / 2, 1, 1 / 8, 2],
      [3, 8, 1, 9],
      [1 / 4, 1 / 2, 1 / 9, 1],
    ],
    [
      [1, 5, 1 / 2, 2.5],
      [1 / 5, 1, 1 / 9, 1 / 4],
      [2, 9, 1, 7],
      [1 / 2.5, 4, 1 / 7, 1],
    ],
    [
      [1, 1 / 2, 3, 4],
      [2, 1, 6, 8],
      [1 / 3, 1 / 6, 1, 1],
      [1 / 4, 1 / 8, 1, 1],
    ],
    [
      [1, 1.5, 1 / 2, 4],
      [1 / 1.5, 1, 1 / 3.5, 2.5],
      [2, 3.5, 1, 9],
      [1 / 4, 1 / 2.5, 1 / 9, 1],
    ],
  ]

  test('the cities of Saaty 2005 come out as printed: .229, .275, .385, .111', () => {
    const result = ahpHierarchy({ criteria, alternatives: cities })
    if (result.kind === 'undefined') throw new Error(result.because)
    expect(result.distributive.map((one) => one.toFixed(3))).toEqual(['0.229', '0.275', '0.385', '0.111'])
    expect(result.ranking).toEqual([2, 1, 0, 3])
  })

  test('in ideal mode a copy of an option leaves the order of the others alone', () => {
    const copied = cities.map((matrix) => [...matrix.map((row) => [...row, row[0]!]), [...matrix[0]!, 1]])
    const [before, after] = [ahpHierarchy({ criteria, alternatives: cities }), ahpHierarchy({ criteria, alternatives: copied })]
    if (before.kind === 'undefined' || after.kind === 'undefined') throw new Error('ranked')
    const order = (ideal: readonly number[]) => [0, 1, 2, 3].toSorted((a, b) => ideal[b]! - ideal[a]!)
    expect(order(after.ideal)).toEqual(order(before.ideal))
    expect(after.ideal[4]).toBeCloseTo(after.ideal[0]!, 9)
  })

  test('what does not fit is named with its criterion', () => {
    expect(ahpHierarchy({ criteria, alternatives: cities.slice(1) })).toMatchObject({ because: 'wrong-number-of-matrices' })
    expect(ahpHierarchy({ criteria, alternatives: [...cities.slice(0, 4), [[1]]] })).toMatchObject({
      because: 'different-sizes',
      criterion: 4,
    })
    expect(
      ahpHierarchy({
        criteria: [
          [1, 2],
          [2, 1],
        ],
        alternatives: cities,
      }),
    ).toMatchObject({ because: 'nonreciprocal', criterion: null })
    const contradicting = [
      [1, 9, 1 / 9],
      [1 / 9, 1, 9],
      [9, 1 / 9, 1],
    ]
    expect(ahpHierarchy({ criteria: [[1]], alternatives: [contradicting] })).toMatchObject({ inconsistent: [0] })
  })
})

test('the random index found by chance agrees with the tables within four standard errors, and is 0 for two', () => {
  for (const size of [3, 5, 8]) {
    const found = randomIndexSimulated(size, { draws: 3000, random: seededRandom(`size ${size}`) })
    expect(Math.abs(found.mean - (randomIndex(size, 'alonsoLamata2006') ?? 0))).toBeLessThan(4 * found.standardError)
  }
  expect(randomIndexSimulated(2, { draws: 100, random: Math.random })).toMatchObject({ mean: 0, standardError: 0 })
})
