import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { ahpIncomplete } from './ahpIncomplete.ts'
import { matrixFrom, SAATY_SCALE } from './comparison.ts'
import { entropyWeights } from './entropyWeights.ts'
import { greyRelational } from './greyRelational.ts'
import { kendallW } from './kendallW.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'
import { weightedSum } from './weightedSum.ts'

const close = (values: readonly number[], digits = 9) => values.map((value) => expect.closeTo(value, digits))
const choices = fc.tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 5 })).chain(([options, criteria]) =>
  fc.record({
    ratings: fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: criteria, maxLength: criteria }), {
      minLength: options,
      maxLength: options,
    }),
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: criteria, maxLength: criteria }),
  }),
)
/** An option better than every other in everything. */
const withBest = (ratings: readonly (readonly number[])[]) => [...ratings.map((row) => [...row]), (ratings[0] ?? []).map(() => 10)]

describe('laws of ranking', () => {
  test('an option better in everything is first by every method', () => {
    fc.assert(
      fc.property(choices, ({ ratings, weights }) => {
        const choice = { ratings: withBest(ratings), weights }
        const last = ratings.length
        for (const result of [
          topsis(choice),
          weightedSum(choice, { kind: 'min-max' }),
          weightedSum(choice, { kind: 'to-best' }),
          vikor(choice),
          greyRelational(choice),
        ])
          expect(result.kind === 'computed' && result.ranking[0]).toBe(last)
      }),
    )
  })
  test('weights of any scale rank alike', () => {
    fc.assert(
      fc.property(choices, ({ ratings, weights }) => {
        const [one, seven] = [weights, weights.map((weight) => weight * 7)].map((given) => topsis({ ratings, weights: given }))
        if (one?.kind !== 'computed' || seven?.kind !== 'computed') return
        expect(seven.closeness).toEqual(close(one.closeness))
      }),
    )
  })
  test('the unit of a criterion does not matter to TOPSIS: kilometres or metres', () => {
    fc.assert(
      fc.property(choices, ({ ratings, weights }) => {
        const metres = ratings.map(([first = 0, ...rest]) => [first * 1000, ...rest])
        const [km, m] = [topsis({ ratings, weights }), topsis({ ratings: metres, weights })]
        if (km.kind !== 'computed' || m.kind !== 'computed') return
        expect(m.closeness).toEqual(close(km.closeness))
      }),
    )
  })
  test('a cost turned into a benefit by its sign ranks alike under min-max', () => {
    fc.assert(
      fc.property(choices, ({ ratings, weights }) => {
        const costs = weights.map(() => 'cost' as const)
        const turned = ratings.map((row) => row.map((rating) => 10 - rating))
        const [cost, benefit] = [vikor({ ratings, weights, directions: costs }), vikor({ ratings: turned, weights })]
        expect(benefit.kind).toBe(cost.kind)
        if (cost.kind === 'computed' && benefit.kind === 'computed') expect(benefit.compromise).toEqual(close(cost.compromise))
      }),
    )
  })
})

describe('laws of weights', () => {
  test('by entropy: not negative, summing to one, the order of options without effect', () => {
    fc.assert(
      fc.property(choices, ({ ratings }) => {
        const [there, back] = [entropyWeights(ratings), entropyWeights(ratings.toReversed())]
        expect(back.kind).toBe(there.kind)
        if (there.kind !== 'computed' || back.kind !== 'computed') return
        expect(Math.min(...there.weights)).toBeGreaterThanOrEqual(0)
        expect(there.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        expect(back.weights).toEqual(close(there.weights))
      }),
    )
  })
  test('the completion with the least lambda is never worse than any other filling of the gap', () => {
    const judgements = fc.array(fc.constantFrom(...SAATY_SCALE), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(judgements, fc.constantFrom(...SAATY_SCALE), (values, other) => {
        const pairs = [
          [0, 1],
          [0, 2],
          [0, 3],
          [1, 2],
          [1, 3],
          [2, 3],
        ] as const
        const full = matrixFrom(
          4,
          pairs.map(([row, column], at) => ({ row, column, times: values[at]! })),
        )
        const gappy = full.map((row, i) => row.map((value, j) => (i + j === 5 && i !== j && i >= 2 ? null : value)))
        const least = ahpIncomplete(gappy)
        const filled = ahp(
          matrixFrom(
            4,
            pairs.map(([row, column], at) => ({ row, column, times: at === 5 ? other : values[at]! })),
          ),
        )
        if (least.kind !== 'computed' || filled.kind !== 'computed') throw new Error('weighed')
        expect(least.leastLambda.lambda).toBeLessThanOrEqual(filled.lambdaMax + 1e-9)
      }),
      { numRuns: 40 },
    )
  })
})

test('law: Kendall W lies between 0 and 1, is 1 when all rank alike, and does not ask how far apart the ratings are', () => {
  const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (ratings) => {
      const [plain, cubed] = [kendallW(ratings), kendallW(ratings.map((one) => one.map((value) => value ** 3)))]
      expect(cubed.kind).toBe(plain.kind)
      if (plain.kind !== 'computed' || cubed.kind !== 'computed') return
      expect(plain.w >= -1e-12 && plain.w <= 1 + 1e-12).toBe(true)
      expect(cubed.w).toBeCloseTo(plain.w, 12)
      const same = kendallW(ratings.map(() => [1, 2, 3, 4]))
      expect(same.kind === 'computed' && same.w).toBeCloseTo(1, 12)
    }),
  )
})
