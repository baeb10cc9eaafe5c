import { describe, expect, test } from 'vitest'
import { ahp } from './ahp.ts'
import { matrixFrom } from './comparison.ts'
import { seededRandom } from './seededRandom.ts'
import { flipPoints, leadShares } from './sensitivity.ts'
import { topsis } from './topsis.ts'
import { weightedSum } from './weightedSum.ts'

/** The comparison of six methods of performance management on ten criteria that the product ships as an example. */
const METHODS = ['TRAD', 'MBO', 'KPI', '360', 'OKR', 'BSC']
const RATINGS_BY_CRITERION = [
  [2, 6, 6, 2, 7, 9],
  [4, 4, 4, 4, 4, 9],
  [4, 5, 4, 6, 5, 8],
  [2, 6, 9, 3, 6, 7],
  [3, 6, 5, 4, 7, 7],
  [3, 7, 3, 7, 8, 6],
  [2, 5, 6, 5, 8, 7],
  [9, 6, 6, 6, 4, 6],
  [9, 6, 6, 4, 5, 3],
  [3, 4, 4, 4, 6, 6],
]
/** Upper triangle, row by row. */
const JUDGEMENTS = [
  [1, 1, 2, 1, 2, 1, 2, 3, 2],
  [1, 2, 1, 2, 1, 2, 3, 2],
  [1, 1, 1, 1, 2, 2, 2],
  [1, 1, 1, 1, 2, 1],
  [1, 1, 1, 2, 2],
  [1, 1, 2, 1],
  [1, 2, 2],
  [1, 1],
  [1],
]

const ratings = METHODS.map((_, option) => RATINGS_BY_CRITERION.map((row) => row[option] ?? 0))
const matrix = matrixFrom(
  10,
  JUDGEMENTS.flatMap((row, i) => row.map((times, step) => ({ row: i, column: i + 1 + step, times }))),
)
const weighed = ahp(matrix)
const weights = weighed.kind === 'computed' ? weighed.weights : []
const named = (options: readonly number[]) => options.map((option) => METHODS[option])

describe('the comparison of six methods', () => {
  test('the criteria weigh as the judgements say, with ratio 0.0137', () => {
    const expected = [0.1408, 0.1408, 0.1179, 0.0897, 0.1102, 0.0897, 0.1102, 0.0786, 0.0543, 0.0678]
    expect(weights).toEqual(expected.map((weight) => expect.closeTo(weight, 4)))
    expect(weighed).toMatchObject({ consistent: true, randomIndex: { value: 1.49 } })
    if (weighed.kind === 'computed') {
      expect(weighed.lambdaMax).toBeCloseTo(10.1842, 4)
      expect(weighed.consistencyRatio).toBeCloseTo(0.0137, 4)
    }
  })

  test('the balanced scorecard is closest to the ideal; equal weights and the weighted sum agree', () => {
    const close = topsis({ ratings, weights })
    const equal = topsis({ ratings, weights: weights.map(() => 0.1) })
    const added = weightedSum({ ratings, weights }, { kind: 'of-top', top: 9 })
    if (close.kind === 'undefined' || equal.kind === 'undefined' || added.kind === 'undefined') throw new Error('ranked')
    const expected = [0.2166, 0.453, 0.4523, 0.2795, 0.5429, 0.7748]
    const expectedEqual = [0.3304, 0.481, 0.4799, 0.3128, 0.5498, 0.6557]
    const expectedSum = [0.4128, 0.6049, 0.5819, 0.489, 0.6711, 0.8031]
    METHODS.forEach((_, option) => {
      expect(close.closeness[option]).toBeCloseTo(expected[option] ?? 0, 4)
      expect(equal.closeness[option]).toBeCloseTo(expectedEqual[option] ?? 0, 4)
      expect(added.scores[option]).toBeCloseTo(expectedSum[option] ?? 0, 4)
    })
    expect(named(close.ranking)).toEqual(['BSC', 'OKR', 'MBO', 'KPI', '360', 'TRAD'])
  })

  test('with wholly random weights it leads in 71 of 100 draws, OKR in 14', () => {
    const { shares, n } = leadShares({ ratings, weights }, { draws: 20_000, random: seededRandom('six methods') })
    const expected = [0.081, 0.013, 0.062, 0, 0.136, 0.708]
    for (const [option, share] of expected.entries()) expect(Math.abs((shares[option] ?? 0) - share)).toBeLessThan(0.012)
    expect(n).toBe(20_000)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  test('one criterion alone must weigh a quarter to a half before another method leads; at the weight given it does, just before it does not', () => {
    const flips = flipPoints({ ratings, weights })
    if (flips.kind === 'undefined') throw new Error(flips.because)
    const upward = flips.criteria.flatMap(({ criterion, upward: flip }) =>
      flip ? [[criterion, flip.weight, named(flip.leaders)] as const] : [],
    )
    expect(upward.map(([criterion, , leaders]) => [criterion, leaders])).toEqual([
      [3, ['KPI']],
      [5, ['OKR']],
      [6, ['OKR']],
      [7, ['TRAD']],
      [8, ['TRAD']],
    ])
    expect(flips.criteria.every((one) => one.downward === null)).toBe(true)
    // As the published comparison prints them: the first of a hundred steps from the present weight to 1 at which the lead has changed.
    expect(flips.criteria.flatMap(({ upward: flip }) => (flip ? [flip.seenAtStep.toFixed(3)] : []))).toEqual([
      '0.345',
      '0.317',
      '0.475',
      '0.355',
      '0.234',
    ])
    for (const [criterion, weight, [leader]] of upward) {
      expect(leaderWith(criterion, weight + 1e-6)).toBe(leader)
      expect(leaderWith(criterion, weight - 1e-6)).toBe('BSC')
    }
  })
})

function leaderWith(criterion: number, share: number): string | undefined {
  const others = 1 - (weights[criterion] ?? 0)
  const shifted = weights.map((weight, index) => (index === criterion ? share : ((1 - share) * weight) / others))
  const result = topsis({ ratings, weights: shifted })
  return result.kind === 'computed' ? METHODS[result.ranking[0] ?? -1] : undefined
}

test('two options, two criteria: by the weighted sum the lead flips where the weights are equal', () => {
  const flips = flipPoints(
    {
      ratings: [
        [9, 1],
        [1, 9],
      ],
      weights: [0.7, 0.3],
    },
    { kind: 'weighted-sum', scaling: { kind: 'of-top', top: 9 } },
  )
  if (flips.kind === 'undefined') throw new Error(flips.because)
  expect(flips.criteria[0]).toMatchObject({ upward: null, downward: { leaders: [1] } })
  expect(flips.criteria[0]?.downward?.weight).toBeCloseTo(0.5, 6)
  expect(flips.criteria[1]?.upward?.weight).toBeCloseTo(0.5, 6)
})

test('options that cannot be told apart have no leader to lose, and random draws are counted as undecided', () => {
  const same = {
    ratings: [
      [1, 2],
      [1, 2],
    ],
    weights: [0.5, 0.5],
  }
  expect(flipPoints(same)).toMatchObject({ kind: 'undefined', because: 'no-leader' })
  expect(leadShares(same, { draws: 10, random: seededRandom('none') })).toMatchObject({ n: 0, excluded: { undecided: 10 }, shares: [0, 0] })
})

test('the same seed draws the same, another seed differently, and draws spread evenly over [0, 1)', () => {
  const draw = (seed: string) => Array.from({ length: 5 }, seededRandom(seed))
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
  const random = seededRandom('evenly')
  const tenths = new Array<number>(10).fill(0)
  for (let index = 0; index < 100_000; index++) tenths[Math.floor(random() * 10)]!++
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})
