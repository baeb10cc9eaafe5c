import { createCycle, editCycle, readCycles, setStage } from '@milepost/contract/institution/cycles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { currentCycle } from '../published.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const cycle = (year: number) => ({
  year,
  name: { zh: `${year}年度考核`, en: `Appraisal ${year}` },
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
})

test('who may read and who may open cycles', async () => {
  const leader = await app.signIn(['leader'])
  expect((await app.visitor.ask(readCycles, {})).status).toBe(401)
  expect((await leader.ask(readCycles, {})).status).toBe(200)
  expect((await leader.ask(createCycle, cycle(2026))).status).toBe(403)
  expect((await office.ask(createCycle, { ...cycle(2026), startsOn: '1/1/2026' })).status).toBe(422)
})

test('a cycle ends after it starts', async () => {
  const answer = await office.ask(createCycle, { ...cycle(2026), endsOn: '2025-12-31' })
  expect(answer.problem).toMatchObject({ code: 'cycle-dates-wrong', fields: [{ pointer: '/endsOn' }] })
})

test('a year has one cycle, which starts at the diagnosis', async () => {
  await office.call(createCycle, cycle(2026))
  expect((await office.ask(createCycle, cycle(2026))).problem?.code).toBe('cycle-year-taken')
  expect((await office.call(readCycles, {})).cycles).toMatchObject([{ year: 2026, stage: 'diagnose' }])
})

test('the current cycle is the newest that has begun, and before that the next to come', async () => {
  await office.call(createCycle, cycle(2027))
  const on = (day: string) => app.inInstitution((tx) => currentCycle(tx, app.institutionId, day))
  expect(await on('2025-11-01')).toMatchObject({ year: 2026 })
  expect(await on('2026-12-31')).toMatchObject({ year: 2026 })
  expect(await on('2027-01-01')).toMatchObject({ year: 2027 })
})

test('a cycle moves through its stages; once closed it stays as it is', async () => {
  const { cycles } = await office.call(readCycles, {})
  const cycleId = cycles.find(({ year }) => year === 2026)?.cycleId ?? ''
  await office.call(editCycle, { cycleId, name: { zh: '二〇二六年度', en: '2026' }, startsOn: '2026-01-01', endsOn: '2026-12-30' })
  for (const stage of ['choose', 'design', 'run', 'appraise', 'reward', 'open', 'closed'] as const)
    await office.call(setStage, { cycleId, stage })
  expect((await office.ask(setStage, { cycleId, stage: 'open' })).problem?.code).toBe('cycle-closed')
  const { year: _year, ...rest } = cycle(2026)
  expect((await office.ask(editCycle, { cycleId, ...rest })).problem?.code).toBe('cycle-closed')
  expect((await office.ask(setStage, { cycleId: newId(), stage: 'open' })).status).toBe(404)
})
