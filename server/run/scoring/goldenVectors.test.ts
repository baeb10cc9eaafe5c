import { type CardLineInput, openCard, readCard, saveCard } from '@milepost/contract/design/cards'
import { UNSAID } from '@milepost/contract/design/measure'
import { saveMeasure } from '@milepost/contract/design/measures'
import { amendPlan, answerAmendment, exceptPlans } from '@milepost/contract/design/plans'
import { DEFAULT_RULES, type RollRuleCode, type SchemeRules } from '@milepost/contract/design/schemeRules'
import { createScorecard, readScorecard, saveObjective, savePerspectives, setSchemeRules } from '@milepost/contract/design/scorecard'
import { createCycle } from '@milepost/contract/institution/cycles'
import { readTicket } from '@milepost/contract/open/tickets'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { readCardScore, readOfficialRuns, runOfficialScores } from '@milepost/contract/run/scores'
import { grantNotApplicable, importValues, readValues, recordValue } from '@milepost/contract/run/values'
import { adoptWeights, PERSPECTIVES, readWeighing, saveWeighing } from '@milepost/contract/run/weighing'
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

/** A whole scheme made the way an office makes it, in a year of its own: rules, perspectives with an objective each, measures, the card of station ZA. */
type Designed = {
  /** Whose card; the station's where nothing is said. */
  readonly on?: 'institution'
  readonly rules?: Partial<SchemeRules>
  readonly kinds?: readonly ('year' | 'quarter' | 'month')[]
  readonly perspectives: readonly {
    readonly weightBp: number
    readonly rollRule?: RollRuleCode
    readonly lines: readonly (Pick<Case, 'code' | 'weightBp' | 'rule' | 'rows'> & {
      readonly time?: 'last' | 'sum'
      readonly frequency?: 'year' | 'month'
      readonly profile?: string[]
      readonly critical?: boolean
    })[]
  }[]
}

async function designed({ rules, perspectives, kinds = ['year'], on }: Designed) {
  const own = ++year
  const name = { zh: `${own} 年`, en: `${own}` }
  app.setNow(`${own - 1}-12-01T02:00:00Z`)
  office = await app.signIn(['performance-office'], { name: 'Office' })
  const { cycleId } = await office.call(createCycle, { year: own, name, startsOn: `${own}-01-01`, endsOn: `${own}-12-31` })
  await office.call(createPeriods, { cycleId, kinds: [...kinds], dueAfterDays: 10 })
  const { scorecardId } = await office.call(createScorecard, { cycleId, from: 'empty' })
  await office.call(setSchemeRules, { scorecardId, rules: { ...DEFAULT_RULES, ...rules } })
  await office.call(savePerspectives, {
    scorecardId,
    perspectives: perspectives.map(({ weightBp, rollRule = 'weighted' }, at) => ({
      ...{ perspectiveId: null, code: `P${at + 1}`, name: { zh: `维度${at + 1}`, en: `Perspective ${at + 1}` }, weightBp, rollRule },
    })),
  })
  const made = (await office.call(readScorecard, { cycleId })).scorecard?.perspectives ?? []
  const both = (text: string) => ({ zh: text, en: text })
  const view = await office.call(readScorecard, { cycleId })
  const cardId = on ? (view.card?.cardId ?? '') : (await office.call(openCard, { scorecardId, holder: { unitId: scene.units.ZA } })).cardId
  const lines: CardLineInput[] = []
  for (const [at, { lines: under, rollRule = 'weighted' }] of perspectives.entries()) {
    const { objectiveId } = await office.call(saveObjective, {
      ...{ scorecardId, objectiveId: null, perspectiveId: made[at]?.perspectiveId ?? '', code: `O${at + 1}`, name: both(`目标${at + 1}`) },
      ...{ statement: both(''), findingId: null, themeId: null, ownerPersonId: null, rollRule },
    })
    for (const { code, weightBp, rule, time = 'last', frequency = 'year', profile, critical } of under) {
      const { measureId } = await office.call(saveMeasure, {
        ...{
          code,
          name: both(code),
          unit: both(time === 'sum' ? 'km' : '分'),
          direction: 'up',
          timeAggregation: time,
          unitAggregation: 'none',
        },
        ...{ ratioScale: null, missingPolicy: 'zero', undefinedPolicy: 'not-applicable', minN: null, computedFrom: null },
        definition: {
          ...{ definition: both(code), purpose: both(''), formula: both('甲'), numerator: null, denominator: null, digits: 2, frequency },
          ...{ dataSource: both('台账'), owner: both('养护科'), levels: ['unit'], role: 'lag', control: 'own', accuracy: both('') },
          ...{ limitations: both(''), veto: false, public: false, exampleRule: null, verified: true, ...UNSAID, benchmarks: [] },
        },
      })
      lines.push({
        ...({ cardMeasureId: null, valueScope: 'own', cascadeKind: 'unique', parentCardMeasureId: null } as const),
        ...{ measure: { measureId }, objectiveId, weightBp, rule, profile: profile ?? null, critical: critical ?? false },
      })
    }
  }
  const { revision } = await office.call(readCard, { cardId })
  await office.call(saveCard, { cardId, revision, lines })
  const rows = perspectives
    .flatMap((one) => one.lines)
    .flatMap(({ code, rows: given = [] }) =>
      given.map((row) => {
        const [suffix = '', value = ''] = row.split(',')
        return `${code},${on ? 'GLJ' : 'ZA'},${own}${suffix},${value}`
      }),
    )
  const enter = async (at: string) => {
    app.setNow(at)
    office = await app.signIn(['performance-office'], { name: 'Office' })
    const bytes = `指标编码,填报对象,期间,实际值\n${rows.join('\n')}`
    const report = await office.call(importValues, { step: 'save', confirmed: true }, { name: 'values.csv', bytes })
    expect(report.rows.flatMap((row) => row.problems)).toEqual([])
    const leader = await app.signIn(['leader'], { name: 'Leader' })
    for (const asked of (await leader.call(readValues, { cycleId, asked: 'only' })).values)
      await leader.call(grantNotApplicable, { valueId: asked.valueId, note: '' })
  }
  const read = async (mode: 'live' | 'official') => {
    const { result, lines: shown } = await office.call(readCardScore, { cardId, mode })
    const byCode = new Map(shown.map((line) => [line.code, { ...result.measures.find(({ id }) => id === line.cardMeasureId), line }]))
    return { result, of: (code: string) => byCode.get(code) }
  }
  return { own, cycleId, scorecardId, cardId, enter, read }
}

/** Entered after the year, scored officially, and the ticket that is drawn says the same of every node. */
async function entered(given: Designed) {
  const made = await designed(given)
  await made.enter(`${made.own + 1}-03-01T02:00:00Z`)
  const official = await made.read('official')
  const ticket = await office.call(readTicket, { cardId: made.cardId })
  return { ...made, ...official, ticket }
}

test('V2, V5, V6 and V7 under a cap of 120 set on the screen: 120.00, 120.00, 120.00 and 0.00, on the card and on the ticket', async () => {
  const { of, ticket } = await entered({
    rules: { cap: { institution: '100', unit: '120', person: '100' } },
    perspectives: [
      {
        weightBp: 10_000,
        lines: [
          { code: 'W2', weightBp: 2500, rule: ratioUp, rows: [',120'] },
          { code: 'W5', weightBp: 2500, rule: ratioDown, rows: [',12'] },
          { code: 'W6', weightBp: 2500, rule: ratioDown, rows: [',0'] },
          { code: 'W7', weightBp: 2500, rule: ratioDown, rows: [',60'] },
        ],
      },
    ],
  })
  const WANTED = [
    ['W2', '133.33', '120.00'],
    ['W5', '150.00', '120.00'],
    ['W6', '200.00', '120.00'],
    ['W7', '-50.00', '0.00'],
  ]
  expect(WANTED.map(([code = '']) => [code, of(code)?.attainmentOfficial, of(code)?.official])).toEqual(WANTED)
  expect(ticket.input.scheme).toEqual({ cap: '120' })
  const onTicket = new Map(ticket.result.measures.map((one) => [one.id, one.official]))
  for (const [code = ''] of WANTED) expect(onTicket.get(of(code)?.id ?? '')).toBe(of(code)?.official)
})

test('V21: half a perspective of 60 does not apply: 84.00 to the siblings, 77.14 over the whole card; V22: parent cap 100 or none, 85.00 or 95.00', async () => {
  const v21 = (rules: Partial<SchemeRules>, no: string) =>
    entered({
      rules,
      perspectives: [
        {
          weightBp: 6000,
          lines: [
            { code: `A${no}`, weightBp: 3000, rule: hundred, rows: [',100'] },
            { code: `B${no}`, weightBp: 3000, rule: hundred, rows: [',不适用'] },
          ],
        },
        { weightBp: 4000, lines: [{ code: `C${no}`, weightBp: 4000, rule: hundred, rows: [',60'] }] },
      ],
    })
  expect((await v21({}, '1')).result.final?.official).toBe('84.00')
  const global = await v21({ notApplicable: 'global' }, '2')
  expect(global.result.final?.official).toBe('77.14')
  expect(global.ticket.result.final?.official).toBe('77.14')
  const asZero = await entered({
    perspectives: [
      {
        weightBp: 6000,
        lines: [
          { code: 'A3', weightBp: 3000, rule: hundred, rows: [',100'] },
          { code: 'B3', weightBp: 3000, rule: hundred, rows: [',0'] },
        ],
      },
      { weightBp: 4000, lines: [{ code: 'C3', weightBp: 4000, rule: hundred, rows: [',60'] }] },
    ],
  })
  expect(asZero.result.final?.official).toBe('54.00')
  const v22 = (parentCap: string, no: string) =>
    entered({
      rules: { parentCap, cap: { institution: '100', unit: '150', person: '100' } },
      perspectives: [
        {
          weightBp: 10_000,
          lines: [
            { code: `D${no}`, weightBp: 5000, rule: hundred, rows: [',120'] },
            { code: `E${no}`, weightBp: 5000, rule: hundred, rows: [',70'] },
          ],
        },
      ],
    })
  expect((await v22('100', '1')).result.final?.official).toBe('85.00')
  expect((await v22('150', '2')).result.final?.official).toBe('95.00')
})

test('V23: three equal weights are normalised and shown as 33.34, 33.33 and 33.33', async () => {
  const three = (no: string) =>
    entered({
      rules: { strict100: false },
      perspectives: [
        {
          weightBp: 10_000,
          lines: ['F', 'G', 'H'].map((code) => ({ code: `${code}${no}`, weightBp: 1, rule: hundred, rows: [',80'] })),
        },
      ],
    })
  const { result, ticket } = await three('1')
  const shown = result.tree.children[0]?.children[0]?.children.map(({ weight }) => weight.shown.effective)
  expect(shown).toEqual(['33.34', '33.33', '33.33'])
  expect(ticket.result.final?.official).toBe('80.00')
})

test('limiting and weakest roll-up: a critical measure holds the band down, and the weakest counts', async () => {
  const rolled = (rollRule: RollRuleCode, no: string) =>
    entered({
      perspectives: [
        {
          weightBp: 10_000,
          rollRule,
          lines: [
            { code: `K${no}`, weightBp: 9000, rule: hundred, rows: [',100'] },
            { code: `L${no}`, weightBp: 1000, rule: hundred, rows: [',50'], critical: true },
          ],
        },
      ],
    })
  expect((await rolled('weighted', '1')).result).toMatchObject({ final: { official: '95.00' }, status: { band: 'A' } })
  const limited = await rolled('limiting', '2')
  expect(limited.result.final?.official).toBe('95.00')
  expect(limited.result.tree.children[0]?.children[0]?.status.band).toBe('D')
  expect((await rolled('min', '3')).result.final?.official).toBe('50.00')
})

test('V24: 430 of 1,200 km by the end of June are 102.38 by the season of the line, 71.67 by even months, 35.83 of the target', async () => {
  const season = ['2', '3', '5', '7', '8', '10', '15', '15', '12', '10', '8', '5']
  const target = { kind: 'ratio_up', target: '1200' } as const
  const rows = ['-01,30', '-02,40', '-03,60', '-04,80', '-05,100', '-06,120']
  const line = { time: 'sum', frequency: 'month', weightBp: 5000, rule: target, rows } as const
  const made = await designed({
    kinds: ['month'],
    perspectives: [
      {
        weightBp: 10_000,
        lines: [
          { ...line, code: 'M24', profile: season },
          { ...line, code: 'N24' },
        ],
      },
    ],
  })
  await made.enter(`${made.own}-06-30T02:00:00Z`)
  const { of } = await made.read('live')
  expect(of('M24')).toMatchObject({ attainmentOfficial: '35.83', pace: { attainment: '102.38', expectedShare: '0.35' } })
  expect(of('N24')?.pace?.attainment).toBe('71.67')
})

test('V30: twelve months make the limits 80.41 to 89.59; the thirteenth at 79 is a signal', async () => {
  const twelve = [84, 86, 85, 83, 87, 85, 84, 86, 85, 84, 86, 85]
  const lines = [{ code: 'X30', frequency: 'month', weightBp: 10_000, rule: hundred }] as const
  const months = (values: readonly number[]) => values.map((value, at) => `-${String(at + 1).padStart(2, '0')},${value}`)
  const perspectives = (rows: string[]) => [{ weightBp: 10_000, lines: lines.map((line) => ({ ...line, rows })) }]
  const first = await designed({ kinds: ['month'], perspectives: perspectives(months(twelve)) })
  await first.enter(`${first.own + 1}-01-05T02:00:00Z`)
  expect((await first.read('live')).of('X30')?.line.signal).toMatchObject({ centre: '85.00', lower: '80.41', upper: '89.59', signals: [] })
  const next = await designed({ kinds: ['month'], perspectives: perspectives(months([79])) })
  await next.enter(`${next.own}-02-05T02:00:00Z`)
  expect((await next.read('live')).of('X30')?.line.signal).toMatchObject({
    ...{ lower: '80.41', upper: '89.59', period: `${next.own}-01` },
    signals: expect.arrayContaining(['beyond-limit']),
  })
})

test('weights by hand, AHP, G1 and entropy of the past stand beside each other; one is adopted with its reason, and the card still adds up', async () => {
  const months = (values: readonly number[]) => values.map((value, at) => `-0${at + 1},${value}`)
  const line = { frequency: 'month', rule: hundred } as const
  const { scorecardId, cycleId, enter, own } = await designed({
    on: 'institution',
    kinds: ['month'],
    perspectives: [
      {
        weightBp: 6000,
        lines: [
          { ...line, code: 'S1', weightBp: 3000, rows: months([80, 81, 82, 83]) },
          { ...line, code: 'S2', weightBp: 3000, rows: months([50, 50, 50, 90]) },
        ],
      },
      { weightBp: 4000, lines: [{ ...line, code: 'S3', weightBp: 4000, rows: months([70, 71, 70, 71]) }] },
    ],
  })
  await enter(`${own}-05-20T02:00:00Z`)
  const about = (await office.call(readScorecard, { cycleId })).scorecard?.perspectives[0]?.perspectiveId ?? ''
  const first = await office.call(readWeighing, { scorecardId, about })
  expect(first.items.map(({ code, weightBp, past }) => [code, weightBp, past.values, past.direction])).toEqual([
    ['S1', 3000, [80, 81, 82, 83], 'benefit'],
    ['S2', 3000, [50, 50, 50, 90], 'benefit'],
  ])
  const given = { scorecardId, about, revision: 0, judgements: { 'S1/S2': '3' }, order: ['S1', 'S2'], ratios: [1.4] }
  expect((await (await app.signIn(['leader'])).ask(saveWeighing, given)).status).toBe(403)
  const stray = await office.ask(saveWeighing, { ...given, order: ['S1', 'S9'] })
  expect(stray.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/order/1'])
  expect(await office.call(saveWeighing, given)).toEqual({ revision: 1 })
  expect((await office.ask(saveWeighing, given)).problem?.code).toBe('changed-meanwhile')
  const adopt = { scorecardId, about, cardRevision: first.cardRevision, reason: '评判组一致' } as const
  // AHP says 3 : 1, so 4,500 and 1,500 of the 6,000 the perspective weighs
  expect(await office.call(adoptWeights, { ...adopt, revision: 1, way: 'ahp' })).toEqual({ after: { S1: 4500, S2: 1500 } })
  expect((await office.ask(adoptWeights, { ...adopt, revision: 2, way: 'g1' })).problem?.code).toBe('changed-meanwhile')
  // G1 says 1.4 : 1
  const again = await office.call(readWeighing, { scorecardId, about })
  const next = { ...adopt, revision: again.revision, cardRevision: again.cardRevision }
  expect(await office.call(adoptWeights, { ...next, way: 'g1' })).toEqual({ after: { S1: 3500, S2: 2500 } })
  // min-max of 50, 50, 50, 90 is one share alone: entropy 0; of 80 to 83 it is 0, 1/3, 2/3, 1 in shares of 2: entropy 0.7296, so 0.2704 : 1
  const last = await office.call(readWeighing, { scorecardId, about })
  const { after } = await office.call(adoptWeights, { ...adopt, revision: last.revision, cardRevision: last.cardRevision, way: 'entropy' })
  expect(after).toEqual({ S1: 1277, S2: 4723 })
  expect((await office.call(readWeighing, { scorecardId, about })).adopted).toMatchObject({
    way: 'entropy',
    reason: '评判组一致',
    by: 'Office',
    after,
  })
  const top = await office.call(readWeighing, { scorecardId, about: PERSPECTIVES })
  const none = await office.ask(adoptWeights, {
    ...adopt,
    about: PERSPECTIVES,
    cardRevision: top.cardRevision,
    revision: 0,
    way: 'entropy',
  })
  expect(none.problem).toMatchObject({ code: 'weights-not-found', text: { en: expect.stringContaining('fewer than four past figures') } })
  await office.call(saveWeighing, { scorecardId, about: PERSPECTIVES, revision: 0, judgements: { 'P1/P2': '1' }, order: [], ratios: [] })
  await office.call(adoptWeights, { ...adopt, about: PERSPECTIVES, cardRevision: top.cardRevision, revision: 1, way: 'ahp' })
  const { scorecard, card } = await office.call(readScorecard, { cycleId })
  expect(scorecard?.perspectives.map(({ weightBp }) => weightBp)).toEqual([5000, 5000])
  const under = card?.perspectives.map((one) => one.objectives.flatMap(({ measures }) => measures.map(({ weightBp }) => weightBp)))
  expect(under).toEqual([[1064, 3936], [5000]])
})

test('V26: a plan of 70 amended after 100 days into one of 90 is 84.52, officially and on the ticket; a plan nobody agreed is not scored', async () => {
  const own = 2099
  const { cycleId, scorecardId, objectiveId } = await scene.addCycle(own)
  app.setNow(`${own}-01-05T02:00:00Z`)
  office = await app.signIn(['performance-office'], { name: 'Office' })
  await office.call(createPeriods, { cycleId, kinds: ['year'], dueAfterDays: 10 })
  const [first, second] = await Promise.all(['V26A', 'V26B'].map((code) => scene.addMeasure({ code, frequency: 'year', time: 'last' })))
  const lin = { personId: scene.people.lin, unitId: scene.units.ZA1 }
  const whole = (measureId = '') => [{ measureId, weightBp: 10_000, rule: hundred, objectiveId }]
  const cardId = await scene.addCard(lin, whole(first), scorecardId)
  const signIn = (role: 'employee' | 'unit-head', personId: string) => app.signIn([role], { personId })
  const { revision } = await (await signIn('employee', scene.people.lin)).call(readCard, { cardId })
  const title = { zh: '考取检测员证', en: 'Inspector certificate' }
  const line = { cardMeasureId: null, valueScope: 'own', cascadeKind: 'unique', parentCardMeasureId: null, objectiveId } as const
  app.setNow(`${own}-04-02T02:00:00Z`)
  const { amendmentId } = await (await signIn('employee', scene.people.lin)).call(amendPlan, {
    ...{ cardId, revision, reason: '调到内业岗位' },
    lines: [{ ...line, measure: { measureId: second ?? '' }, weightBp: 10_000, rule: hundred }],
    goals: [{ goalId: null, objectiveId, title, proof: title, support: '', dueOn: `${own}-12-01` }],
  })
  // in force from 11 April, the 101st day of the year
  app.setNow(`${own}-04-11T02:00:00Z`)
  await (await signIn('unit-head', scene.people.chen)).call(answerAmendment, { amendmentId, answer: 'agree', note: '' })

  app.setNow(`${own + 1}-01-05T02:00:00Z`)
  office = await app.signIn(['performance-office'], { name: 'Office' })
  const bytes = '指标编码,填报对象,期间,实际值\nV26A,1003,2099,70\nV26B,1003,2099,90'
  const report = await office.call(importValues, { step: 'save', confirmed: true }, { name: 'values.csv', bytes })
  expect(report.rows.flatMap((row) => row.problems)).toEqual([])
  const unsaid = await scene.addCard({ personId: scene.people.zhou, unitId: scene.units.ZA }, whole(first), scorecardId)
  await app.inInstitution((tx) => tx.updateTable('card').set({ state: 'proposed' }).where('card_id', '=', unsaid).execute())
  const [period] = (await office.call(readPeriods, { cycleId })).periods
  await office.call(closePeriod, { periodId: period?.periodId ?? '', waivers: [], waiveRest: '他人数据不在本例之内' })

  expect((await office.ask(runOfficialScores, { cycleId, reason: '' })).problem).toMatchObject({
    code: 'run-needs-agreed-plans',
    details: { count: 1, people: ['zhou'] },
  })
  const decided = { cycleId, cardIds: [unsaid], reason: '长期病休，计划未能谈成' }
  expect((await office.ask(exceptPlans, decided)).status, 'only a leader decides').toBe(403)
  const leader = await app.signIn(['leader'], { name: 'Leader' })
  expect((await leader.ask(exceptPlans, { ...decided, cardIds: [cardId] })).problem?.code).toBe('changed-meanwhile')
  expect(await leader.call(exceptPlans, decided)).toEqual({ excepted: 1 })
  expect(await office.call(runOfficialScores, { cycleId, reason: '' })).toMatchObject({ cards: 1 })
  expect((await office.call(readOfficialRuns, { cycleId })).notAgreed).toEqual([
    { cardId: unsaid, person: 'zhou', decided: expect.objectContaining({ by: 'Leader', reason: decided.reason }) },
  ])

  const ticket = await (await signIn('employee', scene.people.lin)).call(readTicket, { cardId })
  expect(ticket).toMatchObject({
    standing: 'official',
    replay: { same: true, differsAt: [] },
    result: {
      final: { official: '84.52' },
      status: { band: 'B' },
      stretches: [
        { id: amendmentId, from: '2099-01-01', to: '2099-04-10', days: 100, official: '70.00' },
        { id: null, from: '2099-04-11', to: '2099-12-31', days: 265, official: '90.00' },
      ],
      explanation: { formulaId: 'card.days-in-force', rounding: { official: '84.52' } },
    },
  })
  expect(ticket.result.explanation.text.en).toContain('(70.00 × 100 + 90.00 × 265) / 365')
})
