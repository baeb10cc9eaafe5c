import { describe, expect, test } from 'vitest'
import type { CardInput, MeasureInput, ValueInput } from './card.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective, reported } from './testCards.ts'

/** Findings of a card by code; each says what is wrong, where, and how to mend it, in both languages. */
const findings = (input: CardInput) => scoreCard(input).findings
const codes = (input: CardInput) => findings(input).map(({ code, severity, node }) => `${severity} ${code} ${node}`)
const one = (values: ValueInput[], more: Partial<MeasureInput> = {}) => card([objective('o', [measure('m', 10000, values, more)])])

describe('a card that is in order', () => {
  test('has none', () => {
    expect(findings(one([reported('90')]))).toEqual([])
  })
})

describe('weights', () => {
  const halves = card([objective('o', [measure('a', 3000, '90'), measure('b', 3000, '70')])])
  test('that do not add up to 100 block under a strict scheme and warn under another', () => {
    expect(codes(halves)).toEqual(['blocks weights-not-100 card'])
    expect(codes({ ...halves, scheme: { strict100: false } })).toEqual(['warns weights-not-100 card'])
    expect(findings(halves)[0]?.message).toEqual({
      zh: '“card”下的权重合计 60.00 %，不是 100 %',
      en: 'Weights under "card" add up to 60.00 %, not 100 %',
    })
  })
  test('level by level is as good as shares of the whole card', () => {
    const levels = card([objective('o', [measure('a', 6000, '90'), measure('b', 4000, '70')], { weightBp: 10000 })])
    levels.perspectives[0]!.weightBp = 10000
    expect(codes(levels)).toEqual([])
    levels.perspectives[0]!.objectives[0]!.measures[0]!.weightBp = 5000
    expect(codes(levels)).toEqual(['blocks weights-not-100 o'])
  })
  test('an effective weight more than twice the designed one is pointed out', () => {
    const missing = measure('b', 6000, [{ period: '2025', state: 'not_applicable' }])
    expect(codes(card([objective('o', [measure('a', 4000, '90'), missing])]))).toEqual(['warns effective-weight-doubled a'])
  })
})

describe('the same thing twice', () => {
  test('an id on a card', () => {
    expect(codes(card([objective('o', [measure('m', 5000, '90'), measure('m', 5000, '70')])]))).toEqual(['blocks same-id-twice m'])
  })
  test('a value of one unit and period', () => {
    expect(codes(one([reported('90'), reported('80')]))).toEqual(['blocks same-value-twice m'])
  })
})

describe('values at fault', () => {
  test.each<[string, ValueInput, Partial<MeasureInput>]>([
    ['value-not-a-number', reported('9,5'), {}],
    ['value-without-figure', { period: '2025', state: 'reported' }, {}],
    [
      'numerator-without-denominator',
      { period: '2025', state: 'reported', numerator: '3', denominator: '0' },
      { timeAggregation: 'ratio' },
    ],
    ['estimated-not-waived', { period: '2025', state: 'estimated', actual: '9' }, {}],
    ['still-open-at-close', { period: '2025', state: 'not_due' }, {}],
    [
      'no-evidence',
      { period: '2025', state: 'reported', judgement: { band: 'good', points: '85', by: 'x', reason: 'y', evidence: [] } },
      { rule: { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '100' }] } },
    ],
    [
      'no-reason',
      { period: '2025', state: 'reported', judgement: { band: 'good', points: '85', by: 'x', reason: ' ', evidence: ['z'] } },
      { rule: { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '100' }] } },
    ],
    [
      'value-not-in-rule',
      { period: '2025', state: 'reported', judgement: { band: 'good', points: '79', by: 'x', reason: 'y', evidence: ['z'] } },
      { rule: { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '100' }] } },
    ],
    [
      'value-not-in-rule',
      { period: '2025', state: 'reported', counts: { unknown: '1' } },
      { rule: { kind: 'deduct', items: [{ key: 'known', points: '5' }] } },
    ],
    [
      'value-not-in-rule',
      { period: '2025', state: 'reported', milestones: { unknown: 'done' } },
      { rule: { kind: 'milestone', lateFactor: '0', items: [{ key: 'known', weight: '5' }] } },
    ],
  ])('%s blocks publishing', (code, value, more) => {
    expect(codes(one([value], more))).toEqual([`blocks ${code} m`])
  })
  test('several units in one period without a rule to put them together', () => {
    expect(codes(one([reported('90', { unit: 'a' }), reported('80', { unit: 'b' })]))).toEqual(['blocks no-unit-aggregation m'])
  })
  test('the measure is named in the message', () => {
    expect(findings(one([reported('x')]))[0]).toMatchObject({
      message: { zh: '“m”：数值不是规范的小数', en: '"m": a figure is not a plain decimal' },
      mend: { zh: '更正该期数据或记录处理意见', en: 'Correct the value or record a decision on it' },
    })
  })
})

describe('rules at fault', () => {
  test('carry their own message and mend', () => {
    expect(findings(one([reported('5')], { rule: { kind: 'ratio_up', target: '0' } }))).toMatchObject([
      {
        code: 'rule-target-not-positive',
        severity: 'blocks',
        message: { zh: '“m”：目标值须大于零，完成率才有意义' },
        mend: { en: 'Use deductions, steps, or a line from a baseline' },
      },
    ])
  })
})

describe('vetoes', () => {
  const vetoed = (effect: { kind: 'zero'; node: string } | { kind: 'cap-band'; atMost: string }) =>
    codes({ ...one([reported('90')]), vetoes: [{ id: 'v', reason: { zh: '事故', en: 'accident' }, decidedBy: 'committee', effect }] })
  test('that point nowhere block; those that point at the card, a node or a band do not', () => {
    expect([vetoed({ kind: 'zero', node: 'nowhere' }), vetoed({ kind: 'cap-band', atMost: 'Z' })]).toEqual([
      ['blocks veto-without-target v'],
      ['blocks veto-without-target v'],
    ])
    for (const node of ['card', 'o', 'm', 'perspective of o']) expect(vetoed({ kind: 'zero', node })).toEqual([])
    expect(vetoed({ kind: 'cap-band', atMost: 'C' })).toEqual([])
  })
})

test('another engine is named, the same one is not', () => {
  const input = one([reported('90')])
  const { engineVersion } = scoreCard(input)
  expect(codes({ ...input, engineVersion })).toEqual([])
  expect(codes({ ...input, engineVersion: '0.0.1' })).toEqual(['warns other-engine-version card'])
})

test('far over the target is a question and not a fault', () => {
  expect(codes(one([reported('131')]))).toEqual(['warns target-too-low m'])
  expect(codes(one([reported('130')]))).toEqual([])
})

test('what is left out of a measure that has a score is found as well', () => {
  const values = [reported('90', { period: '2025-01' }), reported('x', { period: '2025-02' })]
  expect(codes(one(values, { timeAggregation: 'mean' }))).toEqual(['blocks value-not-a-number m'])
})
