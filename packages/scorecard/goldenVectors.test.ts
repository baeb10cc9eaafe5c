import { exact } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { describe, expect, test } from 'vitest'
import { aggregate } from './aggregate.ts'
import { expectedShare } from './pace.ts'
import { type RollUpNode, rollUp } from './rollUp.ts'
import type { ScoringRule } from './rules.ts'
import { DEFAULT_BANDS } from './scheme.ts'
import { scoreCard } from './scoreCard.ts'
import { scoreMeasure } from './scoreMeasure.ts'
import { dayWeightedScore } from './segments.ts'
import { shownPercentages } from './shownPercentages.ts'
import { bandOf } from './status.ts'
import { card, measure, objective, reported } from './testCards.ts'

/** The numbered cases of the scorecard specification (dossier, golden vectors). V29's interval and V30 belong to statistics. */
const scored = (x: string, rule: ScoringRule, cap = '100'): [string, string] => {
  const result = scoreMeasure({ kind: 'figure', value: exact(x) }, rule, { cap })
  return result.kind === 'scored' ? [result.attainmentOfficial, result.official] : ['unscored', result.because]
}
const ratioUp: ScoringRule = { kind: 'ratio_up', target: '90' }
const ratioDown: ScoringRule = { kind: 'ratio_down', target: '24' }
const range: ScoringRule = { kind: 'range', low: '4', high: '6', tolerance: '1' }
const efficacy: ScoringRule = { kind: 'efficacy', unacceptable: '80', satisfactory: '95' }
const line = (baseline: string, target: string): ScoringRule => ({ kind: 'interpolate', baseline, target })

describe('scoring functions', () => {
  test.each<[string, string, ScoringRule, string, string, string]>([
    ['V1', '84.6', ratioUp, '100', '94.00', '94.00'],
    ['V2', '120', ratioUp, '120', '133.33', '120.00'],
    ['V3', '-5', ratioUp, '120', '-5.56', '0.00'],
    ['V4', '30', ratioDown, '100', '75.00', '75.00'],
    ['V5', '12', ratioDown, '120', '150.00', '120.00'],
    ['V6', '0', ratioDown, '120', '200.00', '120.00'],
    ['V7', '60', ratioDown, '120', '-50.00', '0.00'],
    ['V8', '84', line('82', '90'), '100', '25.00', '25.00'],
    ['V9', '80', line('82', '90'), '100', '-25.00', '0.00'],
    ['V10', '7', line('10', '0'), '100', '30.00', '30.00'],
    ['V11', '100', line('200', '0'), '100', '50.00', '50.00'],
    ['V12', '6.25', range, '100', '75.00', '75.00'],
    ['V13', '7.5', range, '100', '0.00', '0.00'],
    ['V14', '88', efficacy, '100', '81.33', '81.33'],
    ['V14', '50', efficacy, '100', '-20.00', '0.00'],
    ['V15', '600', { kind: 'threshold3_imported', red: '500', goal: '700' }, '100', '50.00', '50.00'],
    ['V16', '-35', line('-50', '-20'), '100', '50.00', '50.00'],
  ])('%s: %s', (_, x, rule, cap, attainment, score) => {
    expect(scored(x, rule, cap)).toEqual([attainment, score])
  })

  test('V27: 100 - 3 x 5 - 1 x 20 is 65', () => {
    const rule: ScoringRule = {
      kind: 'deduct',
      items: [
        { key: 'minor', points: '5' },
        { key: 'major', points: '20' },
      ],
    }
    expect(scoreMeasure({ kind: 'counts', counts: { minor: 3, major: 1 } }, rule)).toMatchObject({ official: '65.00' })
  })
})

describe('aggregate first, then score', () => {
  test('V17: 90/100 and 10/40 are 71.43 %, not the mean of percentages 57.50 %', () => {
    const figures = [
      { numerator: exact(90), denominator: exact(100) },
      { numerator: exact(10), denominator: exact(40) },
    ]
    const result = aggregate(figures, 'ratio', exact(100))
    expect(result.kind === 'aggregated' && roundHalfAway(result.figure.actual, 2)).toBe('71.43')
  })

  test('V18: months 30, 0 and 0 against 10 each score 100.00, not the mean of scores 40.00', () => {
    const values = ['30', '0', '0'].map((actual, month) => reported(actual, { period: `2025-0${month + 1}`, target: '10' }))
    const flow = measure('m', 10000, values, { timeAggregation: 'sum', rule: { kind: 'ratio_up', target: '30' } })
    expect(scoreCard(card([objective('o', [flow])], {}, { cap: '120', parentCap: '120' })).final?.official).toBe('100.00')
  })

  test('V24: 430 of 1,200 km with 35 % due by June: pace 102.38, even pace 71.67, attainment 35.83', () => {
    const seasonal = ['2', '2', '5', '8', '9', '9', '15', '15', '15', '10', '6', '4']
    const flow = (profile?: string[]) => {
      const km = measure('km', 10000, [reported('430', { period: '2025-H1' })], {
        timeAggregation: 'sum',
        rule: { kind: 'ratio_up', target: '1200' },
        profile,
      })
      const period = { from: '2025-01-01', to: '2025-12-31', asOf: '2025-06-30' }
      return scoreCard(card([objective('o', [km])], { mode: 'live', period })).measures[0]
    }
    expect(
      expectedShare({ span: { from: '2025-01-01', to: '2025-12-31' }, part: { from: '2025-01-01', to: '2025-06-30' }, profile: seasonal }),
    ).toMatchObject({ share: exact('0.35') })
    expect(flow(seasonal)).toMatchObject({
      attainmentOfficial: '35.83',
      pace: { attainment: '102.38', official: '100.00', expectedShare: '0.35' },
    })
    expect(flow()?.pace?.attainment).toBe('71.67')
  })

  test('V29: a survey of 25 answers is shown and not scored', () => {
    const survey = measure('s', 10000, [reported('80', { n: 25 })], { timeAggregation: 'survey' })
    expect(scoreCard(card([objective('o', [survey])])).measures[0]).toMatchObject({
      state: 'excluded',
      because: 'too-few-answers',
      actual: { shown: '80', n: 25 },
      score: null,
    })
  })
})

describe('weights and roll-up', () => {
  const leaf = (id: string, weight: number, score: string): RollUpNode => ({ id, weight, leaf: { kind: 'scored', score } })
  const notApplicable = (id: string, weight: number): RollUpNode => ({
    id,
    weight,
    leaf: { kind: 'not-applicable', because: 'not_applicable' },
  })
  const under = (...children: RollUpNode[]): RollUpNode => ({ id: 'root', weight: 1, children })

  test('V19: weights 40, 30 and 20 are normalised: 82.22', () => {
    expect(rollUp(under(leaf('a', 40, '100'), leaf('b', 30, '80'), leaf('c', 20, '50'))).official).toBe('82.22')
  })

  test('V20: weights of 150 in all cannot give more than 100', () => {
    expect(rollUp(under(leaf('a', 50, '100'), leaf('b', 50, '100'), leaf('c', 50, '100'))).official).toBe('100.00')
  })

  const twoPerspectives = under(
    { id: 'P1', weight: 60, children: [leaf('A', 50, '100'), notApplicable('B', 50)] },
    { id: 'P2', weight: 40, children: [leaf('C', 100, '60')] },
  )
  const effective = (options: Parameters<typeof rollUp>[1]) => {
    const { children, official } = rollUp(twoPerspectives, options)
    const shown = children.flatMap((perspective) =>
      perspective.children.map(({ id, effective: weight }) => [id, roundHalfAway(weight.mul(100), 2)]),
    )
    return { official, ...Object.fromEntries(shown) }
  }

  test('V21: N/A weight to the siblings 84.00, over the whole card 77.14, wrongly as zero 54.00', () => {
    expect(effective({ notApplicable: 'siblings' })).toEqual({ official: '84.00', A: '60.00', B: '0.00', C: '40.00' })
    expect(effective({ notApplicable: 'global' })).toEqual({ official: '77.14', A: '42.86', B: '0.00', C: '57.14' })
    const asZero = under(
      { id: 'P1', weight: 60, children: [leaf('A', 50, '100'), leaf('B', 50, '0')] },
      { id: 'P2', weight: 40, children: [leaf('C', 100, '60')] },
    )
    expect(rollUp(asZero).official).toBe('54.00')
  })

  test('V22: 120 and 70 alike: 85.00 under a parent cap of 100, 95.00 without one', () => {
    const children = [leaf('a', 1, '120'), leaf('b', 1, '70')]
    expect(rollUp({ id: 'root', weight: 1, children }).official).toBe('85.00')
    expect(rollUp({ id: 'root', weight: 1, children, parentCap: null }).official).toBe('95.00')
  })

  test('V23: three equal weights are shown as 33.34, 33.33 and 33.33', () => {
    expect([...shownPercentages(['a', 'b', 'c'].map((key) => ({ key, share: '1/3' }))).values()]).toEqual(['33.34', '33.33', '33.33'])
  })

  test('V25: 0.3 x 67.25 + 0.7 x 99.75 is 90.00 and therefore 优', () => {
    const { official } = rollUp(under(leaf('unit', 30, '67.25'), leaf('own', 70, '99.75')))
    expect(official).toBe('90.00')
    expect(bandOf(official ?? '', DEFAULT_BANDS).name.zh).toBe('优')
  })

  test('V26: 100 days at 70 and 265 days at 90 are 84.52', () => {
    expect(
      dayWeightedScore([
        { id: 'station', days: 100, score: '70' },
        { id: 'office', days: 265, score: '90' },
      ]),
    ).toMatchObject({ official: '84.52' })
  })

  test('V28: one of 30/30/40 missing for information only: 80.00 on 60 % coverage, insufficient', () => {
    const missing = measure('c', 4000, [{ period: '2025', state: 'missing' }], { missingPolicy: 'exclude' })
    const result = scoreCard(card([objective('o', [measure('a', 3000, '90'), measure('b', 3000, '70'), missing])]))
    expect(result.final?.official).toBe('80.00')
    expect(result.tree.coverage.shown.withData).toBe('60.00')
    expect(result.status.kind).toBe('insufficient-coverage')
    expect(result.provisional).toBe(true)
  })
})
