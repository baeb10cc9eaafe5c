import { existsSync, readFileSync } from 'node:fs'
import { importCards, readCard } from '@milepost/contract/design/cards'
import { readCascade } from '@milepost/contract/design/cascade'
import { exportBudgetForm, exportCards, exportScheme, importScheme, schemeFile, schemeSchema } from '@milepost/contract/design/exchange'
import { importMeasures } from '@milepost/contract/design/measures'
import { createScorecard, publishScorecard, readScorecard } from '@milepost/contract/design/scorecard'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { newId } from '../../platform/newId.ts'
import { readTable } from '../../platform/spreadsheet/readTable.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type Bureau, insertBureau, insertCycle, UNHEARD } from '../testing/bureau.ts'

let app: TestApp
let office: Client
let bureau: Bureau
let scorecardId: string
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  bureau = await insertBureau(app, 2026)
  ;({ scorecardId } = await office.call(createScorecard, { cycleId: bureau.cycleId, from: 'template' }))
})
afterAll(() => app.close())

const file = (rows: readonly string[], head = '对象,指标代码,权重（%）,底线值,目标值,挑战值,取值范围') => ({
  name: 'cards.csv',
  bytes: [head, ...rows].join('\n'),
})
const load = (rows: readonly string[], step: 'check' | 'save' | 'save-right-rows' = 'save', head?: string) =>
  office.call(importCards, { scorecardId, step }, file(rows, head))
const problems = (report: Awaited<ReturnType<typeof load>>) =>
  report.rows.flatMap((row) => row.problems.map((problem) => `${row.row} ${problem.column}: ${problem.message.zh}`))
const cardOf = async (code: string) => {
  const { units, people } = await office.call(readCascade, { scorecardId })
  const cardId = units.find((unit) => unit.code === code)?.card?.cardId ?? people.find((one) => one.employeeNo === code)?.card?.cardId
  return cardId === undefined ? null : office.call(readCard, { cardId })
}

const STATION = ['GL01,PS11,50,85,96,99,', 'GL01,IP01,30,92,98,100,', 'GL01,PS08,20,,,,全单位']

test('who may not edit is refused; a file without a needed column names it', async () => {
  expect((await app.visitor.ask(importCards, { scorecardId, step: 'check' }, file(STATION))).status).toBe(401)
  expect((await (await app.signIn(['leader'])).ask(importCards, { scorecardId, step: 'check' }, file(STATION))).status).toBe(403)
  const lacking = await office.ask(importCards, { scorecardId, step: 'check' }, file(['GL01,PS11'], '对象,指标代码'))
  expect(lacking.problem).toMatchObject({ code: 'column-missing', details: { columns: ['权重（%） / Weight (%)'] } })
})

test('checking saves nothing, saving makes the card, and the same file again changes nothing', async () => {
  expect(await load(STATION, 'check')).toMatchObject({ saved: false, counts: { new: 3, wrong: 0 } })
  expect(await cardOf('GL01')).toBeNull()
  expect(await load(STATION)).toMatchObject({ saved: true, counts: { new: 3 } })
  const card = await cardOf('GL01')
  expect(
    card?.perspectives.flatMap((p) =>
      p.objectives.flatMap((o) => o.measures.map((line) => [line.code, line.weightBp, line.cascadeKind, line.valuesOf.kind])),
    ),
  ).toEqual([
    ['PS11', 5000, 'unique', 'unit'],
    ['PS08', 2000, 'shared', 'institution'],
    ['IP01', 3000, 'unique', 'unit'],
  ])
  expect(await load(STATION)).toMatchObject({ counts: { new: 0, changed: 0, same: 3, wrong: 0 } })
})

test('weights of a card that do not total 100 % are named on every row of that card, and nothing is saved', async () => {
  const report = await load(['GL01,PS11,50,85,96,99,', 'GL01,IP01,30,92,98,100,', 'YH,IP03,100,90,100,100,'])
  expect(report).toMatchObject({ saved: false, counts: { wrong: 2, new: 1 } })
  expect(problems(report)).toEqual([
    '2 权重（%）: 该对象 2 行的权重合计为 80%，应为 100%。',
    '3 权重（%）: 该对象 2 行的权重合计为 80%，应为 100%。',
  ])
  expect(await cardOf('YH')).toBeNull()
})

test('each wrong cell is named, and one wrong row holds back its whole card but no other', async () => {
  const report = await load(
    [
      'NOBODY,PS11,100,85,96,99,',
      'GL01,ZZ9,50,1,2,3,',
      'GL01,IP01,50,92,98,100,',
      'L1,IP01,100,92,98,100,',
      'YH,IP03,12.345,90,100,100,',
      'YH,IP07,100,100,95,95,',
      'W1,IP01,100,92,98,100,',
    ],
    'save-right-rows',
  )
  expect(report).toMatchObject({ saved: true, counts: { new: 1, wrong: 6 } })
  expect(problems(report)).toEqual([
    '2 对象: 没有找到“NOBODY”。请填“单位”、部门代码或职工编号。',
    '3 指标代码: 没有指标“ZZ9”。请先导入或新建该指标。',
    '4 对象: 同一张卡的第 3 行有误，整张卡未导入。',
    '5 对象: “高远”为领导班子成员，不编制个人计划。',
    '6 权重（%）: 权重“12.345”应为 0 至 100，最多两位小数。',
    '7 底线值: 声明的方向与数值的高低相反。检查指标方向，或对调底线（基线）与目标。',
  ])
  expect(
    (await cardOf('W1'))?.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures.map((line) => [line.code, line.cascadeKind]))),
  ).toEqual([['IP01', 'contributory']])
})

test('a card in the file replaces the card: lines it does not name leave', async () => {
  const report = await load(['GL01,PS11,60,85,96,99,', 'GL01,IP01,40,92,98,100,'])
  expect(report.counts).toEqual({ new: 0, changed: 2, same: 0, wrong: 0 })
  const card = await cardOf('GL01')
  expect(card?.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures)).map((line) => line.code)).toEqual(['PS11', 'IP01'])
})

test('the file that is exported comes back in as it is: nothing is new, changed or wrong; one edited cell is one change', async () => {
  for (const language of ['zh', 'en'] as const) {
    const out = await office.ask(exportCards, { scorecardId, language, people: 'yes' })
    const report = await office.call(importCards, { scorecardId, step: 'check' }, { name: 'cards.xlsx', bytes: out.bytes })
    expect(problems(report)).toEqual([])
    expect(report.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 })
    expect(report.counts.same).toBeGreaterThan(21)
  }
  expect((await (await app.signIn(['leader'])).ask(exportCards, { scorecardId, language: 'zh', people: 'no' })).status).toBe(403)
})

test('weights and figures of the exported file are numbers that a spreadsheet adds up; an edited row is told with what stood there and what stands there now', async () => {
  const { bytes } = await office.ask(exportCards, { scorecardId, language: 'en', people: 'no' })
  const { columns, rows } = await readTable({ name: 'cards.xlsx', bytes })
  const at = (name: string) => columns.findIndex((column) => column.startsWith(name))
  const cellsOf = (name: string) => rows.map(({ cells }) => cells[at(name)] ?? null)
  for (const name of ['Weight', 'Floor', 'Target', 'Stretch', 'Band from', 'Band to', 'Tolerance'])
    expect(cellsOf(name).filter((cell) => cell !== null && typeof cell !== 'number')).toEqual([])
  const station = rows.filter(({ cells }) => cells[at('Holder')] === 'GL01')
  expect(station.map(({ cells }) => [cells[at('Weight')], cells[at('Target')]])).toEqual([
    [60, 96],
    [40, 98],
  ])
  const head = 'Holder,Measure,Weight (%),Floor,Target,Stretch,Values of'
  const edited = await load(['GL01,PS11,55,85,96.50,99,institution', 'GL01,IP03,45,90,100,100,'], 'check', head)
  const changes = edited.rows.map(({ verdict, changes }) => [
    verdict,
    ...changes.map((one) => `${one.column}: ${one.before.en} > ${one.now.en}`),
  ])
  expect(changes).toEqual([
    [
      'changed',
      'Weight (%): 60 > 55',
      'Target: 96 > 96.5',
      'Values of: own > institution',
      'Measure: IP01 > leaves the card (no row in the file)',
    ],
    ['new'],
  ])
})

test('the scheme as JSON fits its schema and carries the hash of its content; the schema is the published one', async () => {
  const { bytes } = await office.ask(exportScheme, { scorecardId })
  const read = schemeFile.parse(JSON.parse(bytes.toString('utf8')))
  expect(read).toMatchObject({ format: 'milepost-scheme', year: 2026, state: 'draft', hash: contentHash(read.scheme) })
  expect(read.scheme.cards.map((card) => card.holder)).toEqual(expect.arrayContaining(['institution', 'GL01']))
  const schema = JSON.parse((await office.ask(schemeSchema, {})).bytes.toString('utf8'))
  expect(schema.required).toEqual(expect.arrayContaining(['format', 'hash', 'scheme']))
})

test('a scheme file comes in as the draft of another cycle and goes out again with the same hash; every wrong place in it is named and nothing is saved', async () => {
  const { bytes } = await office.ask(exportScheme, { scorecardId })
  const file = schemeFile.parse(JSON.parse(bytes.toString('utf8')))
  const cycleId = await insertCycle(app, 2027)
  const [card] = file.scheme.cards
  const [line] = card?.lines ?? []
  if (!card || !line) throw new Error('the scheme has a card with lines')
  const wrong = {
    ...file,
    scheme: {
      ...file.scheme,
      objectives: file.scheme.objectives.map((one, at) => (at === 0 ? { ...one, perspective: 'ZZ' } : one)),
      cards: [
        {
          ...card,
          lines: [
            { ...line, rule: { kind: 'interpolate', baseline: '80', target: '80' } as const },
            { ...line, code: 'NO99', objective: 'Q9', profile: null },
          ],
        },
        { ...card, holder: 'GL99', lines: [] },
      ],
    },
  }
  const refused = await office.ask(importScheme, { cycleId, step: 'save', file: wrong })
  expect(refused.status).toBe(422)
  expect(refused.problem?.fields.map(({ pointer }) => pointer)).toEqual([
    '/file/scheme/objectives/0/perspective',
    '/file/scheme/cards/0/lines/0/rule',
    '/file/scheme/cards/0/lines/1/code',
    '/file/scheme/cards/0/lines/1/objective',
    '/file/scheme/cards/1/holder',
  ])
  const upsideDown = {
    ...file,
    scheme: { ...file.scheme, perspectives: [{ code: 'X', name: { zh: 'x', en: 'x' }, weightBp: 12_000, rollRule: 'weighted' as const }] },
  }
  expect((await office.ask(importScheme, { cycleId, step: 'check', file: upsideDown })).problem?.fields[0]?.pointer).toBe(
    '/file/scheme/perspectives/0/weightBp',
  )
  expect((await office.call(readScorecard, { cycleId })).scorecard).toBeNull()
  expect((await (await app.signIn(['leader'])).ask(importScheme, { cycleId, step: 'save', file })).status).toBe(403)

  const looked = await office.call(importScheme, { cycleId, step: 'check', file })
  expect(looked).toMatchObject({ scorecardId: null, intact: true, perspectives: 4, cards: file.scheme.cards.length })
  // what the file says otherwise than the year before, in words, before anything is saved
  expect(looked.against).toMatchObject({ year: 2026, changes: [] })
  const perspectives = file.scheme.perspectives.map((one, at) => ({ ...one, weightBp: one.weightBp + [100, -100, 0, 0][at]! }))
  const edited = { ...file, scheme: { ...file.scheme, perspectives, name: { zh: '新名', en: 'New name' } } }
  const told = await office.call(importScheme, { cycleId, step: 'check', file: edited })
  expect(told.intact).toBe(false)
  expect(told.against?.changes.map(({ field, kind }) => `${field} ${kind}`)).toEqual(['name changed', 'weight changed', 'weight changed'])
  expect(told.against?.changes[0]?.after).toEqual({ zh: '新名', en: 'New name' })
  const saved = await office.call(importScheme, { cycleId, step: 'save', file })
  const out = await office.ask(exportScheme, { scorecardId: saved.scorecardId ?? '' })
  const again = schemeFile.parse(JSON.parse(out.bytes.toString('utf8')))
  expect(again.scheme).toEqual(file.scheme)
  expect([again.hash, again.year]).toEqual([file.hash, 2027])
  expect((await office.ask(importScheme, { cycleId, step: 'save', file })).problem?.code).toBe('scorecard-exists')
})

test('the finance bureau’s form gives 10, 50, 30 and 10 points to the measures of the institution, and says that it is to verify', async () => {
  const { bytes } = await office.ask(exportBudgetForm, { scorecardId, language: 'en' })
  const { columns: head, rows } = await readTable({ name: 'form.xlsx', bytes })
  const body = rows.map((row) => row.cells.map((cell) => String(cell ?? '')))
  const [block, points, note] = [head.indexOf('Block'), head.indexOf('Points'), head.indexOf('Note')]
  const total = (name: string) => body.filter((row) => row[block]?.startsWith(name)).reduce((sum, row) => sum + Number(row[points]), 0)
  expect([total('Budget'), total('Output'), total('Benefit'), total('Satisfaction')].map((sum) => sum.toFixed(2))).toEqual([
    '10.00',
    '50.00',
    '30.00',
    '10.00',
  ])
  expect(body.at(-1)?.[block]).toMatch(/^To verify: .*2020/)
  expect(body[0]?.[note]).toContain('to verify')
})

const districts = '../shared/data/mndot-pavement/district_year_measures.csv'

describe.skipIf(!existsSync(districts))('eight districts with three measures each (../shared/data/mndot-pavement)', () => {
  test('own measures and cards come in by file', async () => {
    const [, ...rows] = readFileSync(districts, 'utf8').trim().split('\n')
    const codes = [...new Set(rows.map((row) => row.split(',')[1] ?? '').filter((code) => code !== 'ALL'))]
    expect(codes).toHaveLength(8)
    await app.inInstitution((tx) =>
      tx
        .insertInto('unit')
        .values(
          codes.map((code, at) => ({
            institution_id: app.institutionId,
            unit_id: newId(),
            code: `D${code}`,
            name_zh: `${code} 区`,
            name_en: `District ${code}`,
            name_key: code,
            kind: 'station',
            parent_unit_id: bureau.units.get('BUREAU') ?? null,
            order_no: at,
          })),
        )
        .execute(),
    )
    const own = [
      'code,name,nameEn,unit,direction,overTime,overUnits,ratioScale,source,owner,formula',
      'GR01,行驶良好里程比例,Good ride,%,higher is better,last,ratio of sums,100,survey,districts,good miles / rated miles',
      'PR01,行驶差里程比例,Poor ride,%,lower is better,last,ratio of sums,100,survey,districts,poor miles / rated miles',
      'SC01,重伤事故起数,Serious crashes,起,lower is better,sum,sum,,crash records,districts,count',
    ].join('\n')
    const measures = { name: 'measures.csv', bytes: own }
    expect(await office.call(importMeasures, { step: 'save' }, measures)).toMatchObject({ saved: true, counts: { new: 3, wrong: 0 } })
    expect(await office.call(importMeasures, { step: 'save' }, measures)).toMatchObject({ counts: { same: 3 } })
    const lines = codes.flatMap((code) => [`D${code},GR01,P2,50,40,65,75`, `D${code},PR01,P2,30,12,5,2`, `D${code},SC01,P1,20,60,30,20`])
    const report = await office.call(
      importCards,
      { scorecardId, step: 'save' },
      { name: 'cards.csv', bytes: ['holder,measure,objective,weight,floor,target,stretch', ...lines].join('\n') },
    )
    expect(report).toMatchObject({ saved: true, counts: { new: 24, wrong: 0 } })
    expect((await cardOf('D1'))?.perspectives.map((one) => one.code)).toEqual(['PS'])
  })
})

test('once agreed, what nobody edited comes back as no change; an edited row is refused by the name its column has in the file', async () => {
  await (await app.signIn(['leader'])).call(publishScorecard, { scorecardId, ...UNHEARD })
  const out = await office.ask(exportCards, { scorecardId, language: 'en', people: 'no' })
  const report = await office.call(importCards, { scorecardId, step: 'check' }, { name: 'cards.xlsx', bytes: out.bytes })
  expect(report.counts).toMatchObject({ new: 0, changed: 0, wrong: 0 })
  expect(report.counts.same).toBeGreaterThan(21)
  const head = 'Holder,Measure,Weight (%),Floor,Target,Stretch,Values of'
  const edited = await load(['GL01,PS11,60,85,97,99,', 'GL01,IP01,40,92,98,100,'], 'save', head)
  expect(edited).toMatchObject({ saved: false, counts: { same: 1, wrong: 1 } })
  expect(problems(edited)).toEqual(['2 Holder: 该卡已经确定，不再更改。'])
  expect((await load(['GL01,PS11,60,85,96,99,'], 'check')).counts).toMatchObject({ wrong: 1 })
})
