import { toNumber } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MeasureInput, ValueInput } from '../card.ts'
import type { ScoringRule } from '../rules.ts'
import { scoreCard } from '../scoreCard.ts'
import { card, measure, objective } from '../testCards.ts'
import { quickCards } from './quickCard.ts'

const figure = fc.integer({ min: -500, max: 14_000 }).map((raw) => (raw / 100).toFixed(2))
const rules: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.constantFrom<ScoringRule>(
    { kind: 'floor_target_stretch', direction: 'up', floor: '40', target: '90', stretch: '110' },
    { kind: 'ratio_up', target: '90' },
    { kind: 'ratio_down', target: '24' },
    { kind: 'interpolate', baseline: '20', target: '85.5' },
    { kind: 'range', low: '50', high: '70', tolerance: '20' },
    {
      kind: 'step',
      below: '0',
      bands: [
        { from: '30', points: '60' },
        { from: '60', points: '80' },
        { from: '90', points: '100' },
      ],
    },
    { kind: 'binary', comparator: '>=', values: ['60'] },
    { kind: 'deduct', items: [{ key: 'a', points: '2.5' }] },
    { kind: 'unscored' },
  ),
)
const months = fc.array(
  fc.record({
    state: fc.constantFrom<ValueInput['state']>(
      'reported',
      'reported',
      'reported',
      'reported',
      'missing',
      'not_applicable',
      'suspended',
      'not_due',
      'estimated',
    ),
    actual: figure,
    numerator: figure,
    denominator: fc.integer({ min: 1, max: 9 }).map(String),
  }),
  { minLength: 0, maxLength: 4 },
)
const measures: fc.Arbitrary<Partial<MeasureInput> & { weightBp: number; values: ValueInput[] }> = fc
  .record({
    weightBp: fc.constantFrom(0, 500, 1000, 2500, 3333),
    rule: rules,
    timeAggregation: fc.constantFrom<MeasureInput['timeAggregation']>(undefined, 'last', 'sum', 'mean', 'min', 'max', 'ratio'),
    missingPolicy: fc.constantFrom<MeasureInput['missingPolicy']>(undefined, 'zero', 'exclude', 'carry'),
    cap: fc.constantFrom(undefined, '120'),
    overUnits: fc.constantFrom<NonNullable<MeasureInput['unitAggregation']> | null>(null, null, 'sum', 'ratio', 'mean'),
    months,
  })
  .map(({ months: values, timeAggregation, missingPolicy, cap, overUnits, ...rest }) => ({
    ...rest,
    ...(timeAggregation && { timeAggregation }),
    ...(missingPolicy && { missingPolicy }),
    ...(cap && { cap }),
    ...(overUnits === null ? {} : { unitAggregation: overUnits }),
    values: values.map(
      (value, at): ValueInput =>
        overUnits === null
          ? { period: `2025-0${at + 1}`, ...value }
          : { period: `2025-0${(at >> 1) + 1}`, unit: at % 2 === 0 ? 'U1' : 'U2', ...value },
    ),
  }))
const cards = fc.array(fc.array(measures, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((objectives) =>
  card(
    objectives.map((own, o) =>
      objective(
        `o${o}`,
        own.map(({ weightBp, values, ...more }, m) => measure(`m${o}${m}`, weightBp, values, more)),
      ),
    ),
  ),
)

describe('the quick way of a dry run', () => {
  test('law: its official score, state, band and every measure are those of the exact engine', () => {
    let scored = 0
    fc.assert(
      fc.property(cards, (one) => {
        const quick = quickCards()(one)
        const exactly = scoreCard(one)
        expect({ official: quick.official, state: quick.state, band: quick.band }).toEqual({
          official: exactly.final?.official ?? null,
          state: exactly.tree.state,
          band: exactly.status.band,
        })
        for (const [at, { score, state, missing }] of quick.leaves.entries()) {
          const { score: asked, state: stands, flags, because } = exactly.measures[at]!
          expect(state).toBe(stands)
          if (asked === null) expect(score).toBeNull()
          else expect(score).toBeCloseTo(toNumber(asked), 8)
          expect(missing).toBe(
            stands !== 'monitored' && (flags.includes('missing-as-zero') || because === 'missing' || because === 'no-values'),
          )
        }
        if (quick.official !== null) scored++
      }),
      { numRuns: 150 },
    )
    expect(scored).toBeGreaterThan(40)
  })

  test('a score on the edge of a band is decided exactly: 0.3 x 67.25 + 0.7 x 99.75 is 90.00 and an A (case 25)', () => {
    const edge = card([objective('o', [measure('a', 3000, '67.25'), measure('b', 7000, '99.75')])])
    expect(quickCards()(edge)).toMatchObject({ official: '90.00', band: 'A' })
  })
})
