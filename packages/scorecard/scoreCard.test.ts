import { compare, exact } from '@milepost/exact/exact'
import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, ValueInput } from './card.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import { renderExplanation } from './explanation.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective, reported } from './testCards.ts'

const only = (values: ValueInput[], more: Partial<MeasureInput> = {}, input: Partial<CardInput> = {}) => {
  const result = scoreCard(card([objective('o', [measure('m', 10000, values, more)])], input))
  return { ...result.measures[0]!, findings: result.findings.map(({ code }) => code), card: result }
}
const state = (period: string, of: ValueInput['state'], more: Partial<ValueInput> = {}): ValueInput => ({ period, state: of, ...more })

describe('missing, zero and not applicable are three different things', () => {
  test('a reported zero scores zero and is data', () => {
    expect(only([reported('0')])).toMatchObject({
      state: 'scored',
      official: '0.00',
      flags: [],
      card: { tree: { coverage: { shown: { withData: '100.00' } } } },
    })
  })
  test('missing at the close is zero by rule, and not data', () => {
    expect(only([state('2025', 'missing')])).toMatchObject({
      state: 'scored',
      official: '0.00',
      flags: ['missing-as-zero'],
      card: { tree: { coverage: { shown: { withData: '0.00', decided: '100.00' } } } },
    })
  })
  test('no value at all at the close is missing too', () => {
    expect(only([])).toMatchObject({ official: '0.00', flags: ['missing-as-zero'] })
  })
  test('missing for information is left out and its weight is uncovered', () => {
    expect(only([state('2025', 'missing')], { missingPolicy: 'exclude' })).toMatchObject({
      state: 'excluded',
      because: 'missing',
      card: { final: null, status: { kind: 'insufficient-coverage' } },
    })
  })
  test('an approved N/A leaves the card without a score, not with zero', () => {
    expect(only([state('2025', 'not_applicable')])).toMatchObject({
      state: 'not-applicable',
      card: { final: null, status: { kind: 'not-applicable' } },
    })
  })
  test('late while open is left out and shown as late; at the close it is missing', () => {
    expect(only([state('2025', 'late')], {}, { mode: 'live' })).toMatchObject({ state: 'excluded', because: 'late' })
    expect(only([state('2025', 'late')])).toMatchObject({ official: '0.00', flags: ['missing-as-zero'] })
  })
})

describe('a year with gaps', () => {
  const quarters = (...states: ValueInput[]) => states
  test('the missing share of the year scores zero, whichever way is better', () => {
    const values = quarters(
      reported('0', { period: '2025-Q1' }),
      reported('0', { period: '2025-Q2' }),
      reported('0', { period: '2025-Q3' }),
      state('2025-Q4', 'missing'),
    )
    const accidents: MeasureInput['rule'] = { kind: 'floor_target_stretch', direction: 'down', floor: '2', target: '0', stretch: '0' }
    expect(only(values, { timeAggregation: 'sum', rule: accidents })).toMatchObject({
      attainment: '100',
      official: '75.00',
      flags: ['missing-as-zero', 'partial'],
    })
  })
  test('a flow loses the target of the quarters that do not apply', () => {
    const values = quarters(
      reported('30', { period: '2025-Q1' }),
      reported('30', { period: '2025-Q2' }),
      state('2025-Q3', 'not_applicable'),
      state('2025-Q4', 'not_applicable'),
    )
    expect(only(values, { timeAggregation: 'sum', rule: { kind: 'ratio_up', target: '120' } })).toMatchObject({
      targetScale: '0.5',
      official: '100.00',
    })
  })
  test('while open, quarters still to come keep their part of the target', () => {
    const values = quarters(
      reported('30', { period: '2025-Q1' }),
      reported('30', { period: '2025-Q2' }),
      state('2025-Q3', 'not_due'),
      state('2025-Q4', 'not_due'),
    )
    expect(only(values, { timeAggregation: 'sum', rule: { kind: 'ratio_up', target: '120' } }, { mode: 'live' })).toMatchObject({
      targetScale: '1',
      official: '50.00',
    })
  })
  test('with a quarter missing, the move offered still raises the measure by one point', () => {
    const rate = (actual: string) =>
      only(quarters(reported(actual, { period: '2025-Q1' }), state('2025-Q2', 'missing')), { timeAggregation: 'mean' })
    const { whatMoves, score } = rate('60')
    expect([score, whatMoves.measureByOne]).toMatchObject(['30', { kind: 'needs', actual: '62' }])
    expect(rate('62').score).toBe('31')
  })
  test('a level takes the last period; a missing last one is zero, or carried once', () => {
    const values = quarters(reported('70', { period: '2025-Q3' }), state('2025-Q4', 'missing'))
    expect(only(values)).toMatchObject({ official: '0.00' })
    expect(only(values, { missingPolicy: 'carry' })).toMatchObject({ official: '70.00', flags: ['carried'] })
    const two = quarters(reported('70', { period: '2025-Q2' }), state('2025-Q3', 'missing'), state('2025-Q4', 'missing'))
    expect(only(two, { missingPolicy: 'carry' })).toMatchObject({ state: 'excluded', because: 'missing' })
  })
  test('a hit rate is periods met over periods due; an unreported one is not met', () => {
    const weekly = { timeAggregation: 'hit-rate', hit: { comparator: '>=', value: '90' }, ratioScale: '100' } as const
    const weeks = [reported('95', { period: 'w1' }), reported('90', { period: 'w2' }), reported('89.99', { period: 'w3' })]
    expect(only(weeks, weekly)).toMatchObject({ actual: { value: '200/3', how: 'hit-rate' }, official: '66.67' })
    expect(only([...weeks, state('w4', 'missing')], weekly)).toMatchObject({ official: '50.00', flags: ['missing-as-zero', 'partial'] })
    expect(only([...weeks, state('w4', 'not_applicable')], weekly)).toMatchObject({ official: '66.67' })
    expect(only(weeks, { timeAggregation: 'hit-rate' })).toMatchObject({ state: 'excluded', because: 'nothing-to-compare' })
    const unit = { ...weekly, hit: { comparator: '<=', value: '90' } } as const
    expect(
      only([reported('80', { period: 'w1', unit: 'a' }), reported('100', { period: 'w1', unit: 'b' })], {
        ...unit,
        unitAggregation: 'mean',
      }),
    ).toMatchObject({ official: '100.00' })
  })
  test('a flow is never carried: it would be counted twice', () => {
    const values = quarters(reported('50', { period: '2025-H1' }), state('2025-H2', 'missing'))
    const result = only(values, { timeAggregation: 'sum', missingPolicy: 'carry' })
    expect(result.actual).toMatchObject({ shown: '50', excluded: [{ period: '2025-H2', because: 'missing' }] })
    expect(result.flags).not.toContain('carried')
  })
  test('the order in which values arrive does not matter', () => {
    const values = quarters(
      reported('10', { period: '2025-Q1' }),
      reported('90', { period: '2025-Q4' }),
      reported('50', { period: '2025-Q2' }),
    )
    expect(only(values).official).toBe('90.00')
    expect(only(values.toReversed()).official).toBe('90.00')
  })
})

describe('denominators, answers and provisional values', () => {
  const rate = { timeAggregation: 'ratio' as const, ratioScale: '100' }
  test('nothing to count is undefined: not applicable by default, full by agreement', () => {
    const none = [reported('', { actual: undefined, numerator: '0', denominator: '0' })]
    expect(only(none, rate)).toMatchObject({ state: 'not-applicable', because: 'zero-denominator' })
    expect(only(none, { ...rate, undefinedPolicy: 'full' })).toMatchObject({ official: '100.00', flags: ['undefined-as-full'] })
  })
  test('a numerator without a denominator is a fault that blocks publishing', () => {
    expect(only([reported('', { actual: undefined, numerator: '3', denominator: '0' })], rate)).toMatchObject({
      state: 'excluded',
      findings: ['numerator-without-denominator'],
    })
  })
  test('a rate over several units and months is the ratio of the sums', () => {
    const values = ['2025-01', '2025-02'].flatMap((period) => [
      { period, unit: 'a', state: 'reported' as const, numerator: '45', denominator: '50' },
      { period, unit: 'b', state: 'reported' as const, numerator: '5', denominator: '20' },
    ])
    expect(only(values, rate)).toMatchObject({ actual: { shown: '71.428571', numerator: '100', denominator: '140' } })
  })
  test('several units in one period need a rule to put them together', () => {
    const values = ['a', 'b'].map((unit) => reported('80', { unit }))
    expect(only(values)).toMatchObject({ because: 'no-unit-aggregation', findings: ['no-unit-aggregation'] })
    expect(only(values, { unitAggregation: 'mean' })).toMatchObject({ official: '80.00' })
  })
  test('the same unit and period twice is refused, not added up', () => {
    expect(only([reported('80'), reported('20')], { timeAggregation: 'sum' })).toMatchObject({
      because: 'same-value-twice',
      findings: ['same-value-twice'],
    })
  })
  test('surveys weigh by answers and need enough of them', () => {
    const values = [reported('80', { period: '1', n: 30 }), reported('60', { period: '2', n: 10 })]
    expect(only(values, { timeAggregation: 'survey' })).toMatchObject({ official: '75.00', actual: { n: 40 } })
    expect(only(values, { timeAggregation: 'survey', minN: 50, redistributionApproved: true })).toMatchObject({
      state: 'not-applicable',
      because: 'too-few-answers',
      flags: ['redistribution-approved'],
    })
  })
  test('provisional values count while open, and at the close only when waived', () => {
    expect(only([reported('80', { state: 'estimated' })], {}, { mode: 'live' })).toMatchObject({ official: '80.00', flags: ['estimated'] })
    expect(only([reported('80', { state: 'estimated' })])).toMatchObject({ state: 'excluded', findings: ['estimated-not-waived'] })
    expect(only([reported('80', { state: 'estimated' })], { estimatedWaived: true })).toMatchObject({ official: '80.00' })
  })
  test('data of quality D are shown, not scored', () => {
    expect(only([reported('80', { quality: 'D' })])).toMatchObject({ state: 'excluded', because: 'poor-data-quality' })
  })
  test('a figure that is not a number is named', () => {
    expect(only([reported('8O')])).toMatchObject({ because: 'value-not-a-number', findings: ['value-not-a-number'] })
  })
})

describe('bonus, deductions and vetoes', () => {
  const bonus = (points: string) => ({ id: `b${points}`, points, reason: { zh: '抢险', en: 'rescue' }, decidedBy: '委员会' })
  const final = (score: string, points: string[], scheme = {}) =>
    scoreCard(card([objective('o', [measure('m', 10000, score)])], { bonuses: points.map(bonus) }, scheme)).final?.official
  test('a bonus stands outside the weights, up to its cap', () => {
    expect(final('98', ['5'], { bonusCap: '2' })).toBe('102.00')
    expect(final('90', ['5'], { bonusCap: '2' })).toBe('95.00')
    expect(final('98', ['5'])).toBe('100.00')
  })
  test('without a bonus a score above 100 is not held down by the bonus cap', () => {
    expect(final('110', [], { cap: '120', parentCap: '120' })).toBe('110.00')
  })
  test('deductions come after, not below zero', () => {
    expect(final('98', ['5', '-3'])).toBe('97.00')
    expect(final('2', ['-3'])).toBe('0.00')
  })
  test('a bonus may lift the band at the close', () => {
    expect(scoreCard(card([objective('o', [measure('m', 10000, '89')])], { bonuses: [bonus('1')] })).status.band).toBe('A')
  })
  test('a measure may carry a veto that caps the band of the card', () => {
    const accident = measure('IP09', 1000, '1', {
      rule: { kind: 'floor_target_stretch', direction: 'down', floor: '1', target: '0', stretch: '0' },
      veto: {
        whenScoreAtMost: '0',
        effect: { kind: 'cap-band', atMost: 'C' },
        reason: { zh: '发生责任事故', en: 'an accident with liability' },
      },
    })
    const result = scoreCard(card([objective('o', [measure('m', 9000, '100'), accident])]))
    expect(result).toMatchObject({
      final: { official: '90.00' },
      status: { kind: 'veto', band: 'C' },
      vetoes: [{ id: 'IP09', effect: 'cap-band', target: 'C' }],
    })
  })
  test('a missing value counts as zero and yet sets off no veto', () => {
    const silent = measure('IP09', 10000, [], {
      veto: {
        whenScoreAtMost: '0',
        effect: { kind: 'cap-band', atMost: 'D' },
        reason: { zh: '发生责任事故', en: 'an accident with liability' },
      },
    })
    expect(scoreCard(card([objective('o', [silent])]))).toMatchObject({ final: { official: '0.00' }, vetoes: [] })
  })
  test('a decided veto zeroes a node and keeps what it was', () => {
    const vetoes = [
      { id: 'v', reason: { zh: '弄虚作假', en: 'false figures' }, decidedBy: '委员会', effect: { kind: 'zero' as const, node: 'o' } },
    ]
    const result = scoreCard(card([objective('o', [measure('m', 5000, '80')]), objective('p', [measure('n', 5000, '90')])], { vetoes }))
    expect(result).toMatchObject({ final: { official: '45.00' }, vetoes: [{ target: 'o', scoreBefore: '80' }] })
  })
  test('a veto that points nowhere blocks publishing', () => {
    const vetoes = [{ id: 'v', reason: { zh: '', en: '' }, decidedBy: '', effect: { kind: 'zero' as const, node: 'nowhere' } }]
    expect(scoreCard(card([objective('o', [measure('m', 10000, '80')])], { vetoes })).findings).toMatchObject([
      { code: 'veto-without-target', severity: 'blocks' },
    ])
  })
})

describe('a card as a whole', () => {
  const half = card([
    objective('o', [measure('a', 3000, '90'), measure('b', 3000, [state('2025', 'not_applicable')])]),
    objective('p', [measure('c', 4000, '60')]),
  ])

  test('weights shown add up in every column: designed, redistributed and effective', () => {
    const { tree } = scoreCard(half)
    const leaves = tree.children.flatMap((perspective) => perspective.children.flatMap(({ children }) => children))
    expect(leaves.map(({ weight }) => weight.shown)).toEqual([
      { nominal: '50.00', redistributed: '100.00', effective: '60.00' },
      { nominal: '50.00', redistributed: '0.00', effective: '0.00' },
      { nominal: '100.00', redistributed: '100.00', effective: '40.00' },
    ])
    expect(tree).toMatchObject({ official: '78.00', coverage: { shown: { withData: '100.00', notApplicable: '30.00' } } })
    expect(leaves.map(({ contribution }) => contribution)).toEqual(['54', null, '24'])
  })

  test('a stored input gives the same result again, through JSON', () => {
    const result = scoreCard(half)
    expect(scoreCard(JSON.parse(JSON.stringify(half)))).toEqual(result)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    expect(result.engineVersion).toBe(ENGINE_VERSION)
  })

  test('another engine version is reported', () => {
    expect(scoreCard({ ...half, engineVersion: '0.9.0' }).findings.map(({ code }) => code)).toEqual(['other-engine-version'])
  })

  test('weights that do not add up are normalised and block publishing under the strict scheme', () => {
    const light = card([objective('o', [measure('a', 3000, '90'), measure('b', 3000, '70')])])
    expect(scoreCard(light)).toMatchObject({ final: { official: '80.00' }, findings: [{ code: 'weights-not-100', severity: 'blocks' }] })
    expect(scoreCard({ ...light, scheme: { strict100: false } }).findings).toMatchObject([{ severity: 'warns' }])
  })

  test('an id that appears twice blocks publishing', () => {
    expect(scoreCard(card([objective('o', [measure('a', 5000, '90'), measure('a', 5000, '70')])])).findings).toMatchObject([
      { code: 'same-id-twice', node: 'a' },
    ])
  })

  test('a rule that cannot be used excludes its measure and says how to mend it', () => {
    const broken = measure('a', 5000, '90', { rule: { kind: 'ratio_up', target: '0' } })
    expect(scoreCard(card([objective('o', [broken, measure('b', 5000, '80')])]))).toMatchObject({
      findings: [{ code: 'rule-target-not-positive', node: 'a', severity: 'blocks' }],
      measures: [{ state: 'excluded' }, {}],
    })
  })

  test('a measure far above its target asks for a review and is not cut', () => {
    expect(scoreCard(card([objective('o', [measure('a', 10000, '140')])])).findings).toMatchObject([
      { code: 'target-too-low', severity: 'warns' },
    ])
  })

  test('a monitored measure is shown and weighs nothing', () => {
    const watched = measure('w', 5000, '10', { rule: { kind: 'unscored' } })
    expect(scoreCard(card([objective('o', [measure('a', 10000, '80'), watched])], {}, { strict100: false }))).toMatchObject({
      final: { official: '80.00' },
      measures: [{}, { state: 'monitored', actual: { shown: '10' } }],
    })
  })

  test('an empty card has no score and says so', () => {
    expect(scoreCard(card([]))).toMatchObject({ final: null, status: { kind: 'unscored' }, provisional: true })
  })

  test('status follows pace while the period is open and the official score when it is closed', () => {
    const km = measure('km', 10000, [reported('500', { period: '2025-H1' })], {
      timeAggregation: 'sum',
      rule: { kind: 'ratio_up', target: '1000' },
    })
    const period = { from: '2025-01-01', to: '2025-12-31', asOf: '2025-06-30' }
    const live = scoreCard(card([objective('o', [km])], { mode: 'live', period }))
    expect(live).toMatchObject({ final: { official: '50.00' }, tree: { pace: '100.00' }, status: { band: 'A' } })
    expect(scoreCard(card([objective('o', [km])], { period })).status.band).toBe('D')
  })

  test('a measure that begins in July is held to the second half of its target', () => {
    const km = measure('km', 10000, [reported('500', { period: '2025-H2' })], {
      timeAggregation: 'sum',
      rule: { kind: 'ratio_up', target: '1000' },
      window: { from: '2025-07-01', to: '2025-12-31' },
    })
    expect(scoreCard(card([objective('o', [km])])).measures[0]).toMatchObject({ targetScale: '0.5', official: '100.00' })
  })
})

describe('explanation', () => {
  const explained = scoreCard(
    card([
      objective('服务', [
        measure('坑槽修复率', 6000, [reported('93')], {
          rule: { kind: 'floor_target_stretch', direction: 'up', floor: '85', target: '95', stretch: '99' },
        }),
        measure('满意度', 4000, [state('2025', 'not_applicable')]),
      ]),
    ]),
  )
  test('every number is a node with its formula, inputs and rounding', () => {
    const [perspective] = explained.explanation.children[0]!.children
    const [first] = perspective!.children[0]!.children
    expect(first).toMatchObject({
      key: '坑槽修复率',
      formulaId: 'measure.floor_target_stretch',
      formulaVersion: 1,
      inputs: { 'rule.floor': '85', 'rule.target': '95', actual: '93', weight: '0.6', weightRedistributed: '1', weightEffective: '1' },
      value: '80',
      rounding: { rule: 'half-away-2', official: '80.00' },
    })
  })
  test('the lines read in both languages', () => {
    const zh = renderExplanation(explained.explanation, 'zh')
    expect(zh.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 4])
    expect(zh[4]?.text).toBe(
      '“坑槽修复率”：实际值 93 %，按“底线—目标—挑战”（底线 85、目标 95、挑战 99）得 80.00 分；同级权重 60.00 %，重新分配后 100.00 %，占总分 100.00 %，带来 80 分；总分提高 1 分，需达到 93.1 %（+0.1）。',
    )
    expect(zh[6]?.text).toBe('“满意度”未计分：不适用，权重由其余指标分担。')
    expect(renderExplanation(explained.explanation, 'en')[3]?.text).toBe(
      '"服务" scores 80.00 = 坑槽修复率 80.00 × 100.00 %; not scored: 满意度 (Not applicable).',
    )
  })
})

test('law: making the move that is offered raises the card by exactly one point', () => {
  const rules: MeasureInput['rule'][] = [
    { kind: 'floor_target_stretch', direction: 'up', floor: '10', target: '90', stretch: '95' },
    { kind: 'floor_target_stretch', direction: 'down', floor: '90', target: '10', stretch: '0' },
    { kind: 'range', low: '70', high: '80', tolerance: '65' },
    { kind: 'efficacy', unacceptable: '40', satisfactory: '99' },
  ]
  const build = (actuals: string[]) =>
    card([
      objective(
        'o',
        rules.map((rule, index) => measure(`m${index}`, 2500, actuals[index]!, { rule })),
      ),
    ])
  for (const x of ['20', '33.3', '47', '61.25']) {
    const actuals = [x, x, x, x]
    const before = scoreCard(build(actuals))
    before.measures.forEach(({ whatMoves }, index) => {
      if (whatMoves.cardByOne.kind !== 'needs') return
      const after = scoreCard(build(actuals.with(index, whatMoves.cardByOne.actual)))
      expect(compare(exact(after.final!.score).sub(exact(before.final!.score)), 1)).toBe(0)
    })
    expect(before.measures.filter(({ whatMoves }) => whatMoves.cardByOne.kind === 'needs').length).toBeGreaterThan(2)
  }
})
