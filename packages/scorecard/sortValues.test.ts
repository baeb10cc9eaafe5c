import { describe, expect, test } from 'vitest'
import type { MeasureInput, ValueInput } from './card.ts'
import { readActual } from './readActual.ts'
import { sortValues, timeAggregationOf } from './sortValues.ts'
import { measure } from './testCards.ts'

const at = (period: string, more: Partial<ValueInput> = {}): ValueInput => ({ period, state: 'reported', actual: '10', ...more })
const of = (values: ValueInput[], more: Partial<MeasureInput> = {}) => measure('m', 10000, values, more)

describe('values in the order of time', () => {
  test('whatever order they came in, and units within a period by name', () => {
    const sorted = sortValues(of([at('2025-02', { unit: 'b' }), at('2025-01'), at('2025-02', { unit: 'a' })]), 'official')
    expect(sorted.map(({ ref }) => [ref.period, ref.unit])).toEqual([
      ['2025-01', undefined],
      ['2025-02', 'a'],
      ['2025-02', 'b'],
    ])
  })
  test('each keeps its fate and its reason', () => {
    const values = [
      at('1'),
      at('2', { state: 'missing', actual: undefined }),
      at('3', { state: 'not_applicable', actual: undefined }),
      at('4', { state: 'suspended', actual: undefined }),
      at('5', { state: 'estimated' }),
      at('6', { quality: 'D' }),
      at('7', { actual: 'ten' }),
      at('8', { actual: undefined }),
    ]
    expect(sortValues(of(values, { timeAggregation: 'mean' }), 'official').map(({ fate, because }) => `${fate} ${because}`)).toEqual([
      'used reported',
      'missing missing',
      'not-applicable not_applicable',
      'suspended suspended',
      'left-out estimated-not-waived',
      'left-out poor-data-quality',
      'left-out value-not-a-number',
      'left-out value-without-figure',
    ])
  })
  test('occurrences add up by themselves, everything else is a level unless said', () => {
    expect(timeAggregationOf({ rule: { kind: 'deduct', items: [] } })).toBe('sum')
    expect(timeAggregationOf({ rule: { kind: 'ratio_up', target: '1' } })).toBe('last')
    expect(timeAggregationOf({ rule: { kind: 'deduct', items: [] }, timeAggregation: 'max' })).toBe('max')
  })
})

describe('what a measure comes to before it is scored', () => {
  const read = (values: ValueInput[], more: Partial<MeasureInput> = {}, mode: 'live' | 'official' = 'official') =>
    readActual(of(values, more), mode, 30)
  test('the latest that says anything; what came before is passed over', () => {
    expect(read([at('1', { actual: '5' }), at('2', { actual: '7' })]).actual).toMatchObject({
      value: '7',
      how: 'last',
      used: [{ period: '2' }],
      excluded: [{ period: '1', because: 'not-the-last' }],
    })
  })
  test('while open, a value still to come does not hide the one there is', () => {
    expect(read([at('1', { actual: '5' }), at('2', { state: 'not_due', actual: undefined })], {}, 'live').actual).toMatchObject({
      value: '5',
    })
  })
  test('a rate is its quotient, times the scale when it is a percentage', () => {
    expect(read([at('1', { actual: undefined, numerator: '3', denominator: '8' })], { ratioScale: '100' }).actual).toMatchObject({
      value: '37.5',
    })
  })
  test('of a flow, the share of the target that still counts: one of four quarters does not apply', () => {
    const quarters = ['1', '2', '3', '4'].map((period) =>
      period === '4' ? at(period, { state: 'not_applicable', actual: undefined }) : at(period),
    )
    const { found } = read(quarters, { timeAggregation: 'sum' })
    expect(found.kind === 'reading' && found.flow?.share.toFraction()).toBe('3/4')
  })
  test('where each quarter states its part of the target, quarters weigh by it', () => {
    const quarters = [at('1', { target: '60' }), at('2', { target: '40', state: 'missing', actual: undefined })]
    const { found } = read(quarters, { timeAggregation: 'sum' })
    expect(found.kind === 'reading' && [found.missingShare.toFraction(), found.flow?.stated?.toDate.toFraction()]).toEqual(['2/5', '60'])
  })
  test('milestones reached in several reports are put together, a later report over an earlier one', () => {
    const rule = {
      kind: 'milestone' as const,
      lateFactor: '0',
      items: [
        { key: 'a', weight: '1' },
        { key: 'b', weight: '1' },
      ],
    }
    const { found } = read(
      [at('1', { actual: undefined, milestones: { a: 'undone' } }), at('2', { actual: undefined, milestones: { a: 'done', b: 'late' } })],
      { rule },
    )
    expect(found).toMatchObject({ kind: 'reading', reading: { kind: 'milestones', milestones: { a: 'done', b: 'late' } } })
  })
  test('occurrences of several months are added by kind', () => {
    const rule = {
      kind: 'deduct' as const,
      items: [
        { key: 'x', points: '5' },
        { key: 'y', points: '5' },
      ],
    }
    const { actual } = read(
      [at('1', { actual: undefined, counts: { x: '1' } }), at('2', { actual: undefined, counts: { x: '2', y: '1' } })],
      { rule },
    )
    expect(actual).toMatchObject({ value: '4', how: 'counts' })
  })
  test.each<[string, ValueInput[], Partial<MeasureInput>, string]>([
    ['no values, for information', [], { missingPolicy: 'exclude' }, 'no-values'],
    ['the same twice', [at('1'), at('1')], {}, 'same-value-twice'],
    ['two units and no rule', [at('1', { unit: 'a' }), at('1', { unit: 'b' })], {}, 'no-unit-aggregation'],
    [
      'weights that sum to zero',
      [at('1', { weight: '0' })],
      { timeAggregation: 'weighted-mean', unitAggregation: 'weighted-mean' },
      'weight-sum-zero',
    ],
    ['too few answers', [at('1', { n: 29 })], { timeAggregation: 'survey' }, 'too-few-answers'],
    ['answers not counted', [at('1')], { timeAggregation: 'mean', minN: 5 }, 'too-few-answers'],
  ])('%s: %s', (_, values, more, because) => {
    expect(read(values, more).found).toMatchObject({ kind: 'excluded', because })
  })
  test('thirty answers are enough, and a measure may ask for fewer', () => {
    expect(read([at('1', { n: 30 })], { timeAggregation: 'survey' }).found.kind).toBe('reading')
    expect(read([at('1', { n: 5 })], { timeAggregation: 'survey', minN: 5 }).found.kind).toBe('reading')
  })
})
