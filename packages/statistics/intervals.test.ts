import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clopperPearson } from './clopperPearson.ts'
import { meanInterval } from './meanInterval.ts'
import { wilson } from './proportionInterval.ts'
import { sampleSize } from './sampleSize.ts'

test('none of twenty: Wilson reaches to 16 %, Clopper-Pearson to 17 % (R 4.2)', () => {
  expect(wilson(0, 20)).toMatchObject({ proportion: 0, interval: { low: 0, high: expect.closeTo(0.161125158052819, 12) } })
  expect(clopperPearson(0, 20)).toMatchObject({ interval: { low: 0, high: expect.closeTo(0.168433470983085, 12) } })
})

test('both intervals hold the proportion, lie in [0, 1], and the exact one is the wider', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (cases, seed) => {
      const successes = seed % (cases + 1)
      const [score, exact] = [wilson(successes, cases), clopperPearson(successes, cases)]
      if (score.kind === 'undefined' || exact.kind === 'undefined') throw new Error('there are cases')
      for (const { low, high } of [score.interval, exact.interval]) {
        expect(low).toBeLessThanOrEqual(successes / cases)
        expect(high).toBeGreaterThanOrEqual(successes / cases)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('asking everybody leaves nothing to guess: a census has no interval', () => {
  expect(wilson(30, 60, { populationSize: 60 })).toMatchObject({
    interval: { low: 0.5, high: 0.5 },
    warnings: [{ code: 'census', value: 60 }],
  })
  expect(meanInterval([1, 2, 3], 3)).toMatchObject({ mean: 2, se: 0, interval: { low: 2, high: 2 } })
})

test('a known population narrows the interval, the more of it was asked', () => {
  const width = (populationSize?: number) => {
    const result = wilson(40, 100, { populationSize })
    return result.kind === 'computed' ? result.interval.high - result.interval.low : Number.NaN
  }
  expect(width(110)).toBeLessThan(width(200))
  expect(width(200)).toBeLessThan(width())
  expect(width(1e9)).toBeCloseTo(width(), 6)
})

test('eight answers from a bureau of twenty-five (survey package of R): mean 3.5, from 2.53 to 4.47', () => {
  expect(meanInterval([4, 5, null, 3, 5, 2, 4, 4, null, 1], 25)).toMatchObject({
    n: 8,
    excluded: { missing: 2 },
    se: expect.closeTo(0.412310562561766, 12),
    interval: { low: expect.closeTo(2.52504044457858, 12), high: expect.closeTo(4.47495955542142, 12) },
  })
})

test('more answers than people, one answer, no answer: undefined by name', () => {
  expect(wilson(3, 10, { populationSize: 9 })).toMatchObject({ kind: 'undefined', because: 'more-cases-than-population' })
  expect(meanInterval([1, 2], 1)).toMatchObject({ because: 'more-cases-than-population' })
  expect(meanInterval([1], 5)).toMatchObject({ because: 'too-few-cases' })
  expect(wilson(0, 0)).toMatchObject({ because: 'no-cases' })
})

test.each([
  [60, 53],
  [120, 92],
  [200, 132],
  [300, 169],
  [500, 218],
  [800, 260],
  [1500, 306],
])('of %i people %i must answer for plus or minus five points', (people, needed) => {
  expect(sampleSize(people)).toMatchObject({ needed })
})

test('nobody to ask', () => {
  expect(sampleSize(0)).toMatchObject({ kind: 'undefined', because: 'no-population' })
  expect(sampleSize(1)).toMatchObject({ needed: 1 })
  expect(sampleSize(Number.POSITIVE_INFINITY)).toMatchObject({ needed: 385 })
})
