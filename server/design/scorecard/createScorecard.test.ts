import { createScorecard, readScorecard } from '@milepost/contract/design/scorecard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { insertCycle } from '../testing/bureau.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('who is not signed in, has another role or sends nonsense is refused', async () => {
  const cycleId = await insertCycle(app, 2026)
  const input = { cycleId, from: 'template' } as const
  expect((await app.visitor.ask(createScorecard, input)).status).toBe(401)
  expect((await (await app.signIn(['employee'])).ask(createScorecard, input)).status).toBe(403)
  const office = await app.signIn(['performance-office'])
  expect((await office.ask(createScorecard, { ...input, cycleId: 'x' })).status).toBe(422)
  expect((await office.ask(createScorecard, { ...input, cycleId: '0190a000-0000-7000-8000-000000000000' })).status).toBe(404)
})

test('the template brings four perspectives, eighteen objectives, their links and a card of 21 measures that total 100 %', async () => {
  const office = await app.signIn(['performance-office'])
  const cycleId = await insertCycle(app, 2027)
  await office.call(createScorecard, { cycleId, from: 'template' })
  const view = await office.call(readScorecard, { cycleId })
  expect(view.scorecard?.perspectives.map((one) => [one.code, one.weightBp])).toEqual([
    ['PS', 3500],
    ['IP', 3000],
    ['LG', 2000],
    ['FB', 1500],
  ])
  expect(view.scorecard?.objectives).toHaveLength(18)
  expect(view.scorecard?.links.length).toBeGreaterThan(15)
  const lines = view.card?.perspectives.flatMap((one) => one.objectives.flatMap((objective) => objective.measures)) ?? []
  expect(lines).toHaveLength(21)
  expect(lines.reduce((sum, line) => sum + line.weightBp, 0)).toBe(10_000)
  expect(lines.find((line) => line.code === 'PS01')).toMatchObject({
    rule: { kind: 'floor_target_stretch', direction: 'up', floor: '75', target: '88', stretch: '93' },
    computedFrom: 'pavement',
    valuesOf: { kind: 'institution' },
  })
  expect(view.lint.filter((finding) => finding.severity === 'blocks')).toEqual([])
})

test('a cycle has one scorecard', async () => {
  const office = await app.signIn(['performance-office'])
  const cycleId = await insertCycle(app, 2028)
  await office.call(createScorecard, { cycleId, from: 'empty' })
  const again = await office.ask(createScorecard, { cycleId, from: 'template' })
  expect(again.problem?.code).toBe('scorecard-exists')
  expect((await office.call(readScorecard, { cycleId })).scorecard?.objectives).toEqual([])
})
