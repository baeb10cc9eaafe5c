import fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from '../map/mapGeometry.ts'
import { captionsOf } from './captions.ts'

test('figures of one place share a caption, and the picture names every figure', () => {
  const found = captionsOf(
    [
      { words: '底线', at: 60 },
      { words: '目标', at: 200.2 },
      { words: '挑战值', at: 199.8 },
    ],
    360,
  )
  expect(found.map(({ words }) => words)).toEqual(['底线', '目标 / 挑战值'])
})

test('law: captions of one row do not touch, and none runs out of the picture', () => {
  const caption = fc.record({
    words: fc.constantFrom('目标', '底线', 'Baseline', 'Target', 'Stretch', 'Satisfactory'),
    at: fc.double({ min: 36, max: 346, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(caption, { minLength: 1, maxLength: 4 }), (captions) => {
      const found = captionsOf(captions, 360).map(({ words, at, row }) => ({
        row,
        from: at - (widthOf(words) * 6) / 14,
        to: at + (widthOf(words) * 6) / 14,
      }))
      for (const one of found) {
        if (one.to - one.from <= 360) expect([one.from >= -0.001, one.to <= 360.001]).toEqual([true, true])
        for (const other of found) if (one !== other && one.row === other.row) expect(one.to < other.from || other.to < one.from).toBe(true)
      }
    }),
  )
})
