import { createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { readCardScore } from '@milepost/contract/run/scores'
import {
  computeValues,
  declineNotApplicable,
  grantNotApplicable,
  importValues,
  readEntryChoices,
  readMissing,
  readValueHistory,
  readValues,
  recordValue,
  returnValue,
  valuesTemplate,
  verifyValues,
  withdrawValue,
} from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'
import { readMayVerify } from './mayVerify.ts'
import { readHeadAsked } from './waitsFor.ts'

let app: TestApp
let scene: RunScene
let office: Client

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-04-02T02:00:00Z')
  scene = await seedRunScene(app)
  const levels = await scene.addMeasure({ code: 'LVL', frequency: 'quarter', units: 'mean' })
  const rate = await scene.addMeasure({ code: 'RATE', frequency: 'quarter', time: 'ratio', units: 'ratio', ratioScale: '100' })
  await scene.addMeasure({ code: 'MONEY', unit: '万元', frequency: 'quarter', time: 'sum', units: 'sum' })
  const rule = { kind: 'ratio_up', target: '100' } as const
  const lines = [levels, rate].map((measureId) => ({ measureId, weightBp: 5000, rule }))
  await scene.addCard({ unitId: scene.units.ZA }, lines)
  await scene.addCard({ personId: scene.people.lin, unitId: scene.units.ZA1 }, lines)
  office = await app.signIn(['performance-office'], { name: 'Office One' })
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year', 'quarter', 'month'], dueAfterDays: 15 })
})
afterAll(() => app?.close())

const HEAD = '指标编码,填报对象,期间,实际值,分子,分母,样本数,说明\n'
const csv = (...rows: string[]) => ({ name: 'values.csv', bytes: HEAD + rows.join('\n') })
const check = (...rows: string[]) => office.call(importValues, { step: 'check' }, csv(...rows))
const problemsOf = (report: Awaited<ReturnType<typeof check>>, row: number) =>
  report.rows.find((one) => one.row === row)?.problems.map((problem) => [problem.column, problem.message.en]) ?? []

test('values are imported by the office alone', async () => {
  const file = csv('LVL,ZA,2026Q1,90,,,,')
  expect((await app.visitor.ask(importValues, { step: 'check' }, file)).status).toBe(401)
  expect((await (await app.signIn(['unit-head'])).ask(importValues, { step: 'check' }, file)).status).toBe(403)
  expect((await office.ask(importValues, { step: 'now' as 'save' }, file)).status).toBe(422)
})

test('a blank is no value, a nought is a nought, and N/A is asked for', async () => {
  const file = csv('LVL,ZA,2026Q1,,,,,', 'LVL,ZB,2026Q1,0,,,,', 'LVL,YHK,2026年第一季度,不适用,,,,无此业务')
  const report = await office.call(importValues, { step: 'save' }, file)
  expect(report).toMatchObject({ saved: true, counts: { new: 2, same: 1, wrong: 0 } })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId })
  expect(values.map((one) => [one.holderCode, one.state, one.actual, one.source])).toEqual([
    ['YHK', 'not-applicable-asked', null, 'file values.csv, row 4'],
    ['ZB', 'reported', '0', 'file values.csv, row 3'],
  ])
  expect(await office.call(importValues, { step: 'save' }, file)).toMatchObject({ saved: true, counts: { new: 0, changed: 0, same: 3 } })
})

test('every wrong cell is named with its row, its column and how to mend it, and nothing is saved', async () => {
  const file = csv(
    'NONE,ZA,2026Q1,90,,,,',
    'LVL,XX,2026Q1,90,,,,',
    'LVL,ZA,2027Q1,90,,,,',
    'LVL,ZA,03/2026,90,,,,',
    'LVL,ZA,2026Q1,ninety,,,,',
    'MONEY,ZA,2026Q1,12 元,,,,',
    'RATE,ZA,2026Q1,90,,,,',
    'LVL,ZA,2026Q2,80,,,,',
    'LVL,部门ZA,2026Q2,81,,,,',
    'LVL,ZA,2026-02,90,,,,',
  )
  const report = await office.call(importValues, { step: 'save' }, file)
  expect(report.saved).toBe(false)
  expect(problemsOf(report, 2)).toEqual([['指标编码', expect.stringContaining('“NONE”')]])
  expect(problemsOf(report, 3)).toEqual([['填报对象', expect.stringContaining('“XX”')]])
  expect(problemsOf(report, 4)).toEqual([['期间', expect.stringContaining('“2027Q1” has not been created')]])
  expect(problemsOf(report, 5)).toEqual([['期间', expect.stringContaining('“03/2026”')]])
  expect(problemsOf(report, 6)).toEqual([['实际值', expect.stringContaining('“ninety” is not a number')]])
  expect(problemsOf(report, 7)).toEqual([['实际值', expect.stringMatching(/“元”.*“万元”/)]])
  expect(problemsOf(report, 8)).toEqual([['分子', expect.stringContaining('numerator and denominator')]])
  expect(problemsOf(report, 9)).toEqual([['实际值', expect.stringContaining('row 10')]])
  expect(problemsOf(report, 10)).toEqual([['实际值', expect.stringContaining('row 9')]])
  expect(problemsOf(report, 11)).toEqual([['期间', expect.stringContaining('counted twice')]])
  expect((await office.call(readValues, { cycleId: scene.cycleId })).total).toBe(2)
})

test('a value with its own unit, a ratio by its parts, a person by number and the bureau as the institution are understood', async () => {
  const report = await office.call(
    importValues,
    { step: 'save' },
    csv('MONEY,ZA,2026Q1,"1,200.5 万元",,,,', 'RATE,ZA,2026Q1,,193,200,,', 'RATE,1003,2026Q1,96.5%,193,200,,', 'LVL,GLJ,2026Q1,88.4,,,,'),
  )
  expect(report).toMatchObject({ saved: true, counts: { new: 4, wrong: 0 } })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, period: '2026Q1' })
  const found = values.map((one) => [one.measure.code, one.holder.kind, one.actual])
  expect(found).toContainEqual(['MONEY', 'unit', '1200.5'])
  expect(found).toContainEqual(['RATE', 'unit', '96.5'])
  expect(found).toContainEqual(['RATE', 'person', '96.5'])
  expect(found).toContainEqual(['LVL', 'institution', '88.4'])
})

test('a correction is a new revision that leaves the old one readable; the database itself refuses to change a value', async () => {
  const report = await office.call(importValues, { step: 'save' }, csv('MONEY,ZA,2026Q1,1300,,,,核对后更正'))
  expect(report.counts).toMatchObject({ changed: 1 })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, period: '2026Q1', level: 'unit' })
  const value = values.find((one) => one.measure.code === 'MONEY')
  expect(value).toMatchObject({ actual: '1300', revision: 2, recordedBy: 'Office One' })
  const { revisions } = await office.call(readValueHistory, { valueId: value?.valueId ?? '' })
  expect(revisions.map((one) => [one.revision, one.actual])).toEqual([
    [2, '1300'],
    [1, '1200.5'],
  ])
  const overwrite = app.inInstitution((tx) =>
    tx.updateTable('measure_value').set({ actual: '1' }).where('institution_id', '=', app.institutionId).execute(),
  )
  await expect(overwrite).rejects.toThrow(/permission denied/)
})

test('a not-applicable counts only once somebody else has granted it; declined, it is no value', async () => {
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, asked: 'only' })
  const [asked] = values
  expect(asked).toMatchObject({ holderCode: 'YHK', mayDecide: false, isOwn: true })
  const own = [
    await office.ask(grantNotApplicable, { valueId: asked?.valueId ?? '', note: '' }),
    await office.ask(declineNotApplicable, { valueId: asked?.valueId ?? '', reason: '不用申请了' }),
  ]
  for (const { status, problem } of own) {
    expect([status, problem?.code]).toEqual([403, 'own-request'])
    expect(problem?.text.zh).toMatch(/本人.*须由另一人办理（绩效办、部门负责人、单位领导）/)
    expect(problem?.text.en).toContain('Somebody else does (Performance office, Unit head, Leader)')
  }
  // whoever heads another unit is told whose it is, and that of a unit that is not there is told nothing
  const stranger = await app.signIn(['unit-head'], { personId: scene.people.chen, name: 'Another head' })
  const foreign = await stranger.ask(grantNotApplicable, { valueId: asked?.valueId ?? '', note: '' })
  expect([foreign.status, foreign.problem?.code]).toEqual([403, 'value-of-another-unit'])
  expect((await stranger.ask(grantNotApplicable, { valueId: scene.cycleId, note: '' })).problem?.code).toBe('not-permitted')
  expect((await office.call(readValues, { cycleId: scene.cycleId, asked: 'only' })).total).toBe(values.length)
  const leader = await app.signIn(['leader'], { name: 'Leader' })
  expect((await leader.call(readValues, { cycleId: scene.cycleId, asked: 'only' })).values[0]?.mayDecide).toBe(true)
  await leader.call(declineNotApplicable, { valueId: asked?.valueId ?? '', reason: '该业务本季开展过' })
  expect((await leader.ask(grantNotApplicable, { valueId: asked?.valueId ?? '', note: '' })).problem?.code).toBe('value-not-in-force')
  expect((await office.call(readValues, { cycleId: scene.cycleId })).values.some((one) => one.holderCode === 'YHK')).toBe(false)
  const again = await office.call(importValues, { step: 'save' }, csv('LVL,YHK,2026Q1,N/A,,,,'))
  expect(again.counts.new).toBe(1)
  const [second] = (await leader.call(readValues, { cycleId: scene.cycleId, asked: 'only' })).values
  await leader.call(grantNotApplicable, { valueId: second?.valueId ?? '', note: '' })
  const { revisions } = await office.call(readValueHistory, { valueId: second?.valueId ?? '' })
  expect(revisions[0]).toMatchObject({ state: 'not-applicable', grantedBy: 'Leader', recordedBy: 'Office One' })
  expect((await office.call(importValues, { step: 'check' }, csv('LVL,YHK,2026Q1,N/A,,,,'))).counts.same).toBe(1)
})

test('one value is entered by hand with every wrong field named, and can be withdrawn with a reason', async () => {
  const { measures, holders, periods } = await office.call(readEntryChoices, { cycleId: scene.cycleId })
  const rate = measures.find((one) => one.code === 'RATE')
  const period = periods.find((one) => one.code === '2026Q1')
  const holder = holders.find((one) => one.code === 'ZB')?.holder
  if (!rate || !period || !holder) throw new Error('choices are missing')
  const base = { measureId: rate.measureId, periodId: period.periodId, holder, state: 'reported' as const, n: null, detail: null, note: '' }
  const empty = await office.ask(recordValue, { ...base, actual: null, numerator: null, denominator: null })
  expect(empty.problem?.fields.map((field) => field.pointer)).toEqual(['/actual'])
  const half = await office.ask(recordValue, { ...base, actual: null, numerator: '9', denominator: null })
  expect(half.problem?.fields.map((field) => field.pointer)).toEqual(['/denominator'])
  const saved = await office.call(recordValue, { ...base, actual: null, numerator: '9', denominator: '12' })
  expect(saved.revision).toBe(1)
  await office.call(withdrawValue, { valueId: saved.valueId, reason: '报错了部门' })
  expect((await office.ask(withdrawValue, { valueId: saved.valueId, reason: '报错了部门' })).problem?.code).toBe('value-not-in-force')
  const { revisions } = await office.call(readValueHistory, { valueId: saved.valueId })
  expect(revisions.map((one) => one.state)).toEqual(['withdrawn', 'reported'])
})

test('a doubtful figure is asked back with its reason, and kept with it once it is confirmed', async () => {
  const { measures, holders, periods } = await office.call(readEntryChoices, { cycleId: scene.cycleId })
  const money = measures.find((one) => one.code === 'MONEY')
  const q2 = periods.find((one) => one.code === '2026Q2')
  const za = holders.find((one) => one.code === 'ZA')?.holder
  if (!money || !q2 || !za) throw new Error('choices are missing')
  const base = {
    measureId: money.measureId,
    periodId: q2.periodId,
    holder: za,
    state: 'reported' as const,
    n: null,
    detail: null,
    numerator: null,
    denominator: null,
  }
  // 1300 in the quarter before: yuan for ten thousand yuan
  const doubted = await office.ask(recordValue, { ...base, actual: '12800000', note: '' })
  expect(doubted.problem).toMatchObject({ code: 'value-implausible', details: { whyEn: [expect.stringContaining('10000 times')] } })
  const unexplained = await office.ask(recordValue, { ...base, actual: '12800000', note: '', confirmed: true })
  expect(unexplained.problem?.fields.map((field) => field.pointer)).toEqual(['/note'])
  const { valueId } = await office.call(recordValue, { ...base, actual: '12800000', note: '一次性拨付专项，已核对凭证', confirmed: true })
  expect((await office.call(readValueHistory, { valueId })).revisions[0]?.doubts).toEqual([
    { zh: expect.stringContaining('10000'), en: expect.stringContaining('mistaken') },
  ])
  const report = await office.call(importValues, { step: 'save' }, csv('MONEY,ZA,2026Q3,130,,,,', 'MONEY,ZA,2026Q4,1300,,,,'))
  expect(problemsOf(report, 2)).toEqual([['实际值', expect.stringContaining('tick “Doubtful figures are checked”')]])
  expect((await office.call(importValues, { step: 'save', confirmed: true }, csv('MONEY,ZA,2026Q3,130,,,,'))).saved).toBe(true)
  await office.call(withdrawValue, { valueId, reason: '试录，撤回' })
})

test('whoever corrects second is shown what the first has done; a correction needs its reason, by hand and by file', async () => {
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, period: '2026Q1', level: 'unit' })
  const value = values.find((one) => one.measure.code === 'MONEY')
  if (!value) throw new Error('the value is missing')
  const correction = {
    measureId: value.measureId,
    periodId: value.period.periodId,
    holder: value.holder,
    state: 'reported' as const,
    n: null,
    detail: null,
    numerator: null,
    denominator: null,
  }
  const bare = await office.ask(recordValue, { ...correction, actual: '1310', note: '', baseRevision: value.revision })
  expect(bare.problem?.fields.map((field) => field.pointer)).toEqual(['/note'])
  await office.call(recordValue, { ...correction, actual: '1310', note: '补记一笔', baseRevision: value.revision })
  const second = await office.ask(recordValue, { ...correction, actual: '1250', note: '核减一笔', baseRevision: value.revision })
  expect(second.problem).toMatchObject({
    code: 'value-changed-meanwhile',
    details: { by: 'Office One', revision: value.revision + 1, actual: '1310' },
  })
  const byFile = await office.call(importValues, { step: 'check' }, csv('MONEY,ZA,2026Q1,1300,,,,'))
  expect(problemsOf(byFile, 2)).toEqual([['实际值', expect.stringContaining('needs its reason')]])
  await office.call(recordValue, { ...correction, actual: '1300', note: '核减一笔', baseRevision: value.revision + 1 })
})

test('figures are verified by somebody other than their recorder; what is sent back says why, and a new revision is verified anew', async () => {
  const leader = await app.signIn(['leader'], { name: 'Leader' })
  const chen = await app.signIn(['unit-head'], { personId: scene.people.chen, name: 'Chen' })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, check: 'none' })
  expect(values.length).toBeGreaterThan(3)
  expect(values.some((one) => one.mayVerify)).toBe(false)
  // what waits for a person is counted in one way, in the list and on the first page: what the head of a unit is asked for waits for nobody above
  const mine = async (who: Client) => (await who.call(readValues, { cycleId: scene.cycleId, check: 'mine' })).total
  expect([await mine(office), await mine(leader), await mine(chen)]).toEqual([0, values.length - 1, 1])
  const [first, second] = values.map((one) => one.valueId)
  expect((await office.ask(verifyValues, { valueIds: [first ?? ''], note: '' })).problem?.code).toBe('value-checked-by-recorder')
  expect((await (await app.signIn(['employee'])).ask(verifyValues, { valueIds: [first ?? ''], note: '' })).status).toBe(403)
  // a head looks at the own people and units only
  expect(await chen.call(verifyValues, { valueIds: values.map((one) => one.valueId), note: '' })).toMatchObject({ verified: 1 })
  await leader.call(returnValue, { valueId: second ?? '', reason: '与台账不符' })
  await leader.call(verifyValues, { valueIds: [first ?? ''], note: '与台账一致' })
  const returned = (await office.call(readValues, { cycleId: scene.cycleId, check: 'returned' })).values
  expect(returned).toMatchObject([{ valueId: second, check: { verdict: 'returned', by: 'Leader', note: '与台账不符' } }])
  const { revisions } = await office.call(readValueHistory, { valueId: first ?? '' })
  expect(revisions[0]?.check).toMatchObject({ verdict: 'verified', by: 'Leader' })
})

test('nobody verifies a figure about themselves; of a head’s own figure those above are asked', async () => {
  const { chen, lin } = scene.people
  const actor = { accountId: newId(), name: 'Chen', roles: ['unit-head'], unitId: null, headedUnitIds: [scene.units.ZA1] } as const
  const of = (personId: string) => ({ recordedByAccountId: newId(), holder: { kind: 'person', personId } as const })
  const mayChen = await app.inInstitution((tx) => readMayVerify(tx, app.institutionId, { ...actor, personId: chen }, '2026-04-02'))
  expect([mayChen(of(lin)), mayChen(of(chen))]).toEqual([true, false])
  const unitOf = new Map([chen, lin].map((one) => [one, scene.units.ZA1]))
  const headAsked = await app.inInstitution((tx) => readHeadAsked(tx, app.institutionId, { today: '2026-04-02', unitOf }))
  expect(headAsked(of(lin))).toEqual({ unitId: scene.units.ZA1, personId: chen })
  expect(headAsked(of(chen))).toBeNull()
})

test('a file with headings of its own is read once it is told what they mean', async () => {
  const file = { name: 'own.csv', bytes: 'KPI,站,时间,完成值\nLVL,ZB,2026Q2,12\n' }
  expect((await office.ask(importValues, { step: 'check' }, file)).problem).toMatchObject({
    code: 'column-missing',
    details: { found: ['KPI', '站', '时间', '完成值'] },
  })
  const columns = { measureCode: 'KPI', scope: '站', periodCode: '时间', value: '完成值' }
  expect((await office.call(importValues, { step: 'check', columns }, file)).counts).toMatchObject({ new: 1, wrong: 0 })
  const wrong = await office.call(importValues, { step: 'check', columns }, { ...file, bytes: 'KPI,站,时间,完成值\nLVL,ZB,2026Q2,many\n' })
  expect(problemsOf(wrong, 2)).toEqual([['完成值', expect.stringContaining('“many” is not a number')]])
})

test('a colleague’s values stay hidden; the person, the head and the office see them', async () => {
  const codes = async (client: Client) =>
    (await client.call(readValues, { cycleId: scene.cycleId, level: 'person' })).values.map((one) => one.holderCode)
  const lin = await app.signIn(['employee'], { personId: scene.people.lin })
  const chen = await app.signIn(['unit-head'], { personId: scene.people.chen })
  const stranger = await app.signIn(['employee'])
  const authority = await app.signIn(['authority'])
  expect(await codes(lin)).toEqual(['1003'])
  expect(await codes(chen)).toEqual(['1003'])
  expect(await codes(stranger)).toEqual([])
  expect(await codes(authority)).toEqual([])
  const hidden = (await lin.call(readValues, { cycleId: scene.cycleId, level: 'person' })).values[0]?.valueId ?? ''
  expect((await stranger.ask(readValueHistory, { valueId: hidden })).status).toBe(404)
})

test('what is due and not there is listed with its owner, and the template is filled with it', async () => {
  const { gaps } = await office.call(readMissing, { cycleId: scene.cycleId, when: 'all', period: '2026Q1' })
  expect(gaps.map((gap) => [gap.measure.code, gap.holderCode, gap.state, gap.owner.zh])).toEqual([
    ['LVL', 'ZA', 'not_due', '养护科'],
    ['LVL', '1003', 'not_due', '养护科'],
  ])
  expect((await office.call(readMissing, { cycleId: scene.cycleId, when: 'overdue' })).gaps).toEqual([])
  const q1 = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods.find((one) => one.code === '2026Q1')
  const template = await office.ask(valuesTemplate, { language: 'zh', periodId: q1?.periodId })
  expect(template.status).toBe(200)
  const back = await office.call(importValues, { step: 'check' }, { name: 'due.xlsx', bytes: template.bytes })
  expect(back.counts).toEqual({ new: 0, changed: 0, same: 2, wrong: 0 })
})

test('a wide table is read by a mapping, the weight beside each value', async () => {
  await scene.addMeasure({ code: 'RIDE', frequency: 'year', time: 'last', units: 'weighted-mean' })
  const bytes = 'year,district,miles,good,poor\n2026,ZA,120.5,53.4,8\n2026,ZB,80,,12\n'
  const mapping = { unitColumn: 'district', periodColumn: 'year', weightColumn: 'miles', nColumn: null, columns: { good: 'RIDE' } }
  const file = { name: 'wide.csv', bytes }
  expect(await office.call(importValues, { step: 'save', mapping }, file)).toMatchObject({
    saved: true,
    counts: { new: 1, wrong: 0 },
    rowsInFile: 1,
  })
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, period: '2026' })
  expect(values.map((one) => [one.holderCode, one.actual, one.denominator])).toEqual([['ZA', '53.4', '120.5']])
  const unread = { name: 'wide.csv', bytes: 'year,district,miles,good,poor\n2026,ZA,120.5,=1+1,8\n' }
  expect((await office.call(importValues, { step: 'check', mapping }, unread)).rows).toMatchObject([
    { row: 2, key: 'RIDE ZA 2026', verdict: 'wrong', problems: [{ column: 'good' }] },
  ])
  const missing = await office.ask(importValues, { step: 'check', mapping: { ...mapping, weightColumn: 'km' } }, file)
  expect(missing.problem).toMatchObject({ code: 'column-missing', details: { columns: ['km'] } })
  const twice = await office.ask(importValues, { step: 'check', mapping: { ...mapping, columns: { good: 'RIDE', poor: 'RIDE' } } }, file)
  expect(twice.problem?.code).toBe('mapping-wrong')
})

test('a formula gives the value once its parts are reported, follows a correction as a revision, and is missing with what is missing', async () => {
  await scene.addMeasure({ code: 'FIXED', frequency: 'month', time: 'sum', units: 'sum' })
  await scene.addMeasure({ code: 'FOUND', frequency: 'month', time: 'sum', units: 'sum' })
  const rate = await scene.addMeasure({
    ...{ code: 'REPAIR', unit: '%', frequency: 'month', time: 'ratio', units: 'ratio', ratioScale: '100', missing: 'exclude' },
    formula: 'FIXED / FOUND * 100',
  })
  await scene.addMeasure({ code: 'TODATE', frequency: 'month', time: 'last', units: 'sum', formula: 'sum(FIXED)' })
  const card = await scene.addCard({ unitId: scene.units.ZB }, [
    { measureId: rate, weightBp: 10000, rule: { kind: 'ratio_up', target: '100' } },
  ])
  // people are asked for the parts, and for nothing else
  const due = await office.call(readMissing, { cycleId: scene.cycleId, when: 'all', period: '2026-03' })
  expect(due.gaps.filter((gap) => gap.holderCode === 'ZB').map((gap) => gap.measure.code)).toEqual(['FIXED', 'FOUND'])
  const { measures } = await office.call(readEntryChoices, { cycleId: scene.cycleId })
  expect(measures.map((one) => one.code)).not.toContain('REPAIR')
  const { periods } = await office.call(readPeriods, { cycleId: scene.cycleId })
  const march = periods.find((one) => one.code === '2026-03')?.periodId ?? ''
  const given = { measureId: rate, periodId: march, holder: { kind: 'unit', unitId: scene.units.ZB } as const, actual: '90' }
  const rest = { state: 'reported', numerator: null, denominator: null, n: null, detail: null, note: '' } as const
  const typed = await office.ask(recordValue, { ...given, ...rest })
  expect(typed.problem).toMatchObject({ code: 'value-computed', details: { code: 'REPAIR', formula: 'FIXED / FOUND * 100' } })
  expect(problemsOf(await check('REPAIR,ZB,2026-03,,9,10,,'), 2)[0]?.[1]).toContain('is computed as FIXED / FOUND * 100')
  const save = (...rows: string[]) => office.call(importValues, { step: 'save', confirmed: true }, csv(...rows))
  const inForce = async () =>
    (await office.call(readValues, { cycleId: scene.cycleId, measureId: rate })).values.map((one) => [one.period.code, one.actual])
  await save('FIXED,ZB,2026-01,18,,,,', 'FIXED,ZB,2026-02,7,,,,', 'FOUND,ZB,2026-01,20,,,,')
  // February lacks a part: there is no value, and no nought
  expect(await inForce()).toEqual([['2026-01', '90']])
  await save('FOUND,ZB,2026-02,10,,,,')
  expect(await inForce()).toEqual([
    ['2026-01', '90'],
    ['2026-02', '70'],
  ])
  // 25 of 30 over both months, not the mean of 90 and 70
  const scored = await office.call(readCardScore, { cardId: card })
  expect(scored.result.measures[0]?.actual?.value).toBe('250/3')
  expect(scored.lines[0]?.evidence[0]?.note).toBe('FIXED 2026-01 = 18 (r1); FOUND 2026-01 = 20 (r1)')
  await save('FIXED,ZB,2026-01,19,,,,漏记一处')
  const { values } = await office.call(readValues, { cycleId: scene.cycleId, measureId: rate, period: '2026-01' })
  const valueId = values[0]?.valueId ?? ''
  const { revisions } = await office.call(readValueHistory, { valueId })
  expect(revisions.map((one) => [one.revision, one.actual, one.numerator, one.denominator, one.computed?.inputs])).toEqual([
    [
      ...[2, '95', '19', '20'],
      [
        { code: 'FIXED', period: '2026-01', value: '19', revision: 2 },
        { code: 'FOUND', period: '2026-01', value: '20', revision: 1 },
      ],
    ],
    [
      ...[1, '90', '18', '20'],
      [
        { code: 'FIXED', period: '2026-01', value: '18', revision: 1 },
        { code: 'FOUND', period: '2026-01', value: '20', revision: 1 },
      ],
    ],
  ])
  expect((await office.ask(withdrawValue, { valueId, reason: '想撤回它' })).problem?.code).toBe('value-computed')
  // a sum to date follows in the later months too: 19, then 19 + 7
  const toDate = (await office.call(readValues, { cycleId: scene.cycleId })).values.filter((one) => one.measure.code === 'TODATE')
  expect(toDate.map((one) => [one.period.code, one.actual, one.revision])).toEqual([
    ['2026-01', '19', 2],
    ['2026-02', '26', 2],
  ])
  const found = (await office.call(readValues, { cycleId: scene.cycleId, period: '2026-02' })).values.find(
    (one) => one.measure.code === 'FOUND',
  )
  await office.call(withdrawValue, { valueId: found?.valueId ?? '', reason: '报错了月份' })
  expect(await inForce()).toEqual([['2026-01', '95']])
  expect(await office.call(computeValues, { cycleId: scene.cycleId })).toEqual({ computed: 0 })
  expect((await (await app.signIn(['leader'])).ask(computeValues, { cycleId: scene.cycleId })).status).toBe(403)
})

test('ten thousand values are imported, and the same file again changes nothing', { timeout: 240_000 }, async () => {
  const codes = Array.from({ length: 210 }, (_, at) => `BULK${at}`)
  for (const code of codes) await scene.addMeasure({ code, frequency: 'month' })
  const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
  const holders = ['ZA', 'ZB', 'YHK', 'ZA1']
  const rows = codes.flatMap((code) => months.flatMap((month) => holders.map((holder) => [code, holder, month, 90.5])))
  const file = await writeXlsx('bulk.xlsx', ['measureCode', 'scope', 'periodCode', 'value'], rows)
  const report = await office.call(importValues, { step: 'save' }, { name: 'bulk.xlsx', bytes: file.bytes })
  expect(report).toMatchObject({ saved: true, counts: { new: 10_080 } })
  expect((await office.call(importValues, { step: 'check' }, { name: 'bulk.xlsx', bytes: file.bytes })).counts.same).toBe(10_080)
})
