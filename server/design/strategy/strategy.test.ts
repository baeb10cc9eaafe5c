import {
  createScorecard,
  readScorecard,
  removeLink,
  removeObjective,
  saveLink,
  saveObjective,
  savePerspectives,
} from '@milepost/contract/design/scorecard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { insertCycle } from '../testing/bureau.ts'

let app: TestApp
let office: Client
let cycleId: string
let scorecardId: string
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  cycleId = await insertCycle(app, 2026)
  ;({ scorecardId } = await office.call(createScorecard, { cycleId, from: 'empty' }))
})
afterAll(() => app.close())

const read = async () => {
  const { scorecard } = await office.call(readScorecard, { cycleId })
  if (!scorecard) throw new Error('there is a scorecard')
  return scorecard
}
const name = (zh: string) => ({ zh, en: zh })
const none = { zh: '', en: '' }

test('who may not edit is refused, and a weight above 100 % is named', async () => {
  const input = { scorecardId, perspectives: [{ perspectiveId: null, code: 'PS', name: name('公众'), weightBp: 6000 }] }
  expect((await app.visitor.ask(savePerspectives, input)).status).toBe(401)
  expect((await (await app.signIn(['unit-head'])).ask(savePerspectives, input)).status).toBe(403)
  const tooMuch = await office.ask(savePerspectives, {
    scorecardId,
    perspectives: [{ perspectiveId: null, code: 'PS', name: name('公众'), weightBp: 12_000 }],
  })
  expect(tooMuch.problem?.fields[0]?.pointer).toBe('/perspectives/0/weightBp')
})

test('perspectives keep their order, may swap codes, and one that holds objectives stays', async () => {
  const two = [
    { perspectiveId: null, code: 'PS', name: name('公众'), weightBp: 6000 },
    { perspectiveId: null, code: 'IP', name: name('流程'), weightBp: 4000 },
  ]
  await office.call(savePerspectives, { scorecardId, perspectives: two })
  const [ps, ip] = (await read()).perspectives
  if (!ps || !ip) throw new Error('two were saved')
  await office.call(savePerspectives, {
    scorecardId,
    perspectives: [
      { ...ip, code: 'PS' },
      { ...ps, code: 'IP' },
    ],
  })
  expect((await read()).perspectives.map((one) => [one.perspectiveId, one.code])).toEqual([
    [ip.perspectiveId, 'PS'],
    [ps.perspectiveId, 'IP'],
  ])
  await office.call(saveObjective, {
    scorecardId,
    objectiveId: null,
    perspectiveId: ps.perspectiveId,
    code: 'P1',
    name: name('畅通'),
    statement: none,
    findingId: null,
  })
  const gone = await office.ask(savePerspectives, { scorecardId, perspectives: [{ ...ip, code: 'PS' }] })
  expect(gone.problem?.code).toBe('perspective-in-use')
})

test('an objective has a code of its own, and links go with it when it is removed', async () => {
  const [first] = (await read()).perspectives
  if (!first) throw new Error('there is a perspective')
  const add = (code: string) =>
    office.call(saveObjective, {
      scorecardId,
      objectiveId: null,
      perspectiveId: first.perspectiveId,
      code,
      name: name(code),
      statement: none,
      findingId: null,
    })
  const { objectiveId: cause } = await add('I1')
  const { objectiveId: effect } = await add('P2')
  const twice = await office.ask(saveObjective, {
    scorecardId,
    objectiveId: null,
    perspectiveId: first.perspectiveId,
    code: 'I1',
    name: name('x'),
    statement: none,
    findingId: null,
  })
  expect(twice.problem?.code).toBe('code-taken')
  const link = {
    scorecardId,
    fromObjectiveId: cause,
    toObjectiveId: effect,
    sign: '+',
    lagPeriods: 2,
    rationale: name('养护及时，路面更平'),
  } as const
  await office.call(saveLink, link)
  await office.call(saveLink, { ...link, lagPeriods: 1 })
  expect((await read()).links).toEqual([
    { fromObjectiveId: cause, toObjectiveId: effect, sign: '+', lagPeriods: 1, rationale: link.rationale },
  ])
  expect((await office.ask(saveLink, { ...link, toObjectiveId: cause })).problem?.code).toBe('objective-unknown')
  await office.call(removeObjective, { scorecardId, objectiveId: cause })
  expect((await read()).links).toEqual([])
  expect((await office.ask(removeLink, { scorecardId, fromObjectiveId: cause, toObjectiveId: effect })).status).toBe(404)
})
