import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criticWeights } from './criticWeights.ts'
import { DECISION_FAULTS, faultWords } from './faultWords.ts'
import { fuzzyEvaluation } from './fuzzyEvaluation.ts'
import { greyRelational } from './greyRelational.ts'
import { orderRelation, orderRelationGroup } from './orderRelation.ts'
import { vikor } from './vikor.ts'

const close = (values: readonly number[], digits = 8) => values.map((value) => expect.closeTo(value, digits))
/** The fighter aircraft of Hwang & Yoon 1981. */
const FIGHTERS = {
  ratings: [
    [2, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5, 5, 5],
  ],
  weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
  directions: (['benefit', 'benefit', 'benefit', 'cost', 'benefit', 'benefit'] as const).slice(),
}
const TWINS = {
  ratings: [
    [1, 2, 3],
    [1, 2, 3],
    [3, 2, 1],
  ],
  weights: [1 / 3, 1 / 3, 1 / 3],
  directions: (['benefit', 'benefit', 'cost'] as const).slice(),
}

describe('CRITIC', () => {
  test('the fighter aircraft, against R 4.2', () => {
    expect(criticWeights(FIGHTERS.ratings, { directions: FIGHTERS.directions })).toMatchObject({
      weights: close([0.235874438315577, 0.208818456670527, 0.127000272790591, 0.130615474727545, 0.120926158904458, 0.176765198591301]),
      information: close([3.31391021389817, 2.93378808383246, 1.78428618282714, 1.83507784431335, 1.69894811825607, 2.48345688179119]),
    })
  })
  test('the divisor of the deviation moves the information, not the weights', () => {
    const [sample, population] = (['sample', 'population'] as const).map((deviation) => criticWeights(FIGHTERS.ratings, { deviation }))
    if (sample?.kind !== 'computed' || population?.kind !== 'computed') throw new Error('weighed')
    expect(population.weights).toEqual(close(sample.weights, 12))
    expect(population.information[0]!).toBeLessThan(sample.information[0]!)
  })
  test('a criterion all options share weighs nothing; when all do, there is no answer', () => {
    expect(criticWeights(TWINS.ratings)).toMatchObject({ kind: 'computed', weights: [0.5, 0, 0.5], warnings: [{ at: [1] }] })
    expect(
      criticWeights([
        [1, 2],
        [1, 2],
      ]),
    ).toMatchObject({ kind: 'undefined', because: 'no-information' })
    expect(criticWeights([[1, 2]])).toMatchObject({ because: 'too-few-options' })
    expect(criticWeights([[1], [Number.NaN]])).toMatchObject({ because: 'rating-not-finite', at: { option: 1, criterion: 0 } })
  })
  test('criteria that only repeat each other share the weight by their spread', () => {
    expect(
      criticWeights([
        [1, 10],
        [2, 20],
        [3, 30],
      ]),
    ).toMatchObject({ weights: [0.5, 0.5] })
  })
})

describe('grey relation', () => {
  test('the fighter aircraft, against R 4.2', () => {
    expect(greyRelational(FIGHTERS)).toMatchObject({
      grades: close([0.625686274509804, 0.533333333333333, 0.662820512820513, 0.474358974358974]),
      ranking: [2, 0, 1, 3],
    })
  })
  test('equal options get equal grades, and an option best in everything has grade 1', () => {
    expect(greyRelational(TWINS)).toMatchObject({ grades: close([5 / 9, 5 / 9, 1]), ranks: [2, 2, 1] })
  })
  test('what cannot be related is named', () => {
    expect(greyRelational({ ratings: [[1], [1]], weights: [1] })).toMatchObject({ fault: { because: 'no-difference' } })
    expect(greyRelational(TWINS, 0)).toMatchObject({ fault: { because: 'distinguishing-not-positive' } })
    expect(greyRelational({ ratings: [[1], [2]], weights: [0] })).toMatchObject({ fault: { because: 'all-weights-zero' } })
  })
})

describe('VIKOR', () => {
  test('the fighter aircraft, against R 4.2; the first is close to the third, so both are proposed', () => {
    const result = vikor(FIGHTERS)
    expect(result).toMatchObject({
      groupRegret: close([0.426190476190476, 0.7, 0.408333333333333, 0.619047619047619]),
      largestRegret: close([0.142857142857143, 0.3, 0.2, 0.3]),
      compromise: close([0.0306122448979593, 1, 0.181818181818182, 0.861224489795918]),
      ranking: [0, 2, 3, 1],
      acceptableAdvantage: false,
      acceptableStability: true,
      proposed: [0, 2],
    })
  })
  test('an option best in everything is proposed alone', () => {
    expect(vikor(TWINS)).toMatchObject({
      groupRegret: close([2 / 3, 2 / 3, 0]),
      compromise: close([1, 1, 0]),
      proposed: [2],
      acceptableAdvantage: true,
    })
  })
  test('what cannot be ranked is named', () => {
    expect(vikor({ ratings: [[1], [1]], weights: [1] })).toMatchObject({ fault: { because: 'no-difference' } })
    expect(vikor(TWINS, 1.5)).toMatchObject({ fault: { because: 'share-out-of-range' } })
    expect(vikor({ ratings: [[4]], weights: [1] })).toMatchObject({ fault: { because: 'no-difference' } })
  })
})

const choices = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([options, criteria]) =>
  fc.record({
    ratings: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria }), {
      minLength: options,
      maxLength: options,
    }),
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }),
  }),
)
test('law: grey grades and VIKOR compromises stay in 0 to 1 and do not depend on the order of options', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const turned = { ...choice, ratings: choice.ratings.toReversed() }
      const [grey, back] = [greyRelational(choice), greyRelational(turned)]
      const [one, other] = [vikor(choice), vikor(turned)]
      if (grey.kind === 'computed' && back.kind === 'computed') {
        expect(back.grades.toReversed()).toEqual(close(grey.grades, 12))
        for (const grade of grey.grades) expect(grade > 0 && grade <= 1 + 1e-12).toBe(true)
      } else expect(grey.kind).toBe(back.kind)
      if (one.kind === 'computed' && other.kind === 'computed') {
        expect(other.compromise.toReversed()).toEqual(close(one.compromise, 12))
        for (const value of one.compromise) expect(value >= 0 && value <= 1 + 1e-12).toBe(true)
      } else expect(one.kind).toBe(other.kind)
    }),
  )
})

describe('fuzzy evaluation', () => {
  test('by weighted average and by the leading factor', () => {
    const membership = [
      [0.3, 0.4, 0.2, 0.1, 0],
      [0.2, 0.5, 0.2, 0.1, 0],
      [0.4, 0.3, 0.2, 0.1, 0],
      [0.1, 0.3, 0.4, 0.1, 0.1],
    ]
    expect(fuzzyEvaluation(membership, [0.35, 0.3, 0.2, 0.15])).toMatchObject({
      weightedAverage: close([0.26, 0.395, 0.23, 0.1, 0.015]),
      minMax: [0.3, 0.35, 0.2, 0.1, 0.1],
      grades: [1],
      warnings: [],
    })
  })
  test('a sum of weights other than one is said; what is out of range is named', () => {
    expect(fuzzyEvaluation([[1, 0]], [2])).toMatchObject({ warnings: [{ code: 'weights-not-one', value: 2 }] })
    expect(fuzzyEvaluation([[1.1, 0]], [1])).toMatchObject({ because: 'membership-out-of-range', at: { factor: 0, grade: 0 } })
    expect(fuzzyEvaluation([], [])).toMatchObject({ because: 'no-factors' })
    expect(fuzzyEvaluation([[]], [1])).toMatchObject({ because: 'no-grades' })
    expect(fuzzyEvaluation([[1]], [0])).toMatchObject({ because: 'all-weights-zero' })
    expect(fuzzyEvaluation([[1]], [-1])).toMatchObject({ because: 'negative-weight' })
    expect(() => fuzzyEvaluation([[1]], [])).toThrow(RangeError)
  })
})

describe('order relation (G1)', () => {
  test('by hand: order C2, C1, C3 with ratios 1.2 and 1.5 gives 1.8 : 1.5 : 1 over 4.3', () => {
    expect(orderRelation({ order: [1, 0, 2], ratios: [1.2, 1.5] })).toMatchObject({ weights: close([1.5 / 4.3, 1.8 / 4.3, 1 / 4.3], 12) })
  })
  test('one criterion has all the weight', () => {
    expect(orderRelation({ order: [0], ratios: [] })).toMatchObject({ weights: [1] })
  })
  test.each([
    [{ order: [], ratios: [] }, 'no-criteria'],
    [{ order: [0, 0], ratios: [1] }, 'order-not-complete'],
    [{ order: [0, 1], ratios: [] }, 'wrong-number-of-ratios'],
    [{ order: [0, 1], ratios: [0.8] }, 'ratio-below-one'],
    [{ order: [0, 1], ratios: [Number.NaN] }, 'ratio-not-finite'],
  ])('%j is refused: %s', (judge, because) => {
    expect(orderRelation(judge)).toMatchObject({ kind: 'undefined', because })
  })
  test('a ratio beyond the scale is said', () => {
    expect(orderRelation({ order: [0, 1], ratios: [2] })).toMatchObject({ warnings: [{ code: 'ratio-beyond-scale', at: [0] }] })
  })
  test('judges with one order are joined by the geometric mean; without one they are not', () => {
    const joined = orderRelationGroup([
      { order: [0, 1], ratios: [1.2] },
      { order: [0, 1], ratios: [1.8] },
    ])
    const ratio = Math.sqrt(1.2 * 1.8)
    expect(joined).toMatchObject({ weights: close([ratio / (1 + ratio), 1 / (1 + ratio)], 12) })
    expect(orderRelationGroup([])).toMatchObject({ because: 'no-judges' })
    expect(
      orderRelationGroup([
        { order: [0, 1], ratios: [1] },
        { order: [1, 0], ratios: [1] },
      ]),
    ).toMatchObject({ because: 'different-orders' })
  })
  test('law: weights follow the order and keep the ratios', () => {
    const ratio = fc.double({ min: 1, max: 1.8, noNaN: true })
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 9 }), (ratios) => {
        const order = Array.from({ length: ratios.length + 1 }, (_, index) => ratios.length - index)
        const result = orderRelation({ order, ratios })
        if (result.kind === 'undefined') throw new Error(result.because)
        expect(result.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        for (const [k, one] of ratios.entries()) expect(result.weights[order[k]!]! / result.weights[order[k + 1]!]!).toBeCloseTo(one, 9)
      }),
    )
  })
})

test('every fault of the package has words in both languages', () => {
  for (const [code, { zh, en }] of Object.entries(DECISION_FAULTS)) expect([code, zh.length > 3, en.length > 3]).toEqual([code, true, true])
  expect(faultWords('disconnected').zh).toContain('相连')
})
