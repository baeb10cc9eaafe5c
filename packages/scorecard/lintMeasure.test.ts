import { describe, expect, test } from 'vitest'
import { CARD_LINTS, MEASURE_LINTS } from './lintCodes.ts'
import { lintMeasure } from './lintMeasure.ts'
import { lintScorecard } from './lintScorecard.ts'
import type { MeasureDefinition } from './measureDefinition.ts'
import { spreadShares } from './spreadShares.ts'

const sound = (id: string, more: Partial<MeasureDefinition> = {}): MeasureDefinition => ({
  id,
  name: { zh: '坑槽限时修复率', en: 'Potholes fixed in time' },
  scope: 'unit',
  direction: 'up',
  weightBp: 2000,
  unit: { zh: '%', en: '%' },
  formula: '限时修复处数 / 发现处数 × 100',
  source: '巡查与养护系统',
  collector: '公路站',
  frequency: '月',
  dueOn: null,
  baseline: '88',
  target: '95',
  rule: { kind: 'floor_target_stretch', direction: 'up', floor: '85', target: '95', stretch: '99' },
  parents: ['O1'],
  control: 'own',
  role: 'lead',
  logic: 'output',
  aspect: 'quality',
  servesPublic: true,
  ...more,
})
const codes = (more: Partial<MeasureDefinition>) => lintMeasure(sound('m', more)).findings.map(({ code }) => code)

describe('one measure', () => {
  test('a sound measure has quality 100', () => {
    expect(lintMeasure(sound('m'))).toEqual({ measure: 'm', quality: 100, findings: [] })
  })

  test.each<[string, Partial<MeasureDefinition>]>([
    ['S1', { name: { zh: '加强日常养护工作', en: 'Strengthen routine maintenance' } }],
    ['M1', { unit: null }],
    ['M2', { baseline: null }],
    ['M3', { source: ' ' }],
    ['M4', { formula: null }],
    ['A1', { target: '100', history: ['70', '80', '83'] }],
    ['A2', { metByAllYears: 2 }],
    ['R1', { parents: [] }],
    ['R2', { control: 'external' }],
    ['T1', { frequency: null }],
    ['D1', { name: { zh: '巡查完成率和修复率', en: 'Patrol rate and repair rate' } }],
    ['D2', { name: { zh: '开展安全生产月活动', en: 'Hold a safety month' } }],
    ['W1', { weightBp: 400 }],
    ['W1', { weightBp: 4100 }],
    ['F1', { rule: { kind: 'ratio_up', target: '0' } }],
    ['F2', { rule: null }],
  ])('%s is found: %o', (code, fault) => {
    expect(codes(fault)).toEqual([code])
  })

  test('good names that look like faults are left alone', () => {
    for (const zh of ['一、二类桥梁比例', '固定资产与路产账实相符率', '培训完成率', '提升人员占比', '开展巡查次数']) {
      expect(codes({ name: { zh, en: 'x' } })).toEqual([])
    }
  })

  test('a target exactly a fifth better than the best year is still in reach; down is mirrored', () => {
    expect(codes({ target: '96', history: ['80'] })).toEqual([])
    expect(codes({ target: '96.1', history: ['80'] })).toEqual(['A1'])
    expect(codes({ direction: 'down', target: '7.9', history: ['12', '10'] })).toEqual(['A1'])
    expect(codes({ target: '96.1', history: ['90', '80', '80', '80', '80', '80'] })).toEqual(['A1'])
  })

  test('the institution is the top: it needs no parent, and outside influence is its life', () => {
    expect(codes({ scope: 'institution', parents: [], control: 'external' })).toEqual([])
  })

  test('a broken rule is explained in its own words', () => {
    expect(lintMeasure(sound('m', { rule: { kind: 'ratio_up', target: '0' } })).findings[0]).toMatchObject({
      code: 'F1',
      severity: 'blocks',
      message: { zh: '目标值须大于零，完成率才有意义' },
    })
  })
})

describe('a whole card', () => {
  const measures = (count: number, more: Partial<MeasureDefinition> = {}) =>
    Array.from({ length: count }, (_, index) => sound(`m${index}`, { weightBp: 10000 / count, ...more }))
  const card = (list: MeasureDefinition[], scope: 'unit' | 'person' = 'unit') =>
    lintScorecard({ id: 'card', scope, objectives: [{ id: 'O1', name: { zh: '服务', en: 'Service' }, measures: list }] }).findings.map(
      ({ code }) => code,
    )

  test('a sound card has no finding', () => {
    expect(card(measures(5))).toEqual([])
  })
  test.each<[string[], MeasureDefinition[], 'unit' | 'person']>([
    [['W0'], measures(5).slice(1), 'unit'],
    [['K2'], [sound('m', { weightBp: 10000 })], 'unit'],
    [['W2'], measures(2), 'person'],
    [['K4'], measures(8), 'person'],
    [['W2', 'K4'], measures(10), 'person'],
    [['K5'], measures(5, { role: 'lag' }), 'unit'],
    [['C1'], measures(5, { aspect: 'quantity' }), 'unit'],
    [['P1'], measures(5, { servesPublic: false }), 'unit'],
    [['K6', 'K6', 'K6', 'K6'], measures(4, { control: 'external', scope: 'person' }), 'person'],
  ])('%s is found', (expected, list, scope) => {
    expect(card(list, scope)).toEqual(expected)
  })
  test('more than 25 measures are too many', () => {
    expect(card(measures(40, { weightBp: 250 }))).toEqual(['K3'])
  })
  test('quality is the mean of the measures', () => {
    expect(
      lintScorecard({
        id: 'c',
        scope: 'unit',
        objectives: [{ id: 'o', name: { zh: '', en: '' }, measures: [sound('a'), sound('b', { unit: null })] }],
      }).quality,
    ).toBe(93)
    expect(lintScorecard({ id: 'c', scope: 'unit', objectives: [] }).quality).toBe(null)
  })
  test('a measure on which all score alike decides nothing, whatever its weight', () => {
    const earlierScores = [60, 70, 80, 90, 100].map((score) => ({ m0: 100, m1: score }))
    const list = [sound('m0', { weightBp: 4000 }), sound('m1', { weightBp: 6000 })]
    const lint = lintScorecard({
      id: 'c',
      scope: 'unit',
      objectives: [{ id: 'o', name: { zh: '', en: '' }, measures: list }],
      earlierScores,
    })
    expect(lint.findings.map(({ code, node }) => [code, node])).toEqual([['K7', 'm0']])
  })
})

test('shares of spread add up to one, or the reason is named', () => {
  const rows = [1, 2, 4, 8, 16].map((a, index) => ({ a, b: index * 3 }))
  const weights = [
    { id: 'a', weightBp: 5000 },
    { id: 'b', weightBp: 5000 },
  ]
  const result = spreadShares(weights, rows)
  expect(result.kind === 'shares' && result.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  expect(spreadShares(weights, rows.slice(1))).toEqual({ kind: 'undefined', because: 'too-few-cards' })
  expect(
    spreadShares(
      weights,
      rows.map(() => ({ a: 1, b: 1 })),
    ),
  ).toEqual({ kind: 'undefined', because: 'no-spread' })
  expect(spreadShares([], rows)).toEqual({ kind: 'undefined', because: 'no-weight' })
})

test('every lint speaks both languages and says how to mend', () => {
  for (const { message, mend } of [...Object.values(MEASURE_LINTS), ...Object.values(CARD_LINTS)]) {
    for (const text of [message.zh, message.en, mend.zh, mend.en]) expect(text.length).toBeGreaterThan(4)
  }
})
