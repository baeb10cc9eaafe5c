import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, Scheme, ValueInput } from './card.ts'
import type { ScoringRule } from './rules.ts'
import { scoreCard } from './scoreCard.ts'
import { compileRule } from './scoringFunctions.ts'
import { card, measure, objective, reported } from './testCards.ts'

/** Cases in which other scorecard programs were seen to go wrong (dossier 3.1, 3.3 and 6.10), and what this one does. */
const one = (rule: ScoringRule, x: string, more: Partial<MeasureInput> = {}, scheme: Scheme = {}) => {
  const result = scoreCard(card([objective('o', [measure('m', 10000, [reported(x)], { rule, ...more })])], {}, scheme))
  const [found] = result.measures
  return {
    attainment: found?.attainmentOfficial,
    official: found?.official,
    flags: found?.flags,
    because: found?.because,
    findings: result.findings.map(({ code }) => code),
  }
}
const weighted = (weights: number[], scores: string[], more: Partial<CardInput> = {}) =>
  scoreCard(
    card(
      [
        objective(
          'o',
          weights.map((weight, at) => measure(`m${at}`, weight, scores[at] ?? [])),
        ),
      ],
      more,
      { strict100: false },
    ),
  )

describe('no data', () => {
  test('is not a score of zero that is rolled up silently: excluded for information, ruled zero and said so for appraisal', () => {
    const [a, b] = (['exclude', 'zero'] as const).map((missingPolicy) =>
      scoreCard(card([objective('o', [measure('m', 5000, [], { missingPolicy }), measure('n', 5000, '80')])])),
    )
    expect([a?.final?.official, a?.status.kind]).toEqual(['80.00', 'insufficient-coverage'])
    expect([b?.final?.official, b?.tree.flags]).toEqual(['40.00', ['missing-as-zero']])
  })
  test('for everything is no score at all, not zero and not a division of zero by zero', () => {
    expect(weighted([50, 50], []).final?.official).toBe('0.00')
    const none = scoreCard(card([objective('o', [measure('m', 10000, [], { missingPolicy: 'exclude' })])]))
    expect([none.final, none.status.kind, none.provisional]).toEqual([null, 'insufficient-coverage', true])
  })
})

describe('weights', () => {
  test('50, 50, 50 with 100 everywhere is 100, not 150; 40, 30, 20 with 100, 80, 50 is 82.22, not 74', () => {
    expect(weighted([50, 50, 50], ['100', '100', '100']).final?.official).toBe('100.00')
    expect(weighted([40, 30, 20], ['100', '80', '50']).final?.official).toBe('82.22')
  })
  test('a child without weight is watched and takes no part; no weight at all is unscored', () => {
    expect(weighted([0, 70], ['0', '90']).final?.official).toBe('90.00')
    const none = weighted([0, 0], ['10', '90'])
    expect([none.final, none.status.kind, none.tree.because]).toEqual([null, 'unscored', 'weight-sum-zero'])
  })
  test('very unequal targets count by their weights, not alike', () => {
    const targets = ['10', '1000', '100000'].map((target, at) =>
      measure(`m${at}`, [6000, 3000, 1000][at] ?? 0, [reported(target)], { rule: { kind: 'ratio_up', target } }),
    )
    expect(scoreCard(card([objective('o', targets)])).final?.official).toBe('100.00')
  })
})

describe('direction', () => {
  test('lower is better scores down, from baseline 10 to target 0: 7 is 30, and 0 is 100', () => {
    const rule: ScoringRule = { kind: 'interpolate', baseline: '10', target: '0' }
    expect([one(rule, '7').official, one(rule, '0').official, one(rule, '12').official]).toEqual(['30.00', '100.00', '0.00'])
  })
  test('the direction declared must agree with the figures', () => {
    expect(one({ kind: 'interpolate', baseline: '10', target: '0', direction: 'up' }, '7')).toMatchObject({
      because: 'direction-contradicts-points',
    })
    expect(compileRule({ kind: 'floor_target_stretch', direction: 'down', floor: '80', target: '90', stretch: '95' })).toEqual({
      kind: 'refused',
      because: 'direction-contradicts-points',
    })
  })
})

describe('a target of zero', () => {
  test('five accidents against none is never 600: a share of the target is refused, deductions and steps are offered', () => {
    expect(one({ kind: 'ratio_up', target: '0' }, '5')).toMatchObject({
      because: 'target-not-positive',
      findings: ['rule-target-not-positive'],
    })
    expect(one({ kind: 'ratio_down', target: '0' }, '5')).toMatchObject({ because: 'target-not-positive' })
    expect(one({ kind: 'deduct', items: [{ key: 'accident', points: '10' }] }, '5')).toMatchObject({ official: '50.00' })
    expect(one({ kind: 'interpolate', baseline: '8', target: '0' }, '5')).toMatchObject({ official: '37.50' })
  })
  test('lower is better never divides by the actual: zero hours is 200 attained, not infinity', () => {
    expect(one({ kind: 'ratio_down', target: '24' }, '0', {}, { cap: '120', parentCap: '120' })).toMatchObject({
      attainment: '200.00',
      official: '120.00',
    })
  })
})

describe('figures on top of each other', () => {
  test.each<[ScoringRule, string]>([
    [{ kind: 'interpolate', baseline: '5', target: '5' }, 'baseline-equals-target'],
    [{ kind: 'floor_target_stretch', direction: 'up', floor: '5', target: '5', stretch: '6' }, 'floor-equals-target'],
    [{ kind: 'efficacy', unacceptable: '5', satisfactory: '5' }, 'points-equal'],
    [{ kind: 'threshold3_imported', red: '5', goal: '5' }, 'points-equal'],
    [{ kind: 'maintain', direction: 'up', target: '5', tolerance: '0' }, 'tolerance-not-positive'],
    [{ kind: 'range', low: '6', high: '5', tolerance: '1' }, 'range-upside-down'],
    [
      {
        kind: 'step',
        below: '0',
        bands: [
          { from: '5', points: '1' },
          { from: '5.0', points: '2' },
        ],
      },
      'bands-overlap',
    ],
  ])('%j blocks publishing with its reason', (rule, because) => {
    expect(one(rule, '5')).toMatchObject({ because, findings: [`rule-${because}`], official: null })
  })
})

describe('beyond the ends', () => {
  test('worse than the baseline keeps its negative attainment, scores zero and says regress', () => {
    expect(one({ kind: 'interpolate', baseline: '82', target: '90' }, '80')).toMatchObject({
      attainment: '-25.00',
      official: '0.00',
      flags: ['floored', 'extrapolated', 'regress'],
    })
  })
  test('over the target keeps its attainment beside the capped score; far over asks whether the target was too low, and cuts nothing', () => {
    expect(one({ kind: 'ratio_up', target: '90' }, '120', {}, { cap: '120', parentCap: '120' })).toMatchObject({
      attainment: '133.33',
      official: '120.00',
      flags: ['capped', 'extrapolated', 'target-too-low'],
      findings: ['target-too-low'],
    })
    expect(one({ kind: 'ratio_up', target: '90' }, '117').findings).toEqual([])
  })
  test('negative values are values', () => {
    expect(one({ kind: 'interpolate', baseline: '-50', target: '-20' }, '-35')).toMatchObject({ official: '50.00' })
  })
})

describe('aggregate first, score after', () => {
  const months = (actuals: string[]): ValueInput[] =>
    actuals.map((actual, at) => reported(actual, { period: `2025-${String(at + 1).padStart(2, '0')}` }))
  test('identical good months do not vanish: 10, 10 and 20 average 13.33, not 15', () => {
    const result = scoreCard(card([objective('o', [measure('m', 10000, months(['10', '10', '20']), { timeAggregation: 'mean' })])]))
    expect(result.measures[0]).toMatchObject({ actual: { value: '40/3' }, official: '13.33' })
  })
  test('the lowest of positive values is the lowest, not zero', () => {
    const result = scoreCard(card([objective('o', [measure('m', 10000, months(['70', '60', '90']), { timeAggregation: 'min' })])]))
    expect(result.measures[0]).toMatchObject({ actual: { value: '60' } })
  })
  test('a rate over months is the ratio of the sums', () => {
    const values = [
      { period: '2025-01', state: 'reported' as const, numerator: '90', denominator: '100' },
      { period: '2025-02', state: 'reported' as const, numerator: '10', denominator: '40' },
    ]
    const result = scoreCard(card([objective('o', [measure('m', 10000, values, { timeAggregation: 'ratio', ratioScale: '100' })])]))
    expect(result.measures[0]).toMatchObject({ actual: { value: '500/7', numerator: '100', denominator: '140' }, official: '71.43' })
  })
})

describe('bands', () => {
  test('89.9 is not 89: bands are half-open, without gaps or overlaps, on the official figure', () => {
    const at = (score: string) => scoreCard(card([objective('o', [measure('m', 10000, score)])])).status.band
    expect(['90', '89.995', '89.994', '80', '79.994', '60', '59.99', '0'].map(at)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D'])
  })
  test('bands of one’s own, in any order', () => {
    const bands = [
      { code: 'low', name: { zh: '低', en: 'low' }, from: '0' },
      { code: 'high', name: { zh: '高', en: 'high' }, from: '50' },
    ]
    const at = (score: string) => scoreCard(card([objective('o', [measure('m', 10000, score)])], {}, { bands })).status.band
    expect([at('50'), at('49.99')]).toEqual(['high', 'low'])
  })
})

describe('texts that are no numbers', () => {
  test.each(['NaN', 'Infinity', '1e3', '1,000', ' 7', '７', ''])('"%s" as an actual is excluded by name', (actual) => {
    expect(one({ kind: 'ratio_up', target: '100' }, actual)).toMatchObject({
      because: 'value-not-a-number',
      findings: ['value-not-a-number'],
    })
  })
  test('as a target it blocks the rule', () => {
    expect(one({ kind: 'ratio_up', target: 'ninety' }, '90')).toMatchObject({ because: 'not-a-number' })
  })
})

test('adding a measure that does not apply to anybody changes no score', () => {
  const base = [measure('a', 3000, '90'), measure('b', 7000, '70')]
  const more = [...base, measure('c', 2000, [{ period: '2025', state: 'not_applicable' }])]
  const scores = [base, more].map((measures) => scoreCard(card([objective('o', measures)], {}, { strict100: false })).final?.score)
  expect(scores[1]).toBe(scores[0])
})

test('a recalculation tomorrow gives what it gave today: no clock, no chance, no order', () => {
  const input = card([objective('o', [measure('a', 3000, '33.33'), measure('b', 7000, '66.67')])])
  expect(JSON.stringify(scoreCard(input))).toBe(JSON.stringify(scoreCard(structuredClone(input))))
})
