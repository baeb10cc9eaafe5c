import { expect, test } from 'vitest'
import { weightedSum } from './weightedSum.ts'

const ratings = [
  [6, 200],
  [9, 400],
]

test('over the best: a cost counts the least over the rating', () => {
  const result = weightedSum({ ratings, weights: [0.5, 0.5], directions: ['benefit', 'cost'] }, { kind: 'to-best' })
  expect(result).toMatchObject({ scores: [0.5 * (6 / 9) + 0.5, 0.75], method: 'weighted-sum-to-best' })
})

test('from worst to best: 0 and 1 at the ends, and a criterion all share is at its best for all', () => {
  const result = weightedSum(
    {
      ratings: [
        [1, 5],
        [3, 5],
        [2, 5],
      ],
      weights: [0.5, 0.5],
    },
    { kind: 'min-max' },
  )
  expect(result).toMatchObject({ scores: [0.5, 1, 0.75] })
  expect(result.warnings).toContainEqual({ code: 'criterion-does-not-discriminate', at: [1] })
})

test('what each criterion adds sums to the score', () => {
  const result = weightedSum(
    {
      ratings: [
        [9, 3, 6],
        [1, 8, 7],
      ],
      weights: [2, 3, 5],
    },
    { kind: 'of-top', top: 9 },
  )
  if (result.kind === 'undefined') throw new Error('scored')
  const sums = result.contributions.map((row) => row.reduce((sum, value) => sum + value, 0))
  expect(sums).toEqual(result.scores.map((score) => expect.closeTo(score, 12)))
})

test('a negative rating and a cost of zero are refused where they would divide or mislead', () => {
  expect(weightedSum({ ratings: [[-1], [2]], weights: [1] }, { kind: 'of-top', top: 9 })).toMatchObject({
    fault: { because: 'negative-rating', option: 0 },
  })
  expect(weightedSum({ ratings: [[0], [2]], weights: [1], directions: ['cost'] }, { kind: 'to-best' })).toMatchObject({
    fault: { because: 'zero-rating' },
  })
})
