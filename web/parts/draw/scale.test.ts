import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleOf, segments, ticks } from './scale.ts'

test('a series without spread lies in the middle', () => {
  expect(scaleOf([5, 5, null], [0, 100])(5)).toBe(50)
  expect(scaleOf([null], [0, 100])(7)).toBe(50)
})

test('a gap breaks a line into runs', () => {
  expect(segments([1, 2, null, 3]).map((run) => run.map(({ at }) => at))).toEqual([[0, 1], [3]])
})

test('ticks are few, rising and inside the axis', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 0.001, max: 1e6, noNaN: true }), (low, span) => {
      const marks = ticks(low, low + span, 5)
      expect(marks.length).toBeLessThanOrEqual(6)
      expect(marks.every((mark, i) => i === 0 || mark > (marks[i - 1] ?? mark))).toBe(true)
      expect(marks.every((mark) => mark >= low - span * 1e-6 && mark <= low + span * (1 + 1e-6))).toBe(true)
    }),
  )
})

test('an axis from 0 to 100 is marked at round figures', () => {
  expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100])
})
