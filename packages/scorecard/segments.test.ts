import { expect, test } from 'vitest'
import { dayWeightedScore } from './segments.ts'

test('leave of absence removes days, and short stays give comments only', () => {
  const result = dayWeightedScore([
    { id: 'a', days: 200, absentDays: 100, score: '60' },
    { id: 'b', days: 100, score: '90' },
    { id: 'c', days: 29, score: '10' },
    { id: 'd', days: 36, score: null },
  ])
  expect(result).toEqual({
    kind: 'scored',
    score: '75',
    official: '75.00',
    days: 200,
    used: [
      { id: 'a', days: 100 },
      { id: 'b', days: 100 },
    ],
    excluded: [
      { id: 'c', days: 29, because: 'shorter-than-minimum' },
      { id: 'd', days: 36, because: 'not-scored' },
    ],
  })
})

test('a year without a scoreable stay has no score, and says which case it is', () => {
  expect(dayWeightedScore([])).toMatchObject({ because: 'no-segments' })
  expect(dayWeightedScore([{ id: 'a', days: 10, score: '90' }])).toMatchObject({ because: 'no-segment-long-enough' })
  expect(dayWeightedScore([{ id: 'a', days: 100, score: null }])).toMatchObject({ because: 'no-segment-scored' })
})
