import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf, matrixFrom, SAATY_SCALE, withJudgement } from './comparison.ts'

describe('a matrix of judgements', () => {
  test('is made of the judgements there are: the reciprocal on the other side, 1 for pairs not judged', () => {
    expect(
      matrixFrom(3, [
        { row: 0, column: 1, times: 3 },
        { row: 2, column: 1, times: 4 },
      ]),
    ).toEqual([
      [1, 3, 1],
      [1 / 3, 1, 1 / 4],
      [1, 4, 1],
    ])
  })
  test('a later judgement of a pair wins', () => {
    expect(
      matrixFrom(2, [
        { row: 0, column: 1, times: 3 },
        { row: 1, column: 0, times: 5 },
      ]),
    ).toEqual([
      [1, 1 / 5],
      [5, 1],
    ])
  })
  test('one judgement changed changes both cells and leaves the first matrix alone', () => {
    const before = matrixFrom(2, [])
    expect(withJudgement(before, { row: 0, column: 1, times: 2 })).toEqual([
      [1, 2],
      [0.5, 1],
    ])
    expect(before).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
  test.each([
    { row: 0, column: 0, times: 2 },
    { row: 0, column: 5, times: 2 },
    { row: 0, column: 1, times: 0 },
    { row: 0, column: 1, times: -3 },
    { row: 0, column: 1, times: Number.NaN },
  ])('what is no judgement of it is misuse: %j', (judgement) => {
    expect(() => matrixFrom(2, [judgement])).toThrow(RangeError)
  })
})

describe('what makes a matrix unfit, and where', () => {
  test.each([
    [[], { because: 'empty' }],
    [[[1, 2], [1]], { because: 'nonsquare', row: 1 }],
    [
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      { because: 'nonsquare', row: 0 },
    ],
    [
      [
        [1, Number.NaN],
        [1, 1],
      ],
      { because: 'not-finite', at: { row: 0, column: 1 } },
    ],
    [
      [
        [1, Number.POSITIVE_INFINITY],
        [0, 1],
      ],
      { because: 'not-finite', at: { row: 0, column: 1 } },
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
        [1, -2],
        [-0.5, 1],
      ],
      { because: 'negative', at: { row: 0, column: 1 } },
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
        [1, 3],
        [3, 1],
      ],
      { because: 'nonreciprocal', at: { row: 0, column: 1 } },
    ],
  ])('%j', (matrix, fault) => {
    expect(faultOf(matrix)).toEqual(fault)
  })
  test('0.333333 stands for a third; 0.33 does not', () => {
    const typed = (third: number) =>
      faultOf([
        [1, 3],
        [third, 1],
      ])
    expect([typed(0.333333), typed(0.33)?.because]).toEqual([undefined, 'nonreciprocal'])
  })
  test('what was not judged is passed over', () => {
    const judged = [
      [1, null],
      [null, 1],
    ]
    expect(
      faultOf(
        [
          [1, 7],
          [7, 1],
        ],
        judged,
      ),
    ).toBeUndefined()
  })
})

test("Saaty's scale has seventeen values, each with its reciprocal", () => {
  expect(SAATY_SCALE).toHaveLength(17)
  for (const [at, value] of SAATY_SCALE.entries()) expect(value * SAATY_SCALE[16 - at]!).toBeCloseTo(1, 12)
  expect([...SAATY_SCALE].toSorted((a, b) => a - b)).toEqual(SAATY_SCALE)
})

test('law: every matrix made of judgements is fit', () => {
  const judgement = fc.record({
    row: fc.integer({ min: 0, max: 4 }),
    column: fc.integer({ min: 0, max: 4 }),
    times: fc.constantFrom(...SAATY_SCALE),
  })
  fc.assert(
    fc.property(
      fc.array(
        judgement.filter(({ row, column }) => row !== column),
        { maxLength: 12 },
      ),
      (judgements) => {
        expect(faultOf(matrixFrom(5, judgements))).toBeUndefined()
      },
    ),
  )
})
