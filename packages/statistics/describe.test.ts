import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describe } from './describe.ts'
import { quantile } from './quantiles.ts'

const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 60 })

test('six answers as a spreadsheet describes them (LibreOffice Calc 7.4)', () => {
  const result = describe(Object.freeze([3, 4, 4, 5, 2, 1]))
  expect(result).toMatchObject({
    n: 6,
    mean: expect.closeTo(19 / 6, 12),
    sd: expect.closeTo(1.47196014438797, 12),
    skewness: expect.closeTo(-0.418071520299542, 12),
    kurtosis: expect.closeTo(-0.859171597633139, 12),
    quartilesType7: [2.25, 3.5, 4],
    modes: [4],
  })
})

test('type 6 quartiles, which SPSS prints, lie further out than type 7', () => {
  expect(describe([1, 2, 3, 4, 5, 6, 7, 8])).toMatchObject({ quartilesType7: [2.75, 4.5, 6.25], quartilesType6: [2.25, 4.5, 6.75] })
})

test('missing answers are left out and counted', () => {
  expect(describe([null, 4, null, 2])).toMatchObject({ n: 2, excluded: { missing: 2 }, mean: 3 })
})

test('nobody answered: undefined, not 0', () => {
  expect(describe([null, null])).toMatchObject({ kind: 'undefined', because: 'no-cases', n: 0, excluded: { missing: 2 } })
})

test('one answer has a mean and no spread; equal answers have a spread of 0 and no shape', () => {
  expect(describe([4])).toMatchObject({
    mean: 4,
    sd: null,
    se: null,
    interval: null,
    skewness: null,
    warnings: [{ code: 'too-few-for-shape', value: 1 }],
  })
  expect(describe([0.1, 0.1, 0.1, 0.1])).toMatchObject({ sd: 0, skewness: null, kurtosis: null, warnings: [{ code: 'constant' }] })
})

test('numbers far from zero keep the digits of their spread', () => {
  const far = [1e12 + 0.25, 1e12 + 0.5, 1e12 + 0.75]
  expect(describe(far)).toMatchObject({ sd: expect.closeTo(0.25, 9) })
})

test('the mean lies between the least and the most, and the order of answers does not matter', () => {
  fc.assert(
    fc.property(answers, (series) => {
      const result = describe(series)
      if (result.kind === 'undefined') {
        expect(series.every((answer) => answer === null)).toBe(true)
        return
      }
      expect(result.mean).toBeGreaterThanOrEqual(result.min - 1e-12)
      expect(result.mean).toBeLessThanOrEqual(result.max + 1e-12)
      expect(describe(series.toReversed())).toMatchObject({ n: result.n, median: result.median, mean: expect.closeTo(result.mean, 12) })
    }),
  )
})

test('NaN is not an answer', () => {
  expect(() => describe([1, Number.NaN])).toThrow(RangeError)
  expect(() => quantile([], 0.5)).toThrow(RangeError)
})
