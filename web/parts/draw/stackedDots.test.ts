import { expect, test } from 'vitest'
import { bars, stackedDots } from './stackedDots.ts'

test('equal values stand on each other, nobody is hidden', () => {
  const placed = stackedDots([{ value: 80 }, { value: 80 }, { value: 90 }], (value) => value * 10, 10)
  expect(placed.map(({ x, place }) => [x, place])).toEqual([
    [800, 0],
    [800, 1],
    [900, 0],
  ])
})

test('bars count everybody once, the upper end included', () => {
  expect(bars([60, 69.9, 70, 80], [60, 70, 80]).map(({ count }) => count)).toEqual([2, 2])
})
