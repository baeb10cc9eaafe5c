import { describe, expect, test } from 'vitest'
import { judgementValue, type MethodChoice, rankMethods, robustness } from './methodChoice.ts'
import { seededRandom } from './seededRandom.ts'

/** Two criteria, the first three times as important (weights 3/4 and 1/4); three methods rated 1 to 9. */
const CHOICE: MethodChoice = {
  criteria: ['fit', 'ease'],
  methods: ['old', 'plain', 'balanced'],
  judgements: { 'fit/ease': '3' },
  ratings: { 'fit/old': 2, 'fit/plain': 5, 'fit/balanced': 9, 'ease/old': 9, 'ease/plain': 6, 'ease/balanced': 3 },
}

describe('the text of a judgement', () => {
  test.each([
    ['1', 1],
    ['9', 9],
    ['1/3', 1 / 3],
    ['1/1', 1],
    ['0', null],
    ['10', null],
    ['2/3', null],
    ['', null],
    ['three', null],
    ['-3', null],
  ])('"%s" is %s', (text, value) => {
    expect(judgementValue(text)).toBe(value)
  })
})

describe('ranking methods', () => {
  test('weights 3/4 and 1/4; weighted sums over 9 by hand: (1.5 + 2.25) / 9, (3.75 + 1.5) / 9, (6.75 + 0.75) / 9', () => {
    const { ahp, weightedSum } = rankMethods(CHOICE)
    expect(ahp).toMatchObject({ kind: 'computed', weights: [expect.closeTo(0.75, 12), expect.closeTo(0.25, 12)], consistencyRatio: 0 })
    if (weightedSum?.kind !== 'computed') throw new Error('ranked')
    expect(weightedSum.scores).toEqual([3.75 / 9, 5.25 / 9, 7.5 / 9].map((score) => expect.closeTo(score, 12)))
    expect(weightedSum.ranking).toEqual([2, 1, 0])
  })
  test('the order of TOPSIS is the same here, and two criteria cannot contradict each other', () => {
    const { topsis, contradiction } = rankMethods(CHOICE)
    expect(topsis).toMatchObject({ kind: 'computed', ranking: [2, 1, 0] })
    expect(contradiction).toMatchObject({ kind: 'none', because: 'consistent' })
  })
  test('a pair not judged counts as equal, a judgement of an unknown criterion is passed over', () => {
    expect(rankMethods({ ...CHOICE, judgements: { 'fit/cost': '9', 'fit/ease': 'many' } }).ahp).toMatchObject({
      weights: [expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)],
    })
  })
  test('a rating that is missing is not a zero: the methods are not ranked, and the place is named', () => {
    const { 'ease/plain': _left, ...ratings } = CHOICE.ratings
    const { topsis, weightedSum } = rankMethods({ ...CHOICE, ratings })
    expect(topsis).toMatchObject({ kind: 'undefined', fault: { because: 'rating-not-finite', option: 1, criterion: 1 } })
    expect(weightedSum?.kind).toBe('undefined')
  })
  test('without criteria there are no weights and no ranking', () => {
    expect(rankMethods({ ...CHOICE, criteria: [], judgements: {} })).toMatchObject({
      ahp: { kind: 'undefined', fault: { because: 'empty' } },
      topsis: null,
      weightedSum: null,
      contradiction: null,
    })
    expect(robustness({ ...CHOICE, criteria: [], judgements: {} }, { draws: 10, random: seededRandom('x') })).toBeNull()
  })
})

describe('how robust the choice is', () => {
  const robust = robustness(CHOICE, { draws: 4000, random: seededRandom('robust') })
  test('the best on the heavier criterion leads until the lighter one weighs enough', () => {
    if (robust?.flips.kind !== 'computed') throw new Error('computed')
    const [fit, ease] = robust.flips.criteria
    expect(fit).toMatchObject({ upward: null, downward: { leaders: [expect.any(Number)] } })
    expect(ease?.upward?.weight).toBeCloseTo(1 - (fit?.downward?.weight ?? 0), 6)
    expect(ease?.upward?.seenAtStep ?? 0).toBeGreaterThanOrEqual(ease?.upward?.weight ?? 1)
    expect((ease?.upward?.seenAtStep ?? 1) - (ease?.upward?.weight ?? 0)).toBeLessThan(0.0075)
  })
  test('the share of random weights agrees with the flip point: with two criteria the weight is uniform', () => {
    if (robust?.flips.kind !== 'computed') throw new Error('computed')
    const flip = robust.flips.criteria[1]?.upward?.weight ?? 0
    expect(Math.abs((robust.leads.shares[2] ?? 0) - flip)).toBeLessThan(0.03)
  })
})
