import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figures, judgeFigures } from './judgeFigures.ts'

const ratio = { timeAggregation: 'ratio', ratioScale: '100', unit: { zh: '%', en: '%' } } as const
const nothing: Figures = { actual: null, numerator: null, denominator: null, n: null, detail: null }

test('a ratio’s actual is the quotient of its parts; one that disagrees is refused', () => {
  expect(judgeFigures({ ...nothing, numerator: '193', denominator: '200' }, ratio, 'month')).toMatchObject({
    ok: true,
    figures: { actual: '96.5' },
  })
  expect(judgeFigures({ ...nothing, actual: '33.3', numerator: '1', denominator: '3' }, ratio, 'month')).toMatchObject({
    ok: true,
    figures: { actual: '33.333333333' },
  })
  const wrong = judgeFigures({ ...nothing, actual: '95', numerator: '90', denominator: '100' }, ratio, 'month')
  expect(wrong.ok ? [] : wrong.problems.map((one) => [one.field, one.message.en])).toEqual([['actual', expect.stringContaining('90')]])
})

test('nought over nought is kept as undefined; anything else over nought is refused', () => {
  expect(judgeFigures({ ...nothing, numerator: '0', denominator: '0' }, ratio, 'month')).toMatchObject({
    ok: true,
    figures: { actual: null },
  })
  expect(judgeFigures({ ...nothing, numerator: '3', denominator: '0' }, ratio, 'month').ok).toBe(false)
  expect(judgeFigures({ ...nothing, actual: '100', numerator: '0', denominator: '0' }, ratio, 'month').ok).toBe(false)
})

test('a rate that is put together over months needs its parts, since percentages are never averaged; for a whole year it may stand alone', () => {
  const alone = judgeFigures({ ...nothing, actual: '96' }, ratio, 'month')
  expect(alone.ok ? [] : alone.problems.map((one) => one.field)).toEqual(['numerator'])
  expect(judgeFigures({ ...nothing, actual: '96' }, ratio, 'year').ok).toBe(true)
})

test('a survey needs its number of answers, a weighted mean its weight, a half ratio its other half', () => {
  const fields = (given: Partial<Figures>, measure: object) => {
    const judged = judgeFigures({ ...nothing, ...given }, { ...ratio, ...measure }, 'quarter')
    return judged.ok ? [] : judged.problems.map((one) => one.field)
  }
  expect(fields({ actual: '80' }, { timeAggregation: 'survey', ratioScale: null })).toEqual(['n'])
  expect(fields({ actual: '80' }, { timeAggregation: 'weighted-mean', ratioScale: null })).toEqual(['denominator'])
  expect(fields({ numerator: '8' }, {})).toEqual(['denominator'])
  expect(fields({ denominator: '8' }, {})).toEqual(['numerator'])
  expect(fields({ actual: '1', denominator: '-8' }, { timeAggregation: 'weighted-mean', ratioScale: null })).toEqual(['denominator'])
})

test('the actual a file rounds to any number of places never contradicts its own parts', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 4 }), (numerator, denominator, places) => {
      const computed = judgeFigures({ ...nothing, numerator: String(numerator), denominator: String(denominator) }, ratio, 'month')
      if (!computed.ok) throw new Error('refused')
      // halves away from nought, as the file's author would
      const scaled = BigInt(numerator) * 100n * 10n ** BigInt(places)
      const rounded = (2n * scaled + BigInt(denominator)) / (2n * BigInt(denominator))
      const digits = rounded.toString().padStart(places + 1, '0')
      const actual = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
      expect(judgeFigures({ ...nothing, actual, numerator: String(numerator), denominator: String(denominator) }, ratio, 'month').ok).toBe(
        true,
      )
    }),
  )
})
