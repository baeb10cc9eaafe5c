import { editCycle, readCycles } from '@milepost/contract/institution/cycles'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import {
  confirmCheckIn,
  downloadMidYear,
  readCheckIns,
  readCheckInsOf,
  readMidYear,
  readMidYearMatters,
  recordCheckIn,
} from '@milepost/contract/run/checkIns'
import { createPeriods } from '@milepost/contract/run/periods'
import { readLinks } from '@milepost/contract/run/reviews'
import { importValues } from '@milepost/contract/run/values'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { checkInsOf, messagesOf } from '../published.ts'
import { reportedSoFar } from '../scoring/reportedSoFar.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

let app: TestApp
let scene: RunScene

beforeAll(async () => {
  app = await openTestApp()
  scene = await seedRunScene(app)
  app.setNow('2026-05-12T02:00:00Z')
})
afterAll(() => app?.close())

const talk = (personId: string, heldOn = '2026-05-11') => ({
  personId,
  heldOn,
  progress: '巡查已覆盖全部路段',
  support: '补一台养护车',
  nextStep: '六月完成标线',
})

test('only the head of a person, and never the person, records a check-in', async () => {
  const { lin, chen, zhou } = scene.people
  expect((await app.visitor.ask(recordCheckIn, talk(lin))).status).toBe(401)
  expect((await (await app.signIn(['employee'], { personId: lin })).ask(recordCheckIn, talk(lin))).status).toBe(403)
  const head = await app.signIn(['unit-head'], { personId: chen })
  expect((await head.ask(recordCheckIn, talk(chen))).status).toBe(403)
  expect((await head.ask(recordCheckIn, talk(zhou))).status).toBe(403)
  expect((await head.ask(recordCheckIn, { ...talk(lin), progress: ' ' })).problem?.fields.map((field) => field.pointer)).toEqual([
    '/progress',
  ])
  expect((await head.ask(recordCheckIn, talk(lin, '2026-05-13'))).problem?.code).toBe('check-in-day-wrong')
  expect((await head.ask(recordCheckIn, talk(lin, '2019-05-13'))).problem?.code).toBe('check-in-day-wrong')
  const office = await app.signIn(['performance-office'])
  expect((await office.ask(recordCheckIn, talk(lin))).problem?.code).toBe('check-in-needs-person')
})

test('the head sees who is still to be talked with this quarter, records it, and the person confirms it once', async () => {
  const { lin, chen, zhou } = scene.people
  const head = await app.signIn(['unit-head'], { personId: chen })
  const before = await head.call(readCheckIns, {})
  expect(before.quarter).toEqual({ code: '2026Q2', endsOn: '2026-06-30' })
  expect(before.people.map((one) => [one.personId, one.dueThisQuarter])).toEqual([[lin, true]])
  const { tasks } = await head.call(readMyTasks, {})
  expect(tasks.filter((one) => one.stage === 'run').map((one) => [one.text.en, one.dueOn])).toEqual([
    ['1 check-in of 2026Q2 still to hold', '2026-06-30'],
  ])

  const { checkInId } = await head.call(recordCheckIn, talk(lin))
  const after = await head.call(readCheckIns, {})
  expect(after.people[0]).toMatchObject({ checkIns: 1, lastHeldOn: '2026-05-11', unconfirmed: 1, dueThisQuarter: false })

  const person = await app.signIn(['employee'], { personId: lin })
  expect((await person.call(readMyTasks, {})).tasks.map((one) => one.text.en)).toContain('Confirm the check-in of 2026-05-11')
  expect((await head.ask(confirmCheckIn, { checkInId })).status).toBe(403)
  await person.call(confirmCheckIn, { checkInId })
  expect((await person.ask(confirmCheckIn, { checkInId })).problem?.code).toBe('check-in-confirmed')
  const { withMe } = await person.call(readCheckIns, {})
  expect(withMe).toMatchObject([{ checkInId, head: { personId: chen }, confirmedAt: '2026-05-12T02:00:00.000Z', nextStep: '六月完成标线' }])

  const above = await app.signIn(['unit-head'], { personId: zhou })
  expect((await above.call(readCheckInsOf, { personId: lin })).checkIns).toHaveLength(1)
  expect((await (await app.signIn(['employee'])).ask(readCheckInsOf, { personId: lin })).status).toBe(403)
  const published = await app.inInstitution((tx) => checkInsOf(tx, app.institutionId, lin, scene.cycleId))
  expect(published.map((one) => one.checkInId)).toEqual([checkInId])
})

test('a head’s own check-ins are held by the head above', async () => {
  const above = await app.signIn(['unit-head'], { personId: scene.people.zhou })
  expect((await above.call(readCheckIns, {})).people.map((one) => one.personId)).toEqual([scene.people.chen])
})

describe('the mid-year review', () => {
  const held = (personId: string, heldOn: string, more: object = {}) => ({
    ...{ ...talk(personId, heldOn), kind: 'mid-year' as const, changes: '巡查目标由 95 调为 97' },
    ...more,
  })
  let office: Client
  let head: Client
  let person: Client
  const states = async () => (await office.call(readMidYear, { cycleId: scene.cycleId })).people.map((one) => [one.personId, one.state])

  let cardOfLin = ''
  /** Sessions do not last for months. */
  const at = async (instant: string) => {
    app.setNow(instant)
    office = await app.signIn(['performance-office'])
    head = await app.signIn(['unit-head'], { personId: scene.people.chen })
    person = await app.signIn(['employee'], { personId: scene.people.lin })
  }

  beforeAll(async () => {
    const { lin } = scene.people
    await at('2026-05-12T02:00:00Z')
    const measureId = await scene.addMeasure({ code: 'LVL' })
    const rule = { kind: 'ratio_up' as const, target: '95' }
    await scene.addCard({ unitId: scene.units.ZA1 }, [{ measureId, weightBp: 10000, rule }])
    cardOfLin = await scene.addCard({ personId: lin, unitId: scene.units.ZA1 }, [{ measureId, weightBp: 10000, rule }])
    await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['quarter'], dueAfterDays: 10 })
    const values = '指标编码,填报对象,期间,实际值\nLVL,1003,2026Q1,19\nLVL,ZA1,2026Q1,94\n'
    await office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: values })
  })

  test('is owed by nobody in a cycle that has none, and has its day within the cycle', async () => {
    expect((await head.ask(recordCheckIn, held(scene.people.lin, '2026-05-11'))).problem?.code).toBe('mid-year-none')
    expect(await office.call(readMidYear, { cycleId: scene.cycleId })).toEqual({ by: null, people: [] })
    const { cycles } = await office.call(readCycles, {})
    const { cycleId, name, startsOn, endsOn } = cycles.find((one) => one.cycleId === scene.cycleId) ?? {
      ...scene,
      name: { zh: '', en: '' },
      startsOn: '',
      endsOn: '',
    }
    const edit = (midYearBy: string | null) => office.ask(editCycle, { cycleId, name, startsOn, endsOn, midYearBy })
    expect((await edit('2027-07-31')).problem).toMatchObject({ code: 'cycle-dates-wrong', fields: [{ pointer: '/midYearBy' }] })
    expect((await edit('2026-07-31')).status).toBe(200)
  })

  test('opens 45 days before, then stands on Today of the head with its day, and is seen late once the day is past', async () => {
    const { zhou, chen, lin } = scene.people
    expect((await head.ask(recordCheckIn, held(lin, '2026-05-11'))).problem?.code).toBe('mid-year-early')
    expect(await states()).toEqual([])
    await at('2026-07-20T02:00:00Z')
    // nobody stands above Zhou, so he owes none
    expect(await states()).toEqual([
      [chen, 'to-hold'],
      [lin, 'to-hold'],
    ])
    const tasks = async (client: Client) => (await client.call(readMyTasks, {})).tasks.map((one) => [one.text.en, one.dueOn])
    expect(await tasks(head)).toContainEqual(['1 mid-year review of 2026 still to hold', '2026-07-31'])
    expect((await head.call(readCheckIns, {})).people[0]?.midYear).toBe('to-hold')
    expect((await person.call(readCheckIns, {})).midYear).toEqual({ by: '2026-07-31', mine: true })
    expect((await (await app.signIn(['unit-head'], { personId: zhou })).ask(readMidYear, { cycleId: scene.cycleId })).status).toBe(403)
    // each head is told seven days before, once, and again when the day is past
    await app.standAt(scene.cycleId, 'run')
    const told = async (today: string, lastDay: string) =>
      (await app.inInstitution((tx) => messagesOf(tx, { institutionId: app.institutionId, today, lastDay })))
        .filter((one) => one.key.startsWith('mid-year'))
        .map((one) => [one.personId, one.subject.en, one.dueOn])
    const still = (personId: string) => [personId, '1 mid-year review still to hold', '2026-07-31']
    expect(await told('2026-07-24', '2026-07-23')).toEqual([still(zhou), still(chen)])
    expect(await told('2026-07-25', '2026-07-24')).toEqual([])
    expect((await told('2026-08-01', '2026-07-31')).map(([personId, subject]) => [personId, subject])).toEqual([
      [zhou, '1 mid-year review is overdue'],
      [chen, '1 mid-year review is overdue'],
    ])
    await at('2026-08-03T02:00:00Z')
    expect(await states()).toEqual([
      [chen, 'late'],
      [lin, 'late'],
    ])
  })

  test('keeps the plan as it stood: the last value and its period, what is silent; once a year, confirmed by the person, on paper', async () => {
    const { chen, lin, zhou } = scene.people
    const { checkInId } = await head.call(recordCheckIn, held(lin, '2026-07-30'))
    expect((await head.ask(recordCheckIn, held(lin, '2026-08-01'))).problem?.code).toBe('mid-year-held')
    const line = { code: 'LVL', target: '95', silent: ['2026Q2'], why: 'late', period: '2026Q1' }
    const { withMe } = await person.call(readCheckIns, {})
    expect(withMe[0]).toMatchObject({ kind: 'mid-year', year: 2026, changes: '巡查目标由 95 调为 97', matters: { asOf: '2026-08-03' } })
    expect(withMe[0]?.matters?.items).toMatchObject([{ of: 'own', ...line, actual: '19', score: '20.00' }])
    // what the report on one's year may take over before anything is official: the figure with its period and what is silent
    const soFar = await app.inInstitution((tx) => reportedSoFar(tx, app.institutionId, { cardId: cardOfLin, today: '2026-08-03' }))
    expect(soFar).toMatchObject([{ actual: '19.00', period: '2026Q1', silent: ['2026Q2'], score: '20.00' }])
    // a later value changes the plan, not the record
    await office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nLVL,1003,2026Q2,20\n' })
    expect((await person.call(readMidYearMatters, { personId: lin })).matters.items).toMatchObject([
      { actual: '20', silent: [], why: 'red' },
    ])
    expect((await person.call(readCheckIns, {})).withMe[0]?.matters?.items).toMatchObject([line])
    expect((await person.call(readMyTasks, {})).tasks.map((one) => one.text.en)).toContain('Confirm the mid-year review of 2026-07-30')
    // it answers for the mid-year; as the talk of its quarter it counts only once the person has confirmed that it was held
    const dueNow = async () => (await head.call(readCheckIns, {})).people.map((one) => [one.personId, one.dueThisQuarter])
    expect(await dueNow()).toEqual([[lin, true]])
    await person.call(confirmCheckIn, { checkInId })
    expect(await dueNow()).toEqual([[lin, false]])
    expect(await states()).toEqual([
      [chen, 'late'],
      [lin, 'held'],
    ])
    // the head of a unit looks at the unit's card too; held after the day is held late
    const above = await app.signIn(['unit-head'], { personId: zhou })
    expect((await above.call(readMidYearMatters, { personId: chen })).matters.items).toMatchObject([{ of: 'unit', ...line, actual: '94' }])
    await above.call(recordCheckIn, held(chen, '2026-08-03', { changes: '' }))
    const { people } = await office.call(readMidYear, { cycleId: scene.cycleId })
    expect(people.map((one) => [one.state, one.heldLate, one.hasChanges, one.heads?.zh ?? null])).toEqual([
      ['unconfirmed', true, false, '部门ZA1'],
      ['held', false, true, null],
    ])
    const { units } = await office.call(readLinks, { cycleId: scene.cycleId })
    const link = units.find((one) => one.unitId === scene.units.ZA1)?.links.find((one) => one.link === 'mid-year')
    expect(link).toEqual({ link: 'mid-year', due: 2, onTime: 1, late: 1 })
    for (const language of ['zh', 'en'] as const) {
      const paper = await person.ask(downloadMidYear, { checkInId, language })
      const words = strFromU8(unzipSync(paper.bytes)['word/document.xml'] ?? new Uint8Array())
      expect(words).toContain(language === 'zh' ? '2026 年度年中回顾记录' : 'Mid-year review 2026')
      for (const said of ['2026Q1', '巡查目标由 95 调为 97', '六月完成标线']) expect(words).toContain(said)
    }
    const stranger = await app.signIn(['employee'])
    expect((await stranger.ask(downloadMidYear, { checkInId, language: 'zh' })).status).toBe(403)
  })
})
