import { readCard } from '@milepost/contract/design/cards'
import { recordConsequence } from '@milepost/contract/reward/consequenceActs'
import { downloadEvidence, listConsequences, readOutcome } from '@milepost/contract/reward/outcome'
import { giveRecognition, importTraining, listRecognition, listTraining, withdrawRecognition } from '@milepost/contract/reward/recognition'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type DecidedYear, insertDecidedYear } from '../testing/decidedYear.ts'

let app: TestApp
let year: DecidedYear
let office: Client
const idOf = (no: string) => year.people.get(no) ?? ''

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T01:00:00Z')
  year = await insertDecidedYear(app, 2026)
  office = await app.signIn(['performance-office'], { name: '林绩效' })
})
afterAll(() => app.close())

test('a proposal is carried out by a named person, on a paper, and only on a grade that is final', async () => {
  const act = (change: object = {}) =>
    office.ask(recordConsequence, {
      cycleId: year.cycleId,
      personId: idOf('W2'),
      proposal: 'no-pay-step',
      outcome: 'carried-out',
      document: '薪级审批表 7 号',
      reason: '',
      ...change,
    })
  expect((await act()).problem?.code).toBe('consequence-too-early')
  await year.makeFinal()
  expect((await act({ proposal: 'pay-step' })).problem?.code).toBe('proposal-unknown')
  expect((await act({ document: '' })).problem?.fields.map(({ pointer }) => pointer)).toEqual(['/document'])
  const aside = await act({ outcome: 'not-carried-out', document: '', reason: '不办' })
  expect(aside.problem?.fields.map(({ pointer }) => pointer)).toEqual(['/reason'])
  expect((await act({ personId: newId() })).status).toBe(404)
  for (const roles of [['leader'], ['employee'], ['discipline']] as const) {
    const client = await app.signIn(roles)
    const input = { cycleId: year.cycleId, personId: idOf('W2'), proposal: 'no-pay-step', document: 'x', reason: '' }
    expect((await client.ask(recordConsequence, { ...input, outcome: 'carried-out' })).status).toBe(403)
  }
  expect((await act({ outcome: 'not-carried-out', document: '', reason: '等待复核结果' })).status).toBe(200)
  expect((await act()).status).toBe(200)
  const { rows } = await office.call(listConsequences, { cycleId: year.cycleId })
  const row = rows.find(({ employeeNo }) => employeeNo === 'W2')
  expect(row?.outcomes[0]?.proposals.map(({ key, act: done }) => [key, done?.outcome ?? null]).slice(0, 3)).toEqual([
    ['no-pay-step', 'carried-out'],
    ['performance-pay-cut', null],
    ['year-does-not-count', null],
  ])
  const worker = await app.signIn(['employee'], { personId: idOf('W2') })
  const own = await worker.call(readOutcome, { cycleId: year.cycleId, personId: idOf('W2') })
  expect(own.consequences?.proposals[0]?.act).toMatchObject({ document: '薪级审批表 7 号', recordedBy: '林绩效' })
})

test('recognition is given by office and leaders, read by the staff, and withdrawn with a reason', async () => {
  const what = { kind: 'commendation', givenOn: '2027-01-19', title: '防汛先进', reason: '两次水毁连续值守', document: '' } as const
  const give = (by: Client, change: object = {}) =>
    by.ask(giveRecognition, { ...what, personIds: [idOf('W2'), idOf('W2')], unitIds: [...year.units.values()].slice(0, 1), ...change })
  const employee = await app.signIn(['employee'])
  expect((await give(employee)).status).toBe(403)
  expect((await give(office, { personIds: [], unitIds: [] })).problem?.fields[0]?.pointer).toBe('/personIds')
  expect((await give(office, { givenOn: '2027-02-01' })).problem?.fields[0]?.pointer).toBe('/givenOn')
  expect((await give(office, { personIds: [newId()] })).status).toBe(404)
  expect((await give(office)).body).toEqual({ given: 2 })
  const { recognition } = await employee.call(listRecognition, {})
  expect(recognition.map(({ title, person, unit }) => [title, person?.name !== undefined, unit !== null]).sort()).toEqual([
    ['防汛先进', false, true],
    ['防汛先进', true, false],
  ])
  expect((await (await app.signIn(['authority'])).ask(listRecognition, {})).status).toBe(403)
  const unitOne = recognition.find(({ person }) => person === null)
  const recognitionId = unitOne?.recognitionId ?? ''
  await office.call(withdrawRecognition, { recognitionId, because: '重复登记，予以撤销' })
  expect((await office.ask(withdrawRecognition, { recognitionId, because: '重复登记，予以撤销' })).problem?.code).toBe(
    'recognition-withdrawn',
  )
})

test('training comes by file: every wrong row says what is wrong, the same file again changes nothing', async () => {
  const file = (...rows: string[]) => ({ name: 'training.csv', bytes: `职工编号,培训名称,结业日期,学时,证书编号\n${rows.join('\n')}` })
  const wrong = await office.call(
    importTraining,
    { step: 'save' },
    file(
      'W2,安全培训,2026-06-20,8,',
      'W2,安全培训,2026-06-20,8,',
      'NO,桥梁,2026-06-20,8,',
      'E1,桥梁,2027-06-20,8,',
      'E1,路面,2026-06-20,0,',
    ),
  )
  expect(wrong.saved).toBe(false)
  expect(wrong.rows.filter(({ verdict }) => verdict === 'wrong').map(({ row }) => row)).toEqual([3, 4, 5, 6])
  const right = file('W2,安全培训,2026-06-20,8,', 'W2,路面养护,2026-05-16,16.04,培字8号', 'E1,路面养护,2025-05-16,16,')
  expect((await office.call(importTraining, { step: 'save' }, right)).counts).toEqual({ new: 3, changed: 0, same: 0, wrong: 0 })
  expect((await office.call(importTraining, { step: 'save' }, right)).counts).toEqual({ new: 0, changed: 0, same: 3, wrong: 0 })
  const { lines } = await office.call(listTraining, { year: 2026 })
  expect(lines.map(({ employeeNo, course, hours }) => [employeeNo, course, hours])).toEqual([
    ['W2', '安全培训', '8.0'],
    ['W2', '路面养护', '16.0'],
  ])
  expect((await (await app.signIn(['leader'])).ask(listTraining, { year: 2026 })).status).toBe(403)
  expect((await office.ask(listTraining, { year: 12 })).status).toBe(422)
})

test('one page says what a result leads to, and a paper carries it: grades, recognition, training', async () => {
  const worker = await app.signIn(['employee'], { personId: idOf('W2') })
  const asked = { cycleId: year.cycleId, personId: idOf('W2') }
  const own = await worker.call(readOutcome, asked)
  expect(own.years).toEqual([{ year: 2026, grade: 'basic', officialScore: '64.00' }])
  expect(own.recognition.map(({ title }) => title)).toEqual(['防汛先进'])
  expect([own.trainingHours, own.training.length, own.goals]).toEqual(['24.0', 2, []])
  const paper = await worker.ask(downloadEvidence, { ...asked, language: 'zh' })
  const document = new TextDecoder().decode(unzipSync(paper.bytes)['word/document.xml'])
  for (const words of ['防汛先进', '路面养护', '基本合格', '64.00']) expect(document).toContain(words)
  const colleague = await app.signIn(['employee'], { personId: idOf('E1') })
  expect((await colleague.ask(downloadEvidence, { ...asked, language: 'zh' })).status).toBe(403)
})

test('a development goal that was not reached is offered for the next plan, with what came of it', async () => {
  const institution_id = app.institutionId
  const cards = await app.inInstitution(async (tx) => {
    const { scorecard_id } = await tx
      .selectFrom('scorecard')
      .select('scorecard_id')
      .where('cycle_id', '=', year.cycleId)
      .executeTakeFirstOrThrow()
    const next = { cycle_id: newId(), scorecard_id: newId() }
    const cycle = { year: 2027, name_zh: '2027', name_en: '2027', starts_on: '2027-01-01', ends_on: '2027-12-31', stage: 'design' }
    await tx
      .insertInto('cycle')
      .values({ institution_id, cycle_id: next.cycle_id, ...cycle })
      .execute()
    await tx
      .insertInto('scorecard')
      .values({ institution_id, ...next, name_zh: '计分卡', name_en: 'Scorecard' })
      .execute()
    const of = { holder_kind: 'person', person_id: idOf('E1'), unit_id: year.units.get('YH') ?? '' }
    const [old_card, new_card] = [newId(), newId()]
    await tx
      .insertInto('card')
      .values([
        { institution_id, card_id: old_card, scorecard_id, ...of },
        { institution_id, card_id: new_card, scorecard_id: next.scorecard_id, ...of },
      ])
      .execute()
    const goal = { institution_id, card_id: old_card, due_on: '2026-11-30' }
    await tx
      .insertInto('development_goal')
      .values([
        { ...goal, goal_id: newId(), title_zh: '考取桥梁检测资格', state: 'partly-achieved', evidence: '已过一门' },
        { ...goal, goal_id: newId(), title_zh: '完成路面培训', state: 'achieved' },
      ])
      .execute()
    return { new_card, old_card }
  })
  const engineer = await app.signIn(['employee'], { personId: idOf('E1') })
  const card = await engineer.call(readCard, { cardId: cards.new_card })
  expect(card.suggestedGoals.filter(({ carried }) => carried).map(({ title, carried }) => [title.zh, carried])).toEqual([
    ['考取桥梁检测资格', { year: 2026, state: 'partly-achieved', evidence: '已过一门' }],
  ])
  // the new plan tells what came of all of them, with the plan they stood in
  expect(card.goalsBefore).toMatchObject({ year: 2026, cardId: cards.old_card })
  expect(card.goalsBefore?.goals.map(({ title, state, evidence, goesOn }) => [title.zh, state, evidence, goesOn]).sort()).toEqual([
    ['完成路面培训', 'achieved', '', false],
    ['考取桥梁检测资格', 'partly-achieved', '已过一门', false],
  ])
  expect((await engineer.call(readCard, { cardId: cards.old_card })).goalsBefore).toBeNull()
  const { goals } = await engineer.call(readOutcome, { cycleId: year.cycleId, personId: idOf('E1') })
  expect(goals.map(({ title, inNextPlan }) => [title.zh, inNextPlan]).sort()).toEqual([
    ['完成路面培训', false],
    ['考取桥梁检测资格', false],
  ])
})
