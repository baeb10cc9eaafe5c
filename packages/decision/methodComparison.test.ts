import { describe, expect, test } from 'vitest'
import { comparisonByCode } from './comparisonByCode.ts'
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

describe('the comparison by code', () => {
  const chance = () => ({ draws: 300, random: seededRandom('by-code') })
  const told = comparisonByCode(COMPARISON, chance())

  test('by hand: fit matters three times as much, so it weighs 0.75, and what fits better leads', () => {
    expect(told.weights).toMatchObject({
      byCriterion: { fit: expect.closeTo(0.75, 9), ease: expect.closeTo(0.25, 9) },
      ...{ pairsJudged: 1, pairs: 1, consistencyRatio: 0, consistent: true },
    })
    // over 9: 0.75 x 1 + 0.25 x 3/9 and 0.75 x 2/9 + 0.25 x 1
    expect(told.ranking?.map(({ method, rank, sumRank, sum }) => [method, rank, sumRank, Number(sum.toFixed(4))])).toEqual([
      ['balanced', 1, 1, 0.8333],
      ['old', 2, 2, 0.4167],
    ])
    expect(told).toMatchObject({ judges: 1, agreement: null, apart: [], unrated: [] })
  })

  test('shares of random weights sum to one, and the weight at which the lead is lost is the one that makes both equal', () => {
    const { shares = {}, flips = [] } = told.robust ?? {}
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    const ease = flips.find(({ criterion }) => criterion === 'ease')
    // closeness is even where ease x (9 - 3) / root 90 = fit x (9 - 2) / root 85
    const [gain, loss] = [6 / Math.sqrt(90), 7 / Math.sqrt(85)]
    expect(ease?.flipsAt).toBeCloseTo(loss / (gain + loss), 6)
    expect(ease?.to).toEqual(['old'])
    expect(flips.find(({ criterion }) => criterion === 'fit')?.flipsAt).toBeNull()
  })

  test('the same seed tells the same, so that what was stored can be told again', () => {
    expect(comparisonByCode(COMPARISON, chance())).toEqual(told)
  })

  test('criteria that nothing links have no weight; they are named as groups, and so is what nobody rated', () => {
    const open = comparisonByCode({ ...COMPARISON, judges: [{}], ratings: { 'fit/old': 2 } }, chance())
    expect(open).toMatchObject({ weights: null, ranking: null, robust: null, apart: [['fit'], ['ease']] })
    expect(open.unrated).toEqual(['ease/old', 'fit/balanced', 'ease/balanced'])
  })

  test('where two judges differ most comes first', () => {
    const two = comparisonByCode({ ...COMPARISON, judges: [ONE, { 'fit/ease': '1/5' }] }, chance())
    expect(two.disputed).toEqual([
      {
        ...{ row: 'fit', column: 'ease' },
        lowest: { judge: 1, value: expect.closeTo(0.2, 9) },
        highest: { judge: 0, value: expect.closeTo(3, 9) },
      },
    ])
    expect(two.agreement).toMatchObject({ judges: 2, w: expect.closeTo(0, 9) })
  })
})
