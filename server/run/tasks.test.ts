import { readMyTasks } from '@milepost/contract/institution/tasks'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { importValues } from '@milepost/contract/run/values'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
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
  expect(await linesOf(office)).toEqual(['2026 is complete: close it'])
  const [period] = (await office.call(readPeriods, { cycleId: scene.cycleId })).periods
  await office.call(closePeriod, { periodId: period?.periodId ?? '', waivers: [] })
  expect(await linesOf(office)).toEqual(['Run the official scores of 2026'])
})
