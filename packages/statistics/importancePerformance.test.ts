import { expect, test } from 'vitest'
import { importancePerformance } from './importancePerformance.ts'

const points = [
  { id: 'plowing', importance: 5, performance: 2 },
  { id: 'salting', importance: 5, performance: 4 },
  { id: 'signs', importance: 1, performance: 4 },
  { id: 'website', importance: 1, performance: 2 },
]

test('items fall in four fields, divided at the means', () => {
  const result = importancePerformance(points)
  expect(result).toMatchObject({
    kind: 'computed',
    lines: { importance: 3, performance: 3 },
    n: 4,
    method: 'importance-performance-at-means',
  })
  expect(result.kind === 'computed' && result.points.map((point) => point.quadrant)).toEqual([
    'concentrate-here',
    'keep-up',
    'possible-overkill',
    'low-priority',
  ])
})

test('one far-off item moves the mean and not the median', () => {
  const far = [...points, { id: 'rest stops', importance: 101, performance: 3 }]
  const [means, medians] = [importancePerformance(far), importancePerformance(far, { split: 'median' })]
  expect(means).toMatchObject({ lines: { importance: 22.6 } })
  expect(medians).toMatchObject({ lines: { importance: 5, performance: 3 } })
})

test('a point on the line counts as high, but for rounding too', () => {
  const result = importancePerformance([0.1, 0.2, 0.3].map((importance, index) => ({ id: `i${index}`, importance, performance: 1 })))
  expect(result.kind === 'computed' && result.points.map((point) => point.quadrant)).toEqual(['possible-overkill', 'keep-up', 'keep-up'])
})

test('nothing to place', () => {
  expect(importancePerformance([])).toMatchObject({ kind: 'undefined', because: 'no-cases' })
})
