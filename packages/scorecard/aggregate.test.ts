import { exact } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate, type Figure } from './aggregate.ts'
import { aggregateOverTime } from './aggregateOverTime.ts'
import { aggregateOverUnits } from './aggregateOverUnits.ts'
import type { UnitAggregation } from './card.ts'

const actual = (text: string, more: Partial<Figure> = {}): Figure => ({ actual: exact(text), ...more })
const rate = (above: number, below: number): Figure => ({ numerator: exact(above), denominator: exact(below) })
const found = (figures: readonly Figure[], how: UnitAggregation, scale?: string) => {
  const result = aggregate(figures, how, scale === undefined ? undefined : exact(scale))
  return result.kind === 'aggregated' ? toExactText(result.figure.actual) : result.because
}

describe('one figure from many', () => {
  const three = [actual('1.5'), actual('2.5'), actual('5')]
  test.each<[UnitAggregation, string]>([
    ['sum', '9'],
    ['mean', '3'],
    ['min', '1.5'],
    ['max', '5'],
  ])('%s of 1.5, 2.5 and 5 is %s', (how, expected) => {
    expect(found(three, how)).toBe(expected)
  })
  test('a ratio is the sum of numerators over the sum of denominators, never a mean of rates', () => {
    expect(found([rate(90, 100), rate(10, 40)], 'ratio', '100')).toBe('500/7')
    expect(found([rate(1, 2), rate(0, 0)], 'ratio')).toBe('0.5')
  })
  test('a weighted mean weighs by kilometres, money or what the value brings', () => {
    expect(found([actual('90', { weight: exact(30) }), actual('60', { weight: exact(10) })], 'weighted-mean')).toBe('82.5')
  })
  test('a survey weighs by its answers', () => {
    expect(found([actual('80', { n: 25 }), actual('90', { n: 75 })], 'survey')).toBe('87.5')
  })
})

describe('what cannot be put together is named', () => {
  test.each<[string, readonly Figure[], UnitAggregation, string]>([
    ['nothing', [], 'sum', 'no-values'],
    ['a value without a figure', [actual('1'), {}], 'sum', 'value-without-figure'],
    ['a rate without a denominator', [rate(1, 2), actual('3')], 'ratio', 'value-without-figure'],
    ['nothing to count', [rate(0, 0), rate(0, 0)], 'ratio', 'zero-denominator'],
    ['a numerator without a denominator', [rate(1, 0)], 'ratio', 'numerator-without-denominator'],
    ['no weight at all', [actual('1', { weight: exact(0) })], 'weighted-mean', 'weight-sum-zero'],
    ['a weight that is not there', [actual('1')], 'weighted-mean', 'value-without-figure'],
    ['no answers', [actual('1', { n: 0 })], 'survey', 'too-few-answers'],
    ['answers not counted', [actual('1')], 'survey', 'value-without-figure'],
  ])('%s', (_, figures, how, because) => {
    expect(found(figures, how)).toBe(because)
  })
})

describe('over time', () => {
  const periods = [
    { period: '2025-03', actual: exact(3) },
    { period: '2025-01', actual: exact(1) },
    { period: '2025-02', actual: exact(5) },
  ]
  test('the last period is the last in time, wherever it stands; the others are passed over', () => {
    expect(aggregateOverTime(periods, 'last')).toMatchObject({
      kind: 'aggregated',
      figure: { actual: exact(3) },
      used: ['2025-03'],
      passedOver: ['2025-01', '2025-02'],
    })
  })
  test('a flow is summed, and every period is used', () => {
    expect(aggregateOverTime(periods, 'sum')).toMatchObject({
      figure: { actual: exact(9) },
      used: ['2025-01', '2025-02', '2025-03'],
      passedOver: [],
    })
  })
})

describe('over units', () => {
  test('each unit once: a unit named twice stops it', () => {
    const result = aggregateOverUnits(
      [
        { unit: 'a', actual: exact(1) },
        { unit: 'b', actual: exact(2) },
        { unit: 'a', actual: exact(3) },
      ],
      'sum',
    )
    expect(result).toMatchObject({ kind: 'undefined', countedTwice: ['a'], used: [] })
  })
  test('trucks out of service: summed over cities, averaged over weeks', () => {
    const weeks = [
      [4, 6],
      [2, 8],
    ].map((trucks, week) => {
      const joined = aggregateOverUnits(
        trucks.map((out, city) => ({ unit: `city ${city}`, actual: exact(out) })),
        'sum',
      )
      return { period: `w${week}`, ...(joined.kind === 'aggregated' ? joined.figure : {}) }
    })
    expect(aggregateOverTime(weeks, 'mean')).toMatchObject({ figure: { actual: exact(10) } })
  })
})

const figures = fc.array(
  fc
    .record({ a: fc.integer({ min: 0, max: 99 }), b: fc.integer({ min: 1, max: 99 }) })
    .map(({ a, b }) => ({ actual: exact(a), ...rate(a, b), weight: exact(b), n: b })),
  { minLength: 1, maxLength: 8 },
)
test('law: the order of values changes nothing, and no mean leaves the range of its values', () => {
  fc.assert(
    fc.property(
      figures,
      fc.constantFrom<UnitAggregation>('sum', 'mean', 'min', 'max', 'ratio', 'weighted-mean', 'survey'),
      (values, how) => {
        expect(found(values.toReversed(), how)).toBe(found(values, how))
        if (how === 'sum' || how === 'ratio') return
        const at = exact(found(values, how)).valueOf()
        const all = values.map(({ actual: one }) => one.valueOf())
        expect(at >= Math.min(...all) && at <= Math.max(...all)).toBe(true)
      },
    ),
  )
})
