import { expect, test } from 'vitest'
import { rankMethods } from './methodChoice.ts'
import { compareMethods, incompleteMatrix, type MethodComparison, robustnessOf } from './methodComparison.ts'
import { seededRandom } from './seededRandom.ts'

const ONE = { 'fit/ease': '3' }
const COMPARISON: MethodComparison = {
  criteria: ['fit', 'ease'],
  methods: ['old', 'balanced'],
  judges: [ONE],
  ratings: { 'fit/old': 2, 'fit/balanced': 9, 'ease/old': 9, 'ease/balanced': 3 },
}

test('one judge with every pair: the same ranking as rankMethods', () => {
  const compared = compareMethods(COMPARISON)
  const ranked = rankMethods({ ...COMPARISON, judgements: ONE })
  expect(compared.topsis).toEqual(ranked.topsis)
  expect(compared.weightedSum).toEqual(ranked.weightedSum)
  expect(compared.unrated).toEqual([])
})

test('judges 3 and 1/3 meet at equal weights, where the ranking is that of equal weights', () => {
  const { topsis, equalWeights, weights } = compareMethods({ ...COMPARISON, judges: [ONE, { 'fit/ease': '1/3' }] })
  expect(weights).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)])
  expect(topsis?.kind === 'computed' && topsis.ranking).toEqual(equalWeights.kind === 'computed' && equalWeights.ranking)
})

test('no judgement is no weight and no ranking, not an equal one; a rating left out is named', () => {
  const open = compareMethods({ ...COMPARISON, judges: [{}] })
  expect(open).toMatchObject({ weights: null, topsis: null, weightedSum: null })
  expect(robustnessOf(COMPARISON, open.weights, { draws: 5, random: seededRandom('none') })).toBeNull()
  const { 'ease/old': _left, ...ratings } = COMPARISON.ratings
  expect(compareMethods({ ...COMPARISON, ratings })).toMatchObject({
    unrated: [{ criterion: 1, method: 0 }],
    topsis: { kind: 'undefined', fault: { because: 'rating-not-finite', option: 0, criterion: 1 } },
  })
})

test('text that is no judgement, or of no criterion, is no judgement', () => {
  expect(incompleteMatrix(['a', 'b'], { 'a/b': 'many', 'a/c': '3', 'a/a': '1' })).toEqual([
    [1, null],
    [null, 1],
  ])
})

test('the lead of the balanced one is lost where ease weighs enough', () => {
  const { weights } = compareMethods(COMPARISON)
  const robust = robustnessOf(COMPARISON, weights, { draws: 2000, random: seededRandom('two') })
  if (robust?.flips.kind !== 'computed') throw new Error('ranked')
  const flip = robust.flips.criteria[1]?.upward?.weight ?? 0
  expect(flip).toBeGreaterThan(0.25)
  expect(Math.abs((robust.leads.shares[1] ?? 0) - flip)).toBeLessThan(0.04)
})
