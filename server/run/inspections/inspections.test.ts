import {
  feedPavementMeasures,
  importInspections,
  inspectionsTemplate,
  readInspection,
  readInspections,
} from '@milepost/contract/run/inspections'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { readValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { networkRates } from '../published.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene
let office: Client
let periodId: string

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-11-02T02:00:00Z')
  scene = await seedRunScene(app)
  for (const code of ['PS01', 'PS02', 'PS03', 'PS04'])
    await scene.addMeasure({ code, frequency: 'year', units: 'ratio', ratioScale: '100', computedFrom: 'pavement' })
  office = await app.signIn(['performance-office'], { name: 'Office One' })
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year'], dueAfterDays: 30 })
  periodId = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods[0]?.periodId ?? ''
})
afterAll(() => app?.close())

const csv = (head: string, ...rows: string[]) => ({ name: 'survey.csv', bytes: `${head}\n${rows.join('\n')}\n` })
const PLACE = '路线编码,起点桩号,终点桩号,方向,技术等级,路面类型,管养部门编码'

/** The worked example of the dossier (domain.md B9): class 1, asphalt, 1 km; MQI 88.99, good. */
const WORKED = csv(
  `${PLACE},横向裂缝·轻,纵向裂缝·重,坑槽·轻,块状修补,调查面积（m²）,IRI（m/km）,RD（mm）,跳车·轻（处）,跳车·中（处）,跳车·重（处）,MPD 中（mm）,MPD 左（mm）,MPD 右（mm）,路肩损坏·轻,边坡坍塌·轻,水毁冲沟·轻,路基构造物损坏·轻,路缘石缺损,路基沉降·轻,排水不畅·轻,桥梁最差类别,防护设施缺损·轻,隔离栅损坏,标志缺损,标线缺损,绿化管护不善,PQI`,
  'G109,K12+000,K13+000,上行,一级公路,沥青,ZA1,60,40,2,30,3750,1.9,8.4,2,1,0,0.90,0.82,0.79,10,1,0,0,3,0,1,2类,1,0,1,120,50,88.5',
)

test('inspections are imported by the office alone and read by all staff', async () => {
  expect((await app.visitor.ask(importInspections, { periodId, step: 'check' }, WORKED)).status).toBe(401)
  expect((await (await app.signIn(['unit-head'])).ask(importInspections, { periodId, step: 'check' }, WORKED)).status).toBe(403)
  expect((await office.ask(importInspections, { periodId: 'x', step: 'check' }, WORKED)).status).toBe(422)
  const empty = await (await app.signIn(['employee'])).call(readInspections, {})
  expect(empty).toMatchObject({ period: null, sections: [], periods: [] })
  expect((await office.ask(inspectionsTemplate, { language: 'en' })).status).toBe(200)
})

test('the worked kilometre of the dossier is assessed at 88.99, good, with its unverified parameters named', async () => {
  const report = await office.call(importInspections, { periodId, step: 'save' }, WORKED)
  expect(report).toMatchObject({ saved: true, counts: { new: 1, wrong: 0 } })
  const { sections, toVerify, period } = await office.call(readInspections, {})
  expect(period?.code).toBe('2026')
  expect(sections[0]).toMatchObject({
    ...{ route: 'G109', fromM: 12000, toM: 13000, unit: { zh: '部门ZA1' }, missing: [], disputed: [] },
    indices: {
      MQI: { value: '88.99', grade: 'road-good' },
      PQI: { value: '88.53' },
      PCI: { value: '88.47' },
      RQI: { value: '91.79', grade: 'road-excellent' },
      SCI: { value: '91.40' },
      TCI: { value: '89.10' },
      BCI: { value: '90.00' },
    },
  })
  expect(toVerify.map((one) => one.parameter)).toContain('distress.asphalt.transverse-crack')
  const one = await office.call(readInspection, { inspectionId: sections[0]?.inspectionId ?? '' })
  expect(one.assessment.indices.PQI).toMatchObject({ kind: 'computed', official: '88.53' })
  expect(one).toMatchObject({ revision: 1, importedBy: 'Office One' })
  expect((await office.call(importInspections, { periodId, step: 'save' }, WORKED)).counts).toMatchObject({ new: 0, changed: 0, same: 1 })
})

test('an index stated in the file is kept beside the computed one; where they differ the section is marked', async () => {
  const file = csv(
    `${PLACE},DR（%）,IRI（m/km）,PCI,RQI`,
    'X201,K0+000,K1+000,下行,二级公路,沥青,ZB,0.5,3,88.73,91.00',
    'X201,K1+000,K2+000,下行,二级公路,沥青,ZB,,3,60,',
  )
  await office.call(importInspections, { periodId, step: 'save' }, file)
  const { sections } = await office.call(readInspections, { periodId })
  const [first, second] = sections.filter((one) => one.route === 'X201')
  // spot values of the dossier: PCI at DR 0.5 is 88.73, RQI of a class-2 road at IRI 3 is 90.46
  expect(first).toMatchObject({ indices: { PCI: { value: '88.73' }, RQI: { value: '90.46' } }, disputed: ['RQI'] })
  expect(second).toMatchObject({ indices: { PCI: { value: '60.00' } }, given: ['PCI'], missing: ['SCI', 'BCI', 'TCI', 'MQI'] })
})

test('every wrong cell is named, overlapping sections with each other, and nothing is saved', async () => {
  const file = csv(
    `${PLACE},横向裂缝·轻,裂缝·轻,调查面积（m²）,跳车·轻（处）,跳车·中（处）,跳车·重（处）`,
    'S1,12.5,K13+000,上行,一级公路,沥青,,,,,,,',
    'S1,K1+000,K1+000,上行,一级公路,沥青,,,,,,,',
    'S1,K5+000,K6+000,左,一级公路,沥青,,,,,,,',
    'S1,K6+000,K7+000,上行,一级公路,沥青,NONE,,,,,,',
    'S1,K7+000,K8+000,上行,一级公路,沥青,,,5,3750,,,',
    'S1,K8+000,K9+000,上行,一级公路,沥青,,5,,,,,',
    'S1,K9+000,K10+000,上行,一级公路,沥青,,,,,2,,',
    'S1,K20+000,K21+000,上行,一级公路,沥青,,,,,,,',
    'S1,K20+500,K21+500,上行,一级公路,沥青,,,,,,,',
    'G109,K12+500,K13+500,上行,一级公路,沥青,,,,,,,',
  )
  const report = await office.call(importInspections, { periodId, step: 'save' }, file)
  expect(report.saved).toBe(false)
  const wrong = new Map(report.rows.map((row) => [row.row, row.problems.map((problem) => [problem.column, problem.message.en])]))
  expect(wrong.get(2)).toEqual([['起点桩号', expect.stringContaining('“12.5”')]])
  expect(wrong.get(3)).toEqual([['终点桩号', expect.stringContaining('no length')]])
  expect(wrong.get(4)).toEqual([['方向', expect.stringContaining('“左”')]])
  expect(wrong.get(5)).toEqual([['管养部门编码', expect.stringContaining('“NONE”')]])
  expect(wrong.get(6)).toEqual([['裂缝·轻', expect.stringContaining('no damage of asphalt')]])
  expect(wrong.get(7)).toEqual([['调查面积（m²）', expect.stringContaining('surveyed area')]])
  expect(wrong.get(8)).toEqual([['跳车·轻（处）', expect.stringContaining('write 0')]])
  expect(wrong.get(9)).toEqual([['起点桩号', expect.stringContaining('in row 10')]])
  expect(wrong.get(10)).toEqual([['起点桩号', expect.stringContaining('in row 9')]])
  expect(wrong.get(11)).toEqual([['起点桩号', expect.stringContaining('imported before')]])
})

test('rates are weighted by length, for the whole network and for each unit with those below (form figures of dossier B7)', async () => {
  // 125.243 km excellent, 74.353 good, 32.755 fair, 5.5 poor of 237.851 km: 52.66 %, 83.92 %, 2.31 %
  const stretch = (from: number, to: number, index: string) =>
    `S317,${from},${to},全幅,二级公路,沥青,ZB,${index},${index},${index},${index},${index}`
  const rows = [
    stretch(0, 125_243, '95'),
    stretch(125_243, 199_596, '85'),
    stretch(199_596, 232_351, '75'),
    stretch(232_351, 237_851, '65'),
  ]
  const next = await scene.addCycle(2025)
  await office.call(createPeriods, { cycleId: next.cycleId, kinds: ['year'], dueAfterDays: 30 })
  const past = (await office.call(readPeriods, { cycleId: next.cycleId })).periods[0]?.periodId ?? ''
  await office.call(importInspections, { periodId: past, step: 'save' }, csv(`${PLACE},PCI,RQI,SCI,BCI,TCI`, ...rows))
  const { rates } = await office.call(readInspections, { periodId: past })
  expect(
    rates.map((one) => [one.name.en, one.mqi?.km, one.mqi?.excellent.percent, one.mqi?.goodOrBetter.percent, one.mqi?.poorOrWorse.percent]),
  ).toEqual([
    ['Test Highway Bureau', '237.851', '52.66', '83.92', '2.31'],
    ['Unit ZB', '237.851', '52.66', '83.92', '2.31'],
  ])
  const published = await app.inInstitution((tx) => networkRates(tx, app.institutionId, '2025'))
  expect(published?.whole).toMatchObject({ kind: 'rated', goodOrBetterRate: { official: '83.92' } })

  const fed = await office.call(feedPavementMeasures, { periodId: past })
  expect(fed).toMatchObject({ recorded: 8, same: 0, notComputed: [] })
  const { values } = await office.call(readValues, { cycleId: next.cycleId, level: 'unit' })
  expect(values.map((one) => [one.measure.code, one.holderCode, one.numerator, one.denominator])).toEqual([
    ['PS01', 'ZB', '199.596', '237.851'],
    ['PS02', 'ZB', '199.596', '237.851'],
    ['PS03', 'ZB', '5.5', '237.851'],
    ['PS04', 'ZB', '125.243', '237.851'],
  ])
  expect(values[0]).toMatchObject({ source: fed.source, note: 'PQI: 199.596 / 237.851 km' })
  expect(fed.source).toMatch(/^inspection run [0-9a-f]{12}$/)
  expect(await office.call(feedPavementMeasures, { periodId: past })).toMatchObject({ recorded: 0, same: 8 })
  await office.call(closePeriod, { periodId: past, waivers: [] })
  expect((await office.ask(feedPavementMeasures, { periodId: past })).problem?.code).toBe('period-closed')
})

test('the trunk-road measure counts national and provincial roads that are no expressways (GB/T 917 route letters), the others every road', async () => {
  const row = (route: string, roadClass: string, index: string) => `${route},0,1000,全幅,${roadClass},沥青,ZB${`,${index}`.repeat(8)}`
  const rows = [row('G109', '二级公路', '95'), row('S317', '二级公路', '75'), row('G5', '高速公路', '65'), row('X201', '四级公路', '65')]
  const other = await scene.addCycle(2024)
  await office.call(createPeriods, { cycleId: other.cycleId, kinds: ['year'], dueAfterDays: 30 })
  const past = (await office.call(readPeriods, { cycleId: other.cycleId })).periods[0]?.periodId ?? ''
  await office.call(importInspections, { periodId: past, step: 'save' }, csv(`${PLACE},PCI,RQI,RDI,PBI,PWI,SCI,BCI,TCI`, ...rows))
  await office.call(feedPavementMeasures, { periodId: past })
  const { values } = await office.call(readValues, { cycleId: other.cycleId, level: 'unit' })
  const rates = values.map((one) => [one.measure.code, one.numerator, one.denominator])
  expect(rates.slice(0, 2)).toEqual([
    ['PS01', '1', '2'],
    ['PS02', '1', '4'],
  ])
})

test('sections without an index are left out of its rates and said so; the unit above counts those of the unit below', async () => {
  const fed = await office.call(feedPavementMeasures, { periodId })
  expect(fed.notComputed.map((one) => [one.measure, one.holder.en, one.because])).toEqual([
    ['PS02', 'Unit ZB', 'nothing-assessed'],
    ['PS03', 'Unit ZB', 'nothing-assessed'],
  ])
  const { values } = await office.call(readValues, { cycleId: scene.cycleId })
  const ps02 = values.filter((one) => one.measure.code === 'PS02')
  expect(ps02.map((one) => [one.holderCode, one.actual, one.note])).toEqual(
    expect.arrayContaining([
      ['TEST', '100', 'MQI: 1 / 1 km; 2 km without MQI'],
      ['ZA', '100', 'MQI: 1 / 1 km'],
      ['ZA1', '100', 'MQI: 1 / 1 km'],
    ]),
  )
})
