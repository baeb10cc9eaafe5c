import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpGroup } from './ahpGroup.ts'
import { inconsistentJudgement } from './inconsistentJudgement.ts'
import { consistencyRatio, RANDOM_INDEX, randomIndex } from './randomIndex.ts'

/** Matrices printed in the literature, with the figures printed beside them. */
const [half, third, quarter, fifth, sixth, seventh, eighth, ninth] = [2, 3, 4, 5, 6, 7, 8, 9].map((value) => 1 / value) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]
const computed = (matrix: readonly (readonly number[])[]) => {
  const result = ahp(matrix)
  if (result.kind === 'undefined') throw new Error(result.fault.because)
  return result
}
const printed = (values: readonly number[], digits: number) => values.map((value) => expect.closeTo(value, digits))

describe('the wealth of seven nations (Saaty 1977)', () => {
  /** US, USSR, China, France, UK, Japan, West Germany. */
  const WEALTH = [
    [1, 4, 9, 6, 6, 5, 5],
    [quarter, 1, 7, 5, 5, 3, 4],
    [ninth, seventh, 1, fifth, fifth, seventh, fifth],
    [sixth, fifth, 5, 1, 1, third, third],
    [sixth, fifth, 5, 1, 1, third, third],
    [fifth, third, 7, 3, 3, 1, 2],
    [fifth, quarter, 5, 3, 3, half, 1],
  ]
  test('weights and lambda as printed', () => {
    const { weights, lambdaMax } = computed(WEALTH)
    for (const [at, weight] of [0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094].entries())
      expect(Math.abs(weights[at]! - weight)).toBeLessThan(0.004)
    expect(lambdaMax).toBeCloseTo(7.608, 2)
  })
  test('three methods agree on the order, not on the third decimal', () => {
    const { weights, geometric, columnMean } = computed(WEALTH)
    const order = (values: readonly number[]) => values.map((_, at) => at).toSorted((a, b) => values[b]! - values[a]! || a - b)
    expect([order(geometric.weights), order(columnMean.weights)]).toEqual([order(weights), order(weights)])
    expect(Math.abs(geometric.weights[0]! - weights[0]!)).toBeGreaterThan(0.001)
  })
})

describe('choosing a house (Saaty 1980)', () => {
  const HOUSE = [
    [1, 5, 3, 7, 6, 6, third, quarter],
    [fifth, 1, third, 5, 3, 3, fifth, seventh],
    [third, 3, 1, 6, 3, 4, 6, fifth],
    [seventh, fifth, sixth, 1, third, quarter, seventh, eighth],
    [sixth, third, third, 3, 1, half, fifth, sixth],
    [sixth, third, quarter, 4, 2, 1, fifth, sixth],
    [3, 5, sixth, 7, 5, 5, 1, half],
    [4, 7, 5, 8, 6, 6, 2, 1],
  ]
  test('the ratio is 0.169, above a tenth', () => {
    expect(computed(HOUSE)).toMatchObject({ consistent: false, consistencyRatio: expect.closeTo(0.169, 3) })
  })
  test('the judgement most at odds is the third against the seventh; changed, the ratio falls below a tenth', () => {
    const found = inconsistentJudgement(HOUSE)
    if (found.kind === 'none') throw new Error(found.because)
    expect(found).toMatchObject({ pair: { row: 2, column: 6 }, given: 6, tiedWith: [], mends: true })
    expect(found.implied).toBeCloseTo(1.13, 2)
    expect(found.suggested).toBeLessThanOrEqual(1)
    expect(found.consistencyRatio.now).toBeCloseTo(0.169, 3)
    expect(found.consistencyRatio.afterwards).toBeLessThan(0.1)
  })
})

describe('one, two and three', () => {
  test('one criterion has all the weight; two cannot contradict each other', () => {
    expect(computed([[1]])).toMatchObject({ weights: [1], lambdaMax: 1, consistencyRatio: 0, consistent: true })
    expect(
      computed([
        [1, 9],
        [ninth, 1],
      ]),
    ).toMatchObject({ weights: printed([0.9, 0.1], 12), consistencyRatio: 0 })
  })
  test('a circle of preferences: everything weighs alike, and the ratio says it is nonsense', () => {
    const circle = [
      [1, 3, third],
      [third, 1, 3],
      [3, third, 1],
    ]
    expect(computed(circle)).toMatchObject({ weights: printed([1 / 3, 1 / 3, 1 / 3], 9), consistent: false })
    // lambda = 1 + 3 + 1/3, CI = (4.3333 - 3) / 2, over 0.58
    expect(computed(circle).consistencyRatio).toBeCloseTo(4 / 3 / 2 / 0.58, 9)
  })
  test('nine times nine ones are perfectly consistent, and nothing is negative', () => {
    const ones = Array.from({ length: 9 }, () => new Array<number>(9).fill(1))
    expect(computed(ones)).toMatchObject({ consistencyRatio: expect.closeTo(0, 12), consistent: true })
    expect(computed(ones).consistencyIndex).toBeGreaterThanOrEqual(0)
  })
})

describe('random-index tables', () => {
  test('each is named and has fifteen sizes, rising from three on except where Saaty 1980 itself falls', () => {
    for (const table of Object.values(RANDOM_INDEX)) {
      expect(table).toHaveLength(15)
      expect(table.slice(0, 2)).toEqual([0, 0])
    }
    expect([randomIndex(10, 'saaty1980'), randomIndex(10, 'saaty2008'), randomIndex(10, 'alonsoLamata2006')]).toEqual([1.49, 1.49, 1.4854])
    expect(randomIndex(16, 'saaty1980')).toBeNull()
  })
  test('the same index gives another ratio by another table', () => {
    expect(consistencyRatio(0.058, 3, 'saaty1980')).toBeCloseTo(0.1, 12)
    expect(consistencyRatio(0.058, 3, 'saaty2008')).toBeCloseTo(0.058 / 0.52, 12)
    expect(consistencyRatio(1, 2, 'saaty1980')).toBe(0)
    expect(consistencyRatio(1, 16, 'saaty1980')).toBeNull()
  })
  test('beyond fifteen criteria there are weights, but no verdict', () => {
    const sixteen = Array.from({ length: 16 }, () => new Array<number>(16).fill(1))
    expect(computed(sixteen)).toMatchObject({ consistencyRatio: null, consistent: null, warnings: [{ code: 'no-random-index' }] })
  })
})

describe('judges together', () => {
  const [one, other] = [
    [
      [1, 4],
      [quarter, 1],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ]
  test('4 and 1 have the geometric mean 2: weights 2/3 and 1/3, where the arithmetic mean of the weights is 0.65', () => {
    const group = ahpGroup([one, other])
    if (group.kind === 'undefined') throw new Error(group.because)
    expect(group.matrix[0]?.[1]).toBeCloseTo(2, 12)
    expect(group.group.weights).toEqual(printed([2 / 3, 1 / 3], 12))
    expect(group.priorities.arithmetic).toEqual(printed([0.65, 0.35], 12))
    expect(group.priorities.geometric).toEqual(printed([2 / 3, 1 / 3], 12))
  })
  test('a judge who weighs three times as much pulls three times as hard', () => {
    const group = ahpGroup([one, other], { judgeWeights: [3, 1] })
    if (group.kind === 'undefined') throw new Error(group.because)
    expect(group.matrix[0]?.[1]).toBeCloseTo(4 ** 0.75, 12)
  })
  test('who is at fault is named', () => {
    expect(ahpGroup([one, [[1]]])).toMatchObject({ kind: 'undefined', because: 'different-sizes', judge: 1 })
    expect(
      ahpGroup([
        one,
        [
          [1, 0],
          [0, 1],
        ],
      ]),
    ).toMatchObject({ because: 'unfit-matrix', judge: 1, fault: { because: 'zero' } })
    expect(ahpGroup([one, other], { judgeWeights: [1, 0] })).toMatchObject({ because: 'weights-not-positive', judge: 1 })
    expect(ahpGroup([])).toMatchObject({ because: 'no-judges' })
  })
})
