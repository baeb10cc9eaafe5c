import { createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { readCardScore } from '@milepost/contract/run/scores'
import { importValues, recordValue } from '@milepost/contract/run/values'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

/** The numbered cases of the scorecard specification, entered as an office enters them: values by file or by hand, the score read from the card. */
let app: TestApp
let scene: RunScene
let office: Client
let year = 2040

beforeAll(async () => {
  app = await openTestApp()
  scene = await seedRunScene(app)
  app.setNow('2039-03-01T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: 'Office' })
})
afterAll(() => app.close())

type Case = Parameters<RunScene['addMeasure']>[0] & {
  readonly weightBp: number
  readonly rule: ScoringRule
  readonly rows?: readonly string[]
  readonly detail?: { readonly counts: Readonly<Record<string, string>> }
}

/** A card of station ZA in a year of its own; `rows` are "period suffix,actual,numerator,denominator,answers". */
async function scored(cases: readonly Case[]) {
  const own = ++year
  const { cycleId, scorecardId, objectiveId } = await scene.addCycle(own)
  app.setNow(`${own + 1}-03-01T02:00:00Z`)
  office = await app.signIn(['performance-office'], { name: 'Office' })
  await office.call(createPeriods, { cycleId, kinds: ['year', 'quarter'], dueAfterDays: 10 })
  const measures = await Promise.all(
    cases.map(({ weightBp: _weight, rule: _rule, rows: _rows, detail: _detail, ...measure }) => scene.addMeasure(measure)),
  )
  const cardId = await scene.addCard(
    { unitId: scene.units.ZA },
    cases.map(({ weightBp, rule }, at) => ({ measureId: measures[at] ?? '', weightBp, rule, objectiveId })),
    scorecardId,
  )
  const lines = cases.flatMap(({ code, rows = [] }) =>
    rows.map((row) => {
      const [suffix = '', ...figures] = row.split(',')
      return [code, 'ZA', `${own}${suffix}`, ...figures, ...Array.from({ length: 4 - figures.length }, () => '')].join(',')
    }),
  )
  if (lines.length > 0) {
    const bytes = `指标编码,填报对象,期间,实际值,分子,分母,样本数\n${lines.join('\n')}`
    const report = await office.call(importValues, { step: 'save', confirmed: true }, { name: 'values.csv', bytes })
    expect(report.rows.flatMap((row) => row.problems)).toEqual([])
  }
  const period = (await office.call(readPeriods, { cycleId })).periods.find((one) => one.code === String(own))
  for (const [at, { detail }] of cases.entries())
    if (detail)
      await office.call(recordValue, {
        measureId: measures[at] ?? '',
        periodId: period?.periodId ?? '',
        holder: { kind: 'unit', unitId: scene.units.ZA },
        state: 'reported',
        ...{ actual: null, numerator: null, denominator: null, n: null },
        detail,
        note: '',
      })
  const { result, lines: shown } = await office.call(readCardScore, { cardId, mode: 'official' })
  const byCode = new Map(shown.map((line) => [line.code, result.measures.find(({ id }) => id === line.cardMeasureId)]))
  return { result, of: (code: string) => byCode.get(code) }
}

const one = (code: string, rule: ScoringRule, value: string, weightBp = 500): Case => ({
  code,
  frequency: 'year',
  time: 'last',
  weightBp,
  rule,
  rows: [`,${value}`],
})
const ratioUp = { kind: 'ratio_up', target: '90' } as const
const ratioDown = { kind: 'ratio_down', target: '24' } as const
const line = (baseline: string, target: string) => ({ kind: 'interpolate', baseline, target }) as const
const range = { kind: 'range', low: '4', high: '6', tolerance: '1' } as const
const efficacy = { kind: 'efficacy', unacceptable: '80', satisfactory: '95' } as const
const hundred = { kind: 'ratio_up', target: '100' } as const

test('V1 to V16 and V27: one card, every scoring function; over-achievement is kept as attainment and held at the cap of the card', async () => {
  const CASES: readonly (readonly [string, ScoringRule, string, attainment: string, score: string])[] = [
    ['V1', ratioUp, '84.6', '94.00', '94.00'],
    ['V2', ratioUp, '120', '133.33', '100.00'],
    ['V3', ratioUp, '-5', '-5.56', '0.00'],
    ['V4', ratioDown, '30', '75.00', '75.00'],
    ['V5', ratioDown, '12', '150.00', '100.00'],
    ['V6', ratioDown, '0', '200.00', '100.00'],
    ['V7', ratioDown, '60', '-50.00', '0.00'],
    ['V8', line('82', '90'), '84', '25.00', '25.00'],
    ['V9', line('82', '90'), '80', '-25.00', '0.00'],
    ['V10', line('10', '0'), '7', '30.00', '30.00'],
    ['V11', line('200', '0'), '100', '50.00', '50.00'],
    ['V12', range, '6.25', '75.00', '75.00'],
    ['V13', range, '7.5', '0.00', '0.00'],
    ['V14a', efficacy, '88', '81.33', '81.33'],
    ['V14b', efficacy, '50', '-20.00', '0.00'],
    ['V15', { kind: 'threshold3_imported', red: '500', goal: '700' }, '600', '50.00', '50.00'],
    ['V16', line('-50', '-20'), '-35', '50.00', '50.00'],
  ]
  const deduct: ScoringRule = {
    kind: 'deduct',
    items: [
      { key: 'minor', points: '5' },
      { key: 'major', points: '20' },
    ],
  }
  const { of } = await scored([
    ...CASES.map(([code, rule, value]) => ({ ...one(code, rule, value), unit: '分' })),
    { code: 'V27', frequency: 'year', time: 'sum', weightBp: 500, rule: deduct, detail: { counts: { minor: '3', major: '1' } } },
  ])
  for (const [code, , , attainment, score] of CASES)
    expect([code, of(code)?.attainmentOfficial, of(code)?.official]).toEqual([code, attainment, score])
  expect(of('V27')?.official).toBe('65.00')
})

test('V17 and V18: aggregate first, then score', async () => {
  const ratio: Case = {
    code: 'V17',
    frequency: 'quarter',
    time: 'ratio',
    ratioScale: '100',
    weightBp: 5000,
    rule: hundred,
    rows: ['Q1,,90,100', 'Q2,,10,40', 'Q3,,0,0', 'Q4,,0,0'],
  }
  const flow: Case = {
    code: 'V18',
    unit: 'km',
    frequency: 'quarter',
    time: 'sum',
    weightBp: 5000,
    rule: { kind: 'ratio_up', target: '30' },
    rows: ['Q1,30', 'Q2,0', 'Q3,0', 'Q4,0'],
  }
  const { of } = await scored([ratio, flow])
  expect(of('V17')?.official).toBe('71.43')
  expect(of('V18')?.official).toBe('100.00')
})

test('V19, V20 and V25: weights are normalised, and 0.3 x 67.25 + 0.7 x 99.75 is 90.00 and therefore 优', async () => {
  const v19 = await scored([one('V19a', hundred, '100', 4000), one('V19b', hundred, '80', 3000), one('V19c', hundred, '50', 2000)])
  expect(v19.result.final?.official).toBe('82.22')
  const v20 = await scored([one('V20a', hundred, '100', 5000), one('V20b', hundred, '100', 5000), one('V20c', hundred, '100', 5000)])
  expect(v20.result.final?.official).toBe('100.00')
  const v25 = await scored([one('V25a', hundred, '67.25', 3000), one('V25b', hundred, '99.75', 7000)])
  expect(v25.result).toMatchObject({ final: { official: '90.00' }, status: { band: 'A' } })
})

test('V28 and V29: what is missing for information leaves too little coverage; a survey of 25 answers is shown and not scored', async () => {
  const v28 = await scored([
    one('V28a', hundred, '90', 3000),
    one('V28b', hundred, '70', 3000),
    { code: 'V28c', frequency: 'year', time: 'last', missing: 'exclude', weightBp: 4000, rule: hundred },
  ])
  expect(v28.result).toMatchObject({ final: { official: '80.00' }, provisional: true, status: { kind: 'insufficient-coverage' } })
  expect(v28.result.tree.coverage.shown.withData).toBe('60.00')
  const survey: Case = {
    code: 'V29',
    frequency: 'year',
    time: 'survey',
    units: 'survey',
    minN: 30,
    weightBp: 10_000,
    rule: hundred,
    rows: [',80,,,25'],
  }
  const v29 = await scored([survey])
  expect(v29.of('V29')).toMatchObject({ state: 'excluded', because: 'too-few-answers', actual: { shown: '80', n: 25 }, score: null })
})
