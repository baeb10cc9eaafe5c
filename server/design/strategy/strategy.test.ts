import {
  createScorecard,
  readScorecard,
  removeLink,
  removeObjective,
  saveLink,
  saveObjective,
  savePerspectives,
} from '@milepost/contract/design/scorecard'
import { listPerspectiveTemplates, placeObjectives, saveThemes } from '@milepost/contract/design/strategy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { insertBureau, insertCycle } from '../testing/bureau.ts'

let app: TestApp
let office: Client
let leader: Client
let cycleId: string
let scorecardId: string
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'])
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
    themeId: null,
    ownerPersonId: null,
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
      themeId: null,
      ownerPersonId: null,
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
    themeId: null,
    ownerPersonId: null,
  })
  expect(twice.problem?.code).toBe('code-taken')
  const link = {
    scorecardId,
    fromObjectiveId: cause,
    toObjectiveId: effect,
    sign: '+',
    lagPeriods: 2,
    rationale: name('养护及时，路面更平'),
    strength: 'strong',
    ownerPersonId: null,
    reviewOn: '2026-12-01',
  } as const
  await office.call(saveLink, link)
  await office.call(saveLink, { ...link, lagPeriods: 1 })
  expect((await read()).links).toEqual([
    {
      fromObjectiveId: cause,
      toObjectiveId: effect,
      sign: '+',
      lagPeriods: 1,
      rationale: link.rationale,
      strength: 'strong',
      ownerPersonId: null,
      reviewOn: '2026-12-01',
    },
  ])
  expect((await office.ask(saveLink, { ...link, toObjectiveId: cause })).problem?.fields[0]?.pointer).toBe('/toObjectiveId')
  expect((await office.ask(saveLink, { ...link, reviewOn: '2026-13-01' })).problem?.fields[0]?.pointer).toBe('/reviewOn')
  expect((await leader.ask(saveLink, link)).status).toBe(403)
  await office.call(removeObjective, { scorecardId, objectiveId: cause })
  expect((await read()).links).toEqual([])
  expect((await office.ask(removeLink, { scorecardId, fromObjectiveId: cause, toObjectiveId: effect })).status).toBe(404)
})

test('an objective has a theme and an owner in service; a theme that goes leaves its objectives standing', async () => {
  const [first] = (await read()).perspectives
  if (!first) throw new Error('there is a perspective')
  const staff = await insertStaff()
  await office.call(saveThemes, {
    scorecardId,
    themes: [
      { themeId: null, name: name('平安公路') },
      { themeId: null, name: name('为民服务') },
    ],
  })
  const [safe, service] = (await read()).themes
  if (!safe || !service) throw new Error('two were saved')
  expect((await leader.ask(saveThemes, { scorecardId, themes: [] })).status).toBe(403)
  const unnamed = await office.ask(saveThemes, { scorecardId, themes: [{ themeId: null, name: { zh: ' ', en: '' } }] })
  expect(unnamed.problem?.fields[0]?.pointer).toBe('/themes/0/name')
  const objective = {
    scorecardId,
    objectiveId: null,
    perspectiveId: first.perspectiveId,
    code: 'T1',
    name: name('畅'),
    statement: none,
    findingId: null,
  }
  const gone = await office.ask(saveObjective, { ...objective, themeId: safe.themeId, ownerPersonId: staff.left })
  expect(gone.problem?.fields[0]).toMatchObject({ pointer: '/ownerPersonId', text: { en: expect.stringContaining('has left') } })
  const { objectiveId } = await office.call(saveObjective, { ...objective, themeId: safe.themeId, ownerPersonId: staff.here })
  const view = await office.call(readScorecard, { cycleId })
  expect(view.people).toEqual([{ personId: staff.here, name: '苏晴', hasLeft: false }])
  await office.call(saveThemes, { scorecardId, themes: [{ themeId: service.themeId, name: name('服务') }] })
  const after = await read()
  expect(after.themes.map((one) => one.name.zh)).toEqual(['服务'])
  expect(after.objectives.find((one) => one.objectiveId === objectiveId)).toMatchObject({ themeId: null, ownerPersonId: staff.here })
})

test('objectives are placed by hand, move to another perspective, and are laid out by themselves again; what is gone is named', async () => {
  const { perspectives, objectives } = await read()
  const [here, there] = perspectives
  const moved = objectives[0]
  if (!here || !there || !moved) throw new Error('two perspectives and an objective')
  const place = { objectiveId: moved.objectiveId, perspectiveId: there.perspectiveId, place: { x: 300, y: 20 } }
  expect((await leader.ask(placeObjectives, { scorecardId, places: [place] })).status).toBe(403)
  const wrong = await office.ask(placeObjectives, { scorecardId, places: [place, { ...place, perspectiveId: scorecardId }] })
  expect(wrong.problem?.fields[0]?.pointer).toBe('/places/1/perspectiveId')
  await office.call(placeObjectives, { scorecardId, places: [place] })
  const found = async () => (await read()).objectives.find((one) => one.objectiveId === moved.objectiveId)
  expect(await found()).toMatchObject({ perspectiveId: there.perspectiveId, place: { x: 300, y: 20 } })
  await office.call(placeObjectives, { scorecardId, places: [{ ...place, perspectiveId: here.perspectiveId, place: null }] })
  expect(await found()).toMatchObject({ perspectiveId: here.perspectiveId, place: null })
})

test('two templates of perspectives, each to 100 %, the public or the governing effect on top, marked as a proposal', async () => {
  const { templates, verified } = await office.call(listPerspectiveTemplates, {})
  expect(templates.map(({ code, perspectives }) => [code, perspectives[0]?.name.zh])).toEqual([
    ['public', '公众与利益相关方'],
    ['government', '治理成效'],
  ])
  for (const { perspectives } of templates) expect(perspectives.reduce((sum, one) => sum + one.weightBp, 0)).toBe(10_000)
  expect(verified).toBe(false)
  expect((await leader.ask(listPerspectiveTemplates, {})).status).toBe(403)
})

/** One person in service and one who has left. */
async function insertStaff() {
  const { people } = await insertBureau(app, 2031)
  const [here, left] = [people.get('E1') ?? '', people.get('W2') ?? '']
  await app.inInstitution((tx) =>
    tx
      .updateTable('person')
      .set({ left_on: '2025-06-30' })
      .where('institution_id', '=', app.institutionId)
      .where('person_id', '=', left)
      .execute(),
  )
  return { here, left }
}
