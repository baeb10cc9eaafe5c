import { readMyTasks } from '@milepost/contract/institution/tasks'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { importValues, readValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
import { messagesOf } from './messagesOf.ts'
import { type RunScene, seedRunScene } from './testing/runScene.ts'

let app: TestApp
let scene: RunScene

beforeAll(async () => {
  app = await openTestApp()
  scene = await seedRunScene(app)
  const measureId = await scene.addMeasure({ code: 'M1', frequency: 'year' })
  await scene.addCard({ unitId: scene.units.ZA }, [{ measureId, weightBp: 10000, rule: { kind: 'ratio_up', target: '100' } }])
})
afterAll(() => app?.close())

const linesOf = async (client: Client) =>
  (await client.call(readMyTasks, {})).tasks.filter((task) => task.stage === 'run').map((task) => task.text.en)

test('the office is led from the first period to the official scores; each line disappears when it is done', async () => {
  app.setNow('2026-01-10T02:00:00Z')
  const first = await app.signIn(['performance-office'])
  expect(await linesOf(first)).toEqual(['Create the periods of 2026'])
  await first.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year'], dueAfterDays: 10 })
  expect(await linesOf(first)).toEqual([])

  app.setNow('2027-01-05T02:00:00Z')
  expect(await linesOf(await app.signIn(['performance-office']))).toEqual(['2026 is due soon: 1 value still to come'])
  app.setNow('2027-01-18T02:00:00Z')
  expect(await linesOf(await app.signIn(['leader']))).toEqual(['1 value has been overdue for more than a week'])
  app.setNow('2027-01-15T02:00:00Z')
  const office = await app.signIn(['performance-office'])
  expect(await linesOf(office)).toEqual(['1 value due for 2026 is missing'])
  await office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nM1,ZA,2026,N/A\n' })
  const leader = await app.signIn(['leader'])
  expect(await linesOf(leader)).toEqual(['1 request for “not applicable” to decide'])
  expect(await linesOf(office)).toEqual(['1 value due for 2026 is missing'])
  await office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: '指标编码,填报对象,期间,实际值\nM1,ZA,2026,95\n' })
  expect(await linesOf(leader)).toEqual(['1 value to verify'])
  // once the head of the unit can act, the head is asked, and those above no longer: they may look all the same
  const head = await app.signIn(['unit-head'], { personId: scene.people.zhou })
  expect([await linesOf(head), await linesOf(leader)]).toEqual([['1 value to verify'], []])
  expect((await leader.call(readValues, { cycleId: scene.cycleId, check: 'none' })).values).toMatchObject([{ mayVerify: true }])
  expect(await linesOf(office)).toEqual(['2026 is complete: close it'])
  const [period] = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods
  await office.call(closePeriod, { periodId: period?.periodId ?? '', waivers: [] })
  expect(await linesOf(office)).toEqual(['Run the official scores of 2026'])
})

/** What would be told on a day, by its occasion: the message table keeps each occasion once. */
const told = (today: string) =>
  app.inInstitution(async (tx) => {
    const named = new Map([...Object.entries(scene.people), ...Object.entries(scene.units)].map(([name, id]) => [id, name]))
    const messages = await messagesOf(tx, { institutionId: app.institutionId, today, lastDay: null })
    return messages.map(({ key, subject }) => ({
      to: named.get(key.split(' ').find((word) => named.has(word)) ?? '') ?? '?',
      rung: key.split(' ').at(-1),
      says: subject.zh,
      key,
    }))
  })

test('due values and red lines without a note are told to the head who answers, what is long overdue to a leader; each occasion once', async () => {
  app.setNow('2028-01-10T02:00:00Z')
  const { cycleId, scorecardId } = await scene.addCycle(2028)
  await app.standAt(cycleId, 'run')
  const measureId = await scene.addMeasure({ code: 'Q1', frequency: 'quarter' })
  await scene.addCard({ unitId: scene.units.ZA }, [{ measureId, weightBp: 10000, rule: { kind: 'ratio_up', target: '100' } }], scorecardId)
  const office = await app.signIn(['performance-office'])
  await app.signIn(['leader'], { personId: scene.people.lin })
  await office.call(createPeriods, { cycleId, kinds: ['quarter'], dueAfterDays: 10 })

  const rungs = async (day: string) => (await told(day)).filter(({ key }) => key.startsWith('values-due')).map(({ to, rung }) => [to, rung])
  expect(await rungs('2028-03-31'), 'the quarter is not over').toEqual([])
  expect(await rungs('2028-04-02')).toEqual([])
  expect(await rungs('2028-04-03')).toEqual([['zhou', '7']])
  expect((await told('2028-04-03')).map(({ key }) => key)).toEqual((await told('2028-04-05')).map(({ key }) => key))
  // a program that stood still from the 4th to the 8th tells the rung it has come to, not the ones it missed
  expect(await rungs('2028-04-09')).toEqual([['zhou', '1']])
  expect(await rungs('2028-04-10')).toEqual([['zhou', '0']])
  expect(await rungs('2028-04-12')).toEqual([['zhou', 'past']])
  expect(await rungs('2028-04-18')).toEqual([['lin', 'escalated']])

  const reds = async (day: string) => (await told(day)).filter(({ key }) => key.startsWith('red-lines')).map(({ key }) => key)
  const [monday, sunday, next] = [await reds('2028-04-17'), await reds('2028-04-23'), await reds('2028-04-24')]
  expect(monday).toHaveLength(1)
  expect(sunday, 'the same week is the same occasion').toEqual(monday)
  expect(next).toHaveLength(1)
  expect(next).not.toEqual(monday)

  app.setNow('2028-04-24T02:00:00Z')
  const now = await app.signIn(['performance-office'])
  const bytes = '指标编码,填报对象,期间,实际值\nQ1,ZA,2028Q1,98\n'
  expect((await now.call(importValues, { step: 'save' }, { name: 'v.csv', bytes })).saved).toBe(true)
  expect(await told('2028-04-24'), 'what has come in is told to nobody').toEqual([])
})
