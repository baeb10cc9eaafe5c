import { describe, expect, test } from 'vitest'
import { cardWithWeights, type DatedWeight, scoreUnderDatedWeights, weightsOn } from './effectiveWeights.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective } from './testCards.ts'

/** Two measures at 60 and 100, weighing 50/50 on the card. */
const BASE = card([objective('o', [measure('a', 5000, '60'), measure('b', 5000, '100')])])
const fromJuly: DatedWeight[] = [
  { node: 'a', weightBp: 5000, from: '2025-01-01', to: '2025-06-30' },
  { node: 'b', weightBp: 5000, from: '2025-01-01', to: '2025-06-30' },
  { node: 'a', weightBp: 2000, from: '2025-07-01' },
  { node: 'b', weightBp: 8000, from: '2025-07-01' },
]
const weights = (day: string) => {
  const on = weightsOn(day, fromJuly)
  return on.kind === 'weights' ? Object.fromEntries(on.weights) : on.fault
}

describe('the weights of a day', () => {
  test('June and July differ, the days at the edge included', () => {
    expect([weights('2025-06-30'), weights('2025-07-01')]).toEqual([
      { a: 5000, b: 5000 },
      { a: 2000, b: 8000 },
    ])
    expect(weights('2024-12-31')).toEqual({})
  })
  test('a card takes the weights of the day; nodes without one keep their own', () => {
    expect(scoreCard(cardWithWeights(BASE, new Map([['a', 0]]))).final?.official).toBe('100.00')
    expect(scoreCard(cardWithWeights(BASE, new Map())).final?.official).toBe('80.00')
  })
  test.each<[DatedWeight[], object]>([
    [[{ node: 'a', weightBp: 1, from: '2025-02-30' }], { because: 'not-a-day', node: 'a' }],
    [[{ node: 'a', weightBp: 1, from: '2025-02-02', to: '2025-02-01' }], { because: 'span-upside-down', node: 'a' }],
    [[{ node: 'a', weightBp: -1, from: '2025-02-02' }], { because: 'negative-weight', node: 'a' }],
    [
      [
        { node: 'a', weightBp: 1, from: '2025-01-01' },
        { node: 'a', weightBp: 2, from: '2025-03-01', to: '2025-04-01' },
      ],
      { because: 'overlap', node: 'a', day: '2025-03-01' },
    ],
  ])('what contradicts itself is refused: %j', (dated, fault) => {
    expect(weightsOn('2025-05-05', dated)).toEqual({ kind: 'refused', fault })
    expect(scoreUnderDatedWeights(BASE, dated)).toEqual({ kind: 'refused', fault })
  })
})

describe('a year in which the weights changed', () => {
  test('by hand: 181 days at 80 and 184 days at 92 are (181 x 80 + 184 x 92) / 365 = 86.05', () => {
    const result = scoreUnderDatedWeights(BASE, fromJuly)
    expect(result).toMatchObject({
      kind: 'scored',
      stretches: [
        { from: '2025-01-01', to: '2025-06-30', days: 181, result: { final: { official: '80.00' } } },
        { from: '2025-07-01', to: '2025-12-31', days: 184, result: { final: { official: '92.00' } } },
      ],
      whole: { kind: 'scored', official: '86.05', days: 365 },
    })
  })
  test('without a change inside the period it is the plain score', () => {
    expect(scoreUnderDatedWeights(BASE, [{ node: 'a', weightBp: 5000, from: '2020-01-01' }])).toMatchObject({
      stretches: [{ days: 365 }],
      whole: { official: '80.00' },
    })
  })
  test('a leap year has its day', () => {
    const leap = { ...BASE, period: { from: '2024-01-01', to: '2024-12-31' } }
    expect(scoreUnderDatedWeights(leap, [{ node: 'a', weightBp: 1, from: '2024-03-01' }])).toMatchObject({
      stretches: [
        { to: '2024-02-29', days: 60 },
        { from: '2024-03-01', days: 306 },
      ],
    })
  })
  test('a period that is none is refused', () => {
    expect(scoreUnderDatedWeights({ ...BASE, period: { from: '2025-12-31', to: '2025-01-01' } }, [])).toMatchObject({
      fault: { because: 'span-upside-down' },
    })
  })
})
