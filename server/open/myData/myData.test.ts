import { readMyTasks } from '@milepost/contract/institution/tasks'
import { answerCorrection, askCorrection, downloadMyData, readCorrections, readMyData } from '@milepost/contract/open/myData'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type OpenYear, seedOpenYear } from '../testing/openYear.ts'
import { HELD, OTHERWISE } from './held.ts'

let app: TestApp
let scene: OpenYear
let office: Client
let lin: Client

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-01-20T02:00:00Z')
  office = await app.signIn(['performance-office'], { name: '林绩效' })
  scene = await seedOpenYear(app, office)
  const runId = await scene.score(office)
  await scene.addAppraisal(scene.people.lin, {
    runId,
    cardId: scene.cards.lin,
    standing: 'seated',
    proposed: 'excellent',
    grade: 'excellent',
  })
  lin = await app.signIn(['employee'], { personId: scene.people.lin, name: '林工' })
})
afterAll(() => app?.close())

test('everybody reads what is held about oneself, with purpose, ground and time; nobody else’s', async () => {
  expect((await app.visitor.ask(readMyData, {})).status).toBe(401)
  const { kinds } = await lin.call(readMyData, {})
  expect(kinds.map(({ code }) => code)).toEqual([
    'account',
    'post',
    'absence',
    'plan',
    'talk',
    'appraisal',
    'pay',
    'training',
    'record',
    'duty',
    'trail',
  ])
  for (const { purpose, ground, kept, readBy } of kinds)
    for (const said of [purpose, ground, kept, readBy]) expect([said.zh, said.en].every((words) => words.length > 1)).toBe(true)
  const facts = Object.fromEntries(kinds.map(({ code, facts }) => [code, facts.map(({ value }) => value.zh)]))
  expect(facts.post).toContain('1003')
  expect(facts.appraisal).toContain('优秀')
  expect(facts.plan?.join()).toContain('LVL')
  const others = await app.inInstitution((tx) =>
    tx.selectFrom('person').select('employee_no').where('person_id', '!=', scene.people.lin).execute(),
  )
  const said = JSON.stringify(await lin.call(readMyData, {}))
  for (const { employee_no } of others) expect(said).not.toContain(`"${employee_no}"`)
})

test('an account that is nobody on the staff has an account and a trail, and nothing else', async () => {
  const admin = await app.signIn(['system-admin'])
  const { kinds } = await admin.call(readMyData, {})
  expect(kinds.filter(({ facts }) => facts.length > 0).map(({ code }) => code)).toEqual(['account', 'trail'])
})

test('the export holds the same, and that it was taken is in the trail', async () => {
  const shown = await lin.call(readMyData, {})
  const file = JSON.parse((await lin.ask(downloadMyData, {})).bytes.toString())
  expect(file.kinds).toEqual(shown.kinds)
  expect((await lin.call(readMyData, {})).trail[0]).toMatchObject({ action: 'my-data-exported', mine: true })
})

test('a correction is asked for, waits for the office, is answered once, and the answer is read', async () => {
  const wanted = { what: '入职日期', wanted: '应为 2015-07-01，见聘用合同。' }
  expect((await lin.ask(askCorrection, { what: '', wanted: '' })).status).toBe(422)
  const { requestId } = await lin.call(askCorrection, wanted)
  expect((await lin.ask(readCorrections, {})).status).toBe(403)
  expect((await office.call(readMyTasks, {})).tasks.map(({ key }) => key)).toContain('open.correct')
  expect((await office.call(readCorrections, {})).requests).toMatchObject([{ requestId, askedBy: '林工', state: 'open', ...wanted }])
  expect((await lin.ask(answerCorrection, { requestId, outcome: 'corrected', answer: '好的' })).status).toBe(403)
  await office.call(answerCorrection, { requestId, outcome: 'corrected', answer: '已按合同更正。' })
  expect((await office.ask(answerCorrection, { requestId, outcome: 'declined', answer: '再答一次' })).problem?.code).toBe(
    'changed-meanwhile',
  )
  expect((await office.ask(answerCorrection, { requestId: newId(), outcome: 'declined', answer: '没有' })).problem?.code).toBe(
    'changed-meanwhile',
  )
  expect((await office.call(readMyTasks, {})).tasks.map(({ key }) => key)).not.toContain('open.correct')
  expect((await lin.call(readMyData, {})).requests).toMatchObject([{ state: 'corrected', answer: '已按合同更正。', answeredBy: '林绩效' }])
  expect((await office.call(readMyData, {})).requests).toEqual([])
})

test('every table with a person, a card or an appraisal in it is either told on one’s own page or named with the reason why not', async () => {
  const { rows } = await app.database.asOwner((tx) =>
    sql<{ stands: string }>`
      select case when table_schema = 'public' then '' else table_schema || '.' end || table_name || '.' || column_name as stands
      from information_schema.columns
      where table_schema in ('public', 'roster', 'ballot')
        and (column_name like '%person_id' or column_name in ('on_behalf_of', 'card_id', 'appraisal_id'))
        and not (column_name <> 'card_id' and column_name <> 'appraisal_id' and data_type <> 'uuid')`.execute(tx),
  )
  const told = new Set(HELD.map(({ table, column }) => `${table}.${column}`))
  const inSchema = rows.map(({ stands }) => stands).sort()
  // who stands in a row by name needs no telling again by the card or appraisal of the same row
  const byName = (stands: string) => told.has(stands.replace(/\.(card_id|appraisal_id)$/, '.person_id'))
  expect(inSchema.filter((stands) => !told.has(stands) && OTHERWISE[stands] === undefined && !byName(stands))).toEqual([])
  expect([...told, ...Object.keys(OTHERWISE)].filter((stands) => !inSchema.includes(stands))).toEqual([])
  for (const reason of Object.values(OTHERWISE)) expect(reason.length).toBeGreaterThan(6)
})

test('what stands in a table about somebody is on the own page and nobody else’s', async () => {
  await app.inInstitution(async (tx) => {
    const to = { institution_id: app.institutionId, person_id: scene.people.lin }
    const by = { recorded_by: '林绩效', recorded_at: new Date('2026-05-01T01:00:00Z') }
    await tx
      .insertInto('posting')
      .values({ ...to, ...by, posting_id: newId(), kind: 'secondment', host: '省厅', starts_on: '2026-04-01', ends_on: '2026-06-30' })
      .execute()
    await tx
      .insertInto('recognition')
      .values({
        ...to,
        recognition_id: newId(),
        kind: 'commendation',
        given_on: '2026-05-01',
        title: '养护能手',
        reason: '抢修及时',
        document: '路发〔2026〕5号',
        given_by: '领导',
        recorded_at: by.recorded_at,
      })
      .execute()
  })
  const said = async (client: Client) => JSON.stringify((await client.call(readMyData, {})).kinds)
  expect(await said(lin)).toMatch(/类别：借调；单位：省厅；自：2026-04-01；至：2026-06-30/)
  expect(await said(lin)).toMatch(/Kind: secondment; Host: 省厅/)
  expect(await said(lin)).toContain('养护能手')
  const other = await app.signIn(['employee'], { personId: Object.values(scene.people).find((one) => one !== scene.people.lin) ?? '' })
  expect(await said(other)).not.toMatch(/省厅|养护能手/)
})
