import { readCard, saveCard } from '@milepost/contract/design/cards'
import { UNSAID } from '@milepost/contract/design/measure'
import { importMeasures, measureFileTemplate, readMeasureLibrary, retireMeasure, saveMeasure } from '@milepost/contract/design/measures'
import { createScorecard, publishScorecard, readScorecard } from '@milepost/contract/design/scorecard'
import type { InputOf } from '@milepost/contract/endpoint'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { insertCycle, UNHEARD } from '../testing/bureau.ts'
import { linesToSave } from '../testing/cardInput.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const HEAD = 'code,name,unit,direction,overTime,overUnits,ratioScale,leastAnswers'
const load = (rows: readonly string[], step: 'check' | 'save' = 'save') =>
  office.call(importMeasures, { step }, { name: 'measures.csv', bytes: [HEAD, ...rows].join('\n') })
const find = async (code: string) => (await office.call(readMeasureLibrary, {})).measures.find((measure) => measure.code === code)

const own = (code: string, zh: string): InputOf<typeof saveMeasure> => {
  const both = (text: string) => ({ zh: text, en: text })
  return {
    code,
    name: both(zh),
    unit: both('%'),
    direction: 'up',
    timeAggregation: 'last',
    unitAggregation: 'mean',
    ratioScale: null,
    missingPolicy: 'zero',
    undefinedPolicy: 'not-applicable',
    minN: null,
    computedFrom: null,
    definition: {
      definition: both('定义'),
      purpose: both(''),
      formula: both('甲 ÷ 乙'),
      numerator: null,
      denominator: null,
      digits: 1,
      frequency: 'year',
      dataSource: both('台账'),
      owner: both('养护科'),
      levels: ['institution'],
      role: 'lag',
      control: 'own',
      accuracy: both(''),
      limitations: both(''),
      veto: false,
      public: false,
      exampleRule: { kind: 'ratio_up', target: '90' },
      verified: true,
      ...UNSAID,
      benchmarks: [],
    },
  }
}

test('who may not edit is refused; a name in neither language is named', async () => {
  expect((await app.visitor.ask(saveMeasure, own('OWN1', '甲'))).status).toBe(401)
  expect((await (await app.signIn(['employee'])).ask(saveMeasure, own('OWN1', '甲'))).status).toBe(403)
  const empty = await office.ask(saveMeasure, { ...own('OWN1', ''), name: { zh: '', en: '' } })
  expect(empty.problem?.fields.map((field) => field.pointer)).toEqual(['/name'])
})

test('the library holds seventy measures, each with its definition card, and says that its examples are to be verified', async () => {
  const library = await office.call(readMeasureLibrary, {})
  expect(library.measures).toHaveLength(70)
  expect(library.verified).toBe(false)
  expect(library.measures.find((measure) => measure.code === 'FB01')).toMatchObject({
    origin: 'library',
    measureId: null,
    direction: 'band',
    definition: { exampleRule: { kind: 'range' } },
  })
})

test('an own measure is made, changed, and becomes a new version once an agreed card holds it', async () => {
  const first = await office.call(saveMeasure, own('OWN1', '甲'))
  const changed = await office.call(saveMeasure, own('OWN1', '乙'))
  expect(changed).toEqual({ measureId: first.measureId, version: 1 })

  const cycleId = await insertCycle(app, 2026)
  const { scorecardId } = await office.call(createScorecard, { cycleId, from: 'template' })
  const { card } = await office.call(readScorecard, { cycleId })
  if (!card) throw new Error('the template has a card')
  const [line, ...rest] = linesToSave(card)
  if (!line) throw new Error('the card has lines')
  const lines = [{ ...line, cardMeasureId: null, measure: { measureId: first.measureId } }, ...rest]
  await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines })
  await (await app.signIn(['leader'])).call(publishScorecard, { scorecardId, ...UNHEARD })

  const next = await office.call(saveMeasure, own('OWN1', '丙'))
  expect(next.version).toBe(2)
  expect(next.measureId).not.toBe(first.measureId)
  const held = await office.call(readCard, { cardId: card.cardId })
  const onCard = held.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures)).find((one) => one.code === 'OWN1')
  expect(onCard).toMatchObject({ name: { zh: '乙' }, version: 1 })
  expect(await find('OWN1')).toMatchObject({ name: { zh: '丙' }, version: 2, origin: 'own' })
})

test('a new version is one series with the last while only words change; what is counted otherwise breaks it, whatever was said', async () => {
  expect(await find('OWN1')).toMatchObject({ version: 2, definition: { comparability: 'minor' } })
  const cycleId = await insertCycle(app, 2027)
  const { scorecardId } = await office.call(createScorecard, { cycleId, from: 'template' })
  const { card } = await office.call(readScorecard, { cycleId })
  const [line, ...rest] = linesToSave(card!)
  const second = await find('OWN1')
  const lines = [{ ...line!, cardMeasureId: null, measure: { measureId: second?.measureId ?? '' } }, ...rest]
  await office.call(saveCard, { cardId: card?.cardId ?? '', revision: card?.revision ?? 0, lines })
  await (await app.signIn(['leader'])).call(publishScorecard, { scorecardId, ...UNHEARD })
  expect(await office.call(saveMeasure, { ...own('OWN1', '丙'), direction: 'down' })).toMatchObject({ version: 3 })
  expect(await find('OWN1')).toMatchObject({ version: 3, definition: { comparability: 'major' } })
})

test('a formula with a circle, with km added to yuan, or that cannot be read is refused with the place; a sound one is kept', async () => {
  const computed = (code: string, unit: string, calculation: string) => {
    const measure = own(code, code)
    return { ...measure, unit: { zh: unit, en: unit }, definition: { ...measure.definition, calculation } }
  }
  for (const one of [computed('KM1', 'km', ''), computed('YUAN1', '元', ''), computed('RATE1', '元/km', 'YUAN1 / KM1')])
    expect((await office.ask(saveMeasure, one)).status).toBe(200)
  const wrong = async (measure: ReturnType<typeof computed>) => (await office.ask(saveMeasure, measure)).problem
  expect(await wrong(computed('SUM1', 'km', 'KM1 + YUAN1'))).toMatchObject({
    code: 'formula-wrong',
    fields: [
      { pointer: '/definition/calculation', text: { en: 'Quantities of different units cannot be added or compared (character 5)' } },
    ],
  })
  expect((await wrong(computed('RATE1', '元', 'YUAN1 / KM1')))?.fields[0]?.text.en).toContain('another unit')
  expect((await wrong(computed('X1', 'km', 'KM1 + ZZ9')))?.fields[0]?.text.en).toContain('no measure with this code')
  expect((await wrong(computed('X1', 'km', 'KM1 +')))?.fields[0]?.text.en).toContain('ends too early')
  expect((await wrong(computed('X1', 'km', 'KM1 / (3 - 3)')))?.fields[0]?.text.en).toMatch(/divisor is always 0.*\(character 5\)/)
  // a sum over a sum without a factor is plainly one over the other
  const ratio = { ...computed('RATE2', '元/km', 'YUAN1 / KM1'), timeAggregation: 'ratio' as const, unitAggregation: 'ratio' as const }
  expect((await office.ask(saveMeasure, ratio)).status).toBe(200)
  expect((await find('RATE2'))?.ratioScale).toBe('1')
  expect((await office.ask(saveMeasure, { ...ratio, ratioScale: '100' })).problem?.fields[0]?.text.en).toContain('* 100')
  await office.call(saveMeasure, computed('A1', 'km', 'KM1 * 2'))
  await office.call(saveMeasure, computed('B1', 'km', 'A1 + KM1'))
  expect((await wrong(computed('A1', 'km', 'B1 * 2')))?.fields[0]?.text.en).toMatch(/circle: (A1 → B1 → A1|B1 → A1 → B1)/)
})

test('a retired measure stays where it is, comes onto no other card, and can be taken up again', async () => {
  await office.call(saveMeasure, own('OLD1', '旧'))
  expect((await (await app.signIn(['leader'])).ask(retireMeasure, { code: 'OLD1', reason: '并入' })).status).toBe(403)
  expect(await office.call(retireMeasure, { code: 'OLD1', reason: '并入新指标' })).toEqual({ retired: true })
  const cycleId = await insertCycle(app, 2028)
  await office.call(createScorecard, { cycleId, from: 'template' })
  const { card } = await office.call(readScorecard, { cycleId })
  const [line, ...rest] = linesToSave(card!)
  const old = await find('OLD1')
  const lines = [{ ...line!, cardMeasureId: null, measure: { measureId: old?.measureId ?? '' } }, ...rest]
  const put = { cardId: card?.cardId ?? '', revision: card?.revision ?? 0, lines }
  expect((await office.ask(saveCard, put)).problem).toMatchObject({
    code: 'measure-retired',
    details: { code: 'OLD1', reason: '并入新指标' },
  })
  expect(await office.call(retireMeasure, { code: 'OLD1', reason: '' })).toEqual({ retired: false })
  expect((await office.ask(saveCard, put)).status).toBe(200)
  expect((await office.ask(retireMeasure, { code: 'NOWHERE', reason: 'x' })).status).toBe(404)
})

test('own measures come in by file; each wrong cell is named with its column', async () => {
  const report = await load([
    'RD1,行驶良好里程比例,%,higher is better,last,ratio of sums,100,',
    'PS01,优良路率,%,up,last,mean,,',
    'RD1,重复,%,up,last,mean,,',
    'RD2,满意度,分,up,survey,survey,,',
    'RD3,里程,km,sideways,sum,sum,,',
    'RD4,里程,km,up,sum,sum,100,',
  ])
  expect(report).toMatchObject({ saved: false, counts: { new: 1, wrong: 5 } })
  expect(report.rows.flatMap((row) => row.problems.map((problem) => `${row.row} ${problem.column}`))).toEqual([
    '3 code',
    '4 code',
    '5 leastAnswers',
    '6 direction',
    '7 ratioScale',
  ])
  expect(await find('RD1')).toBeUndefined()
})

test('the same file a second time changes nothing; a changed row changes its measure', async () => {
  expect(await load(['RD1,行驶良好里程比例,%,up,last,ratio of sums,100,'])).toMatchObject({ saved: true, counts: { new: 1 } })
  expect(await load(['RD1,行驶良好里程比例,%,up,last,ratio of sums,100,'])).toMatchObject({ counts: { same: 1, changed: 0 } })
  const changed = await load(['RD1,行驶良好里程占比,%,up,mean,ratio of sums,100,'])
  expect(changed).toMatchObject({ counts: { changed: 1 } })
  expect(changed.rows[0]?.changes).toEqual([
    { column: 'name', before: { zh: '行驶良好里程比例', en: '行驶良好里程比例' }, now: { zh: '行驶良好里程占比', en: '行驶良好里程占比' } },
    {
      column: '英文名称',
      before: { zh: '行驶良好里程比例', en: '行驶良好里程比例' },
      now: { zh: '行驶良好里程占比', en: '行驶良好里程占比' },
    },
    { column: 'overTime', before: { zh: '期末值', en: 'last' }, now: { zh: '平均', en: 'mean' } },
  ])
  expect(await find('RD1')).toMatchObject({ name: { zh: '行驶良好里程占比' }, unitAggregation: 'ratio', ratioScale: '100' })
})

test('what the file has no column for stays as it is: the formula, the words, the other language', async () => {
  const given = own('KEEP1', '闭环率')
  const both = { zh: '为何', en: 'Why' }
  const names = { zh: '闭环率', en: 'Closed loop' }
  await office.call(saveMeasure, {
    ...given,
    name: names,
    definition: { ...given.definition, purpose: both, calculation: 'KM1 / KM1 * 100' },
  })
  const report = await load(['KEEP1,闭环率,%,down,last,mean,,'])
  expect(report.rows[0]?.changes.map(({ column, now }) => [column, now.en])).toEqual([['direction', 'Lower is better']])
  expect(await find('KEEP1')).toMatchObject({
    name: names,
    direction: 'down',
    definition: { purpose: both, calculation: 'KM1 / KM1 * 100', dataSource: { zh: '台账' } },
  })
})

test('the template of the file is read back as it was written', async () => {
  const { bytes } = await office.ask(measureFileTemplate, { language: 'zh' })
  const report = await office.call(importMeasures, { step: 'check' }, { name: 'template.xlsx', bytes })
  expect(report.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 0 })
})
