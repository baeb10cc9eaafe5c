import { readMyTasks } from '@milepost/contract/institution/tasks'
import { confirmCheckIn, readCheckIns, readCheckInsOf, recordCheckIn } from '@milepost/contract/run/checkIns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { checkInsOf } from '../published.ts'
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
