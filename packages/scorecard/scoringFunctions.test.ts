import { compare, exact, negate } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from './reading.ts'
import type { RuleRefusal, ScoringRule } from './rules.ts'
import { scoreMeasure } from './scoreMeasure.ts'
import { compileRule, SCORING_FUNCTIONS } from './scoringFunctions.ts'

const figure = (value: string): Reading => ({ kind: 'figure', value: exact(value) })
const official = (reading: Reading, rule: ScoringRule, cap = '100'): string => {
  const result = scoreMeasure(reading, rule, { cap })
  return result.kind === 'scored' ? result.official : result.because
}
const triple = (direction: 'up' | 'down', floor: string, target: string, stretch: string): ScoringRule => ({
  kind: 'floor_target_stretch',
  direction,
  floor,
  target,
  stretch,
})

test('the library triple: floor 0, target 100, stretch the cap, either way', () => {
  const up = triple('up', '75', '88', '93')
  expect(['75', '81.5', '88', '90.5', '93', '99'].map((x) => official(figure(x), up, '120'))).toEqual([
    '0.00',
    '50.00',
    '100.00',
    '110.00',
    '120.00',
    '120.00',
  ])
  const down = triple('down', '24', '8', '4')
  expect(['24', '16', '8', '6', '4', '0'].map((x) => official(figure(x), down, '120'))).toEqual([
    '0.00',
    '50.00',
    '100.00',
    '110.00',
    '120.00',
    '120.00',
  ])
})

test('over-achievement stays visible in attainment when the score is capped at 100', () => {
  expect(scoreMeasure(figure('93'), triple('up', '75', '88', '93'))).toMatchObject({
    official: '100.00',
    attainmentOfficial: '120.00',
    flags: ['capped'],
  })
})

test('a target that is also the stretch works: 85/95/95, and no accident at all', () => {
  expect(['85', '90', '95', '100'].map((x) => official(figure(x), triple('up', '85', '95', '95')))).toEqual([
    '0.00',
    '50.00',
    '100.00',
    '100.00',
  ])
  expect(['2', '1', '0'].map((x) => official(figure(x), triple('down', '2', '0', '0')))).toEqual(['0.00', '50.00', '100.00'])
})

test('worse than the floor: the attainment is kept, the score is 0 and the fall is flagged', () => {
  expect(scoreMeasure(figure('70'), triple('up', '75', '100', '100'))).toMatchObject({
    attainment: '-20',
    score: '0',
    segment: 'before',
    flags: ['floored', 'extrapolated', 'regress'],
  })
})

test('steps are closed on the left', () => {
  const rule: ScoringRule = {
    kind: 'step',
    below: '0',
    bands: [
      { from: '90', points: '100' },
      { from: '60', points: '70' },
    ],
  }
  expect(['59.99', '60', '89.99', '90'].map((x) => official(figure(x), rule))).toEqual(['0.00', '70.00', '70.00', '100.00'])
})

test('met or not: four ways to compare', () => {
  const rule = (comparator: '>=' | '<=' | '=' | 'in', ...values: string[]): ScoringRule => ({ kind: 'binary', comparator, values })
  expect([rule('>=', '3'), rule('<=', '3'), rule('=', '3'), rule('in', '1', '3')].map((one) => official(figure('3'), one))).toEqual(
    Array(4).fill('100.00'),
  )
  expect([rule('>=', '4'), rule('<=', '2'), rule('=', '3.1'), rule('in', '1', '2')].map((one) => official(figure('3'), one))).toEqual(
    Array(4).fill('0.00'),
  )
})

test('deductions by item, with a floor, and an item the rule does not know', () => {
  const rule: ScoringRule = { kind: 'deduct', items: [{ key: 'fault', points: '15' }] }
  expect(official(figure('2'), rule)).toBe('70.00')
  expect(official(figure('9'), rule)).toBe('0.00')
  expect(official({ kind: 'counts', counts: { other: 1 } }, rule)).toBe('value-not-in-rule')
})

test('milestones: on time 1, late by the factor, not mentioned is undone', () => {
  const rule: ScoringRule = {
    kind: 'milestone',
    lateFactor: '0.5',
    items: [
      { key: 'a', weight: '2' },
      { key: 'b', weight: '1' },
      { key: 'c', weight: '1' },
    ],
  }
  expect(official({ kind: 'milestones', milestones: { a: 'done', b: 'late' } }, rule)).toBe('62.50')
})

test('a judgement needs evidence, a reason, and points inside its band', () => {
  const rule: ScoringRule = { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '90' }] }
  const judged = { kind: 'judgement' as const, band: 'good', points: '85', by: '王主任', reason: '按期完成', evidence: ['file-1'] }
  expect(official(judged, rule)).toBe('85.00')
  expect(official({ ...judged, evidence: [] }, rule)).toBe('no-evidence')
  expect(official({ ...judged, reason: ' ' }, rule)).toBe('no-reason')
  expect(official({ ...judged, points: '95' }, rule)).toBe('value-not-in-rule')
})

test.each<[RuleRefusal, ScoringRule]>([
  ['floor-equals-target', triple('up', '90', '90', '95')],
  ['direction-contradicts-points', triple('down', '75', '88', '93')],
  ['stretch-short-of-target', triple('up', '75', '88', '80')],
  ['not-a-number', triple('up', '75', '8 8', '93')],
  ['target-not-positive', { kind: 'ratio_up', target: '0' }],
  ['target-not-positive', { kind: 'ratio_down', target: '-1' }],
  ['baseline-equals-target', { kind: 'interpolate', baseline: '5', target: '5.0' }],
  ['direction-contradicts-points', { kind: 'interpolate', baseline: '5', target: '9', direction: 'down' }],
  ['tolerance-not-positive', { kind: 'maintain', direction: 'up', target: '5', tolerance: '0' }],
  ['range-upside-down', { kind: 'range', low: '6', high: '4', tolerance: '1' }],
  ['tolerance-not-positive', { kind: 'range', low: '4', high: '6', tolerance: '0' }],
  ['points-equal', { kind: 'efficacy', unacceptable: '80', satisfactory: '80' }],
  ['points-not-monotone', { kind: 'threshold3', floor: '60', target: '80', stretch: '70' }],
  ['points-equal', { kind: 'threshold3_imported', red: '5', goal: '5' }],
  ['no-bands', { kind: 'step', below: '0', bands: [] }],
  [
    'bands-overlap',
    {
      kind: 'step',
      below: '0',
      bands: [
        { from: '1', points: '50' },
        { from: '1.0', points: '60' },
      ],
    },
  ],
  ['nothing-to-compare', { kind: 'binary', comparator: 'in', values: [] }],
  ['no-items', { kind: 'deduct', items: [] }],
  ['deduction-not-positive', { kind: 'deduct', items: [{ key: 'a', points: '0' }] }],
  ['weights-sum-to-zero', { kind: 'milestone', lateFactor: '0.5', items: [{ key: 'a', weight: '0' }] }],
])('%s is refused', (because, rule) => {
  expect(compileRule(rule)).toEqual({ kind: 'refused', because })
})

test('a range of one point is allowed', () => {
  expect(official(figure('5'), { kind: 'range', low: '5', high: '5', tolerance: '2' })).toBe('100.00')
})

test('every row of the table stands under its own kind', () => {
  for (const [kind, row] of Object.entries(SCORING_FUNCTIONS)) expect([row.kind, row.formulaId]).toEqual([kind, `measure.${kind}`])
})

const figures = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => toExactText(`${hundredths}/100`))
const attainmentOf = (x: string, rule: ScoringRule) => {
  const result = scoreMeasure(figure(x), rule, { cap: '120' })
  if (result.kind === 'unscored') throw new Error(result.because)
  return exact(result.attainment)
}

test('law: up and down are mirror images', () => {
  fc.assert(
    fc.property(figures, figures, figures, figures, (x, a, b, c) => {
      const [floor, target, stretch] = [a, b, c].toSorted((p, q) => compare(p, q))
      fc.pre(floor !== target)
      const [up, mirror] = [triple('up', floor!, target!, stretch!), (text: string) => toExactText(negate(text))]
      const down = triple('down', mirror(floor!), mirror(target!), mirror(stretch!))
      expect(attainmentOf(x, up).equals(attainmentOf(mirror(x), down))).toBe(true)
    }),
  )
})

test('law: a better actual never scores less', () => {
  fc.assert(
    fc.property(figures, figures, figures, figures, figures, (x, y, a, b, c) => {
      const [floor, target, stretch] = [a, b, c].toSorted((p, q) => compare(p, q))
      fc.pre(floor !== target)
      const [worse, better] = compare(x, y) <= 0 ? [x, y] : [y, x]
      expect(
        compare(
          attainmentOf(worse, triple('up', floor!, target!, stretch!)),
          attainmentOf(better, triple('up', floor!, target!, stretch!)),
        ),
      ).toBeLessThanOrEqual(0)
    }),
  )
})

test('law: the score lies between floor and cap, whatever the actual', () => {
  fc.assert(
    fc.property(figures, (x) => {
      const result = scoreMeasure(figure(x), triple('up', '20', '60', '80'), { floor: '10', cap: '110' })
      expect(result.kind === 'scored' && compare(result.score, 10) >= 0 && compare(result.score, 110) <= 0).toBe(true)
    }),
  )
})
