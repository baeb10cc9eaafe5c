import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnOf, prepare, ratingWhere } from './choice.ts'
import { leadersOf, rankingOf, tieWarnings } from './ranking.ts'
import { warningWords } from './warningWords.ts'

describe('ranks', () => {
  test('the highest first; equal ones share the better place and keep their order', () => {
    expect(rankingOf([0.2, 0.9, 0.9, 0.1])).toEqual({ ranking: [1, 2, 0, 3], ranks: [3, 1, 1, 4] })
  })
  test('rounding does not choose: scores a trillionth apart are equal', () => {
    expect(rankingOf([0.3, 0.1 + 0.2]).ranks).toEqual([1, 1])
    expect(leadersOf([0.3, 0.1 + 0.2])).toEqual([0, 1])
  })
  test('a tie at the top is warned of, further down it is not', () => {
    expect(tieWarnings([1, 1, 0])).toEqual([{ code: 'tied-at-the-top', at: [0, 1] }])
    expect(tieWarnings([1, 0, 0])).toEqual([])
    expect(tieWarnings([1])).toEqual([])
  })
  test('nobody ranks nobody', () => {
    expect(rankingOf([])).toEqual({ ranking: [], ranks: [] })
  })
})

describe('a choice is made ready', () => {
  test('weights are scaled to one, and it is said by how much they were off', () => {
    expect(prepare({ ratings: [[1, 2]], weights: [3, 1] })).toEqual({
      kind: 'prepared',
      weights: [0.75, 0.25],
      directions: ['benefit', 'benefit'],
      warnings: [{ code: 'weights-rescaled', value: 4 }],
    })
    expect(prepare({ ratings: [[1, 2]], weights: [0.6, 0.4], directions: ['cost', 'benefit'] })).toMatchObject({
      warnings: [],
      directions: ['cost', 'benefit'],
    })
  })
  test.each([
    [{ ratings: [], weights: [1] }, { because: 'no-options' }],
    [{ ratings: [[]], weights: [] }, { because: 'no-criteria' }],
    [
      { ratings: [[1]], weights: [Number.NaN] },
      { because: 'weight-not-finite', criterion: 0 },
    ],
    [
      { ratings: [[1, 1]], weights: [1, -1] },
      { because: 'negative-weight', criterion: 1 },
    ],
    [{ ratings: [[1, 1]], weights: [0, 0] }, { because: 'all-weights-zero' }],
    [
      {
        ratings: [
          [1, 1],
          [1, Number.NaN],
        ],
        weights: [1, 1],
      },
      { because: 'rating-not-finite', option: 1, criterion: 1 },
    ],
  ])('%j is at fault', (choice, fault) => {
    expect(prepare(choice)).toEqual({ kind: 'fault', fault })
  })
  test('rows that do not fit are misuse', () => {
    expect(() => prepare({ ratings: [[1, 2], [1]], weights: [1, 1] })).toThrow(RangeError)
    expect(() => prepare({ ratings: [[1, 2]], weights: [1, 1], directions: ['benefit'] })).toThrow(RangeError)
  })
  test('a column, and the first rating that matches', () => {
    const ratings = [
      [1, 2],
      [3, 0],
    ]
    expect(columnOf(ratings, 1)).toEqual([2, 0])
    expect(ratingWhere(ratings, (rating) => rating === 0, 'zero-rating')).toEqual({ because: 'zero-rating', option: 1, criterion: 1 })
    expect(ratingWhere(ratings, (rating) => rating < 0, 'negative-rating')).toBeUndefined()
  })
})

test('law: ranks are places of a race: each is one more than the number of better scores', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 }), (scores) => {
      const { ranks, ranking } = rankingOf(scores)
      for (const [at, rank] of ranks.entries()) expect(rank).toBe(1 + scores.filter((score) => score > scores[at]!).length)
      expect(ranking.toSorted((a, b) => a - b)).toEqual(scores.map((_, at) => at))
      for (let at = 1; at < ranking.length; at++) expect(scores[ranking[at - 1]!]! >= scores[ranking[at]!]!).toBe(true)
    }),
  )
})

describe('what to bear in mind about a result', () => {
  const CODES = [
    ...(['no-random-index', 'inconsistent-judgements', 'not-converged', 'weights-rescaled', 'weights-not-one'] as const),
    ...(['criterion-does-not-discriminate', 'tied-at-the-top', 'ratio-beyond-scale'] as const),
  ]
  test('every warning is said in Chinese and in English, no two alike', () => {
    const said = CODES.map((code) => warningWords({ code }))
    for (const { zh, en } of said) {
      expect(zh).toMatch(/[\u4e00-\u9fff]{2}/)
      expect(en).toMatch(/^[a-z][^\u4e00-\u9fff]+$/)
    }
    expect(new Set(said.map(({ zh }) => zh)).size).toBe(CODES.length)
    expect(new Set(said.map(({ en }) => en)).size).toBe(CODES.length)
  })
})
