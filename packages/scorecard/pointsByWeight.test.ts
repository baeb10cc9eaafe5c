import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsByWeight } from './pointsByWeight.ts'

test('fifty points among three equal weights are 16.67, 16.67 and 16.66', () => {
  expect(pointsByWeight(50, [1000, 1000, 1000])).toEqual(['16.67', '16.67', '16.66'])
  expect(pointsByWeight(30, [600, 400])).toEqual(['18.00', '12.00'])
  expect(pointsByWeight(10, [])).toEqual([])
  expect(pointsByWeight(10, [0, 0])).toEqual([null, null])
})

test('law: the shares add up to the points, and more weight never gives less', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 }),
      (points, weights) => {
        const shares = pointsByWeight(points, weights)
        if (weights.every((weight) => weight === 0)) return
        const hundredths = shares.map((share) => Math.round(Number(share) * 100))
        expect(hundredths.reduce((sum, one) => sum + one, 0)).toBe(points * 100)
        for (const [a, weightA] of weights.entries())
          for (const [b, weightB] of weights.entries())
            if (weightA > weightB) expect(hundredths[a]).toBeGreaterThanOrEqual(hundredths[b] ?? 0)
      },
    ),
  )
})
