import { expect, test } from 'vitest'
import type { HeadScores, PersonScoreInput } from './personScore.ts'
import { scoreOf } from './twoPosts.ts'

const of = (score: string | null): PersonScoreInput => {
  const head = score === null ? ({ kind: 'missing', because: 'no-ratings' } as const) : ({ kind: 'scored', score, evidence: [] } as const)
  const heads: HeadScores = { virtue: head, ability: head, diligence: head, results: head, integrity: head }
  return { heads, weights: { virtue: 2000, ability: 2000, diligence: 2000, results: 2000, integrity: 2000 }, veto: null }
}

test('two posts count by the days they were held, exactly (Art. 39)', () => {
  const score = scoreOf(of('80'), { taken: of('92'), days: 184 }, 365)
  // (80 x 365 + 92 x 184) / 549, by hand
  expect(score.kind === 'scored' && score.official).toBe('84.02')
  expect(score.posts).toMatchObject({ main: { official: '80.00', days: 365 }, second: { official: '92.00', days: 184 } })
})

test('one post is the score of that post, and a post that cannot be scored leaves the year without one', () => {
  expect(scoreOf(of('80'), null, 365)).toMatchObject({ kind: 'scored', official: '80.00' })
  expect(scoreOf(of('80'), { taken: of(null), days: 100 }, 365)).toMatchObject({ kind: 'undefined', because: 'missing-head' })
})

test('a post never lifts the other above the better or under the worse of the two', () => {
  for (const [main, second] of [
    ['60', '90'],
    ['90', '60'],
    ['75.5', '75.5'],
  ] as const) {
    const score = scoreOf(of(main), { taken: of(second), days: 200 }, 365)
    const official = score.kind === 'scored' ? Number(score.official) : Number.NaN
    expect(official).toBeGreaterThanOrEqual(Math.min(Number(main), Number(second)))
    expect(official).toBeLessThanOrEqual(Math.max(Number(main), Number(second)))
  }
})
