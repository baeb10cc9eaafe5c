import { createHash } from 'node:crypto'
import { holdCycle, readCycles, readHolds, setUpNextCycle } from '@milepost/contract/institution/cycles'
import { readMyTasks } from '@milepost/contract/institution/tasks'
import { recordCheckIn } from '@milepost/contract/run/checkIns'
import { attachEvidence, confirmIncident, downloadEvidence, readIncidents, recordIncident } from '@milepost/contract/run/incidents'
import { planInitiative, readInitiatives, settleInitiative } from '@milepost/contract/run/initiatives'
import { createPeriods } from '@milepost/contract/run/periods'
import { closeReview, downloadMinutes, openReview, readReview, saveReviewItem } from '@milepost/contract/run/reviews'
import { importValues } from '@milepost/contract/run/values'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type RunScene, seedRunScene } from '../testing/runScene.ts'

/** What happens on the way through the year: incidents with evidence, initiatives with their effect, minutes on paper, a pause, the next year. */

let app: TestApp
let scene: RunScene
let office: Client
let leader: Client
let chen: Client
let za: string
let measureId: string
const values = (rows: string) =>
  office.call(importValues, { step: 'save' }, { name: 'v.csv', bytes: `指标编码,填报对象,期间,实际值\n${rows}\n` })

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2026-04-20T02:00:00Z')
  scene = await seedRunScene(app)
  measureId = await scene.addMeasure({ code: 'LVL', frequency: 'quarter' })
  za = await scene.addCard({ unitId: scene.units.ZA }, [{ measureId, weightBp: 10000, rule: { kind: 'ratio_up', target: '100' } }])
  office = await app.signIn(['performance-office'], { name: '绩效办' })
  leader = await app.signIn(['leader'], { name: '局长' })
  chen = await app.signIn(['unit-head'], { personId: scene.people.chen, name: '陈工' })
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['quarter'], dueAfterDays: 15 })
  await values('LVL,ZA,2026Q1,40')
}, 60_000)
afterAll(() => app.close())

describe('a critical incident', () => {
  const given = {
    happenedOn: '2026-03-12',
    sign: 'plus' as const,
    what: '夜间塌方，独自设置警示并引导三十余车改道。',
    effect: '没有发生次生事故。',
  }
  const lin = () => app.signIn(['employee'], { personId: scene.people.lin, name: '林工' })
  const read = async (client: Client) => client.ask(readIncidents, { cycleId: scene.cycleId, personId: scene.people.lin })
  const pdf = strToU8('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj')
  let incidentId: string

  test('is written down by the head, about somebody of the own unit, on a day of a cycle that has come', async () => {
    const record = (client: Client, more: object = {}) => client.ask(recordIncident, { personId: scene.people.lin, ...given, ...more })
    expect([
      (await record(await lin())).status,
      (await record(await app.signIn(['unit-head'], { personId: scene.people.lin }))).status,
    ]).toEqual([403, 403])
    expect((await record(chen, { happenedOn: '2026-05-01' })).problem?.code).toBe('check-in-day-wrong')
    expect((await record(chen, { what: '好' })).problem?.fields[0]?.pointer).toBe('/what')
    const { status, body } = await record(chen)
    expect(status).toBe(200)
    incidentId = body.incidentId
  })

  test('takes evidence that is what its name says, without macros; nothing else is kept', async () => {
    const attach = (name: string, bytes: Uint8Array) => chen.ask(attachEvidence, { incidentId }, { name, bytes })
    const macro = zipSync({ 'word/document.xml': strToU8('<x/>'), 'word/vbaProject.bin': strToU8('x') })
    const wrong = await attach('照片.jpg', pdf)
    expect([wrong.status, wrong.problem?.code, wrong.problem?.fields[0]?.pointer]).toEqual([422, 'evidence-refused', '/file'])
    expect([wrong.problem?.text.zh, wrong.problem?.text.en]).toEqual([
      expect.stringContaining('第46条'),
      expect.stringContaining('Art. 46'),
    ])
    expect(wrong.problem?.fields[0]?.text.zh).toContain('内容与扩展名不符')
    expect((await attach('说明.docx', macro)).problem?.fields[0]?.text.en).toContain('carries macros')
    const kept = await attach('认定书.pdf', pdf)
    expect(kept.body.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    expect((await attach('又一份.pdf', pdf)).problem?.code).toBe('evidence-known')
    const { incidents } = (await read(chen)).body
    expect(incidents[0]?.files).toMatchObject([{ name: '认定书.pdf', size: pdf.length }])
    const fileId = incidents[0]?.files[0]?.fileId ?? ''
    const back = await chen.ask(downloadEvidence, { fileId })
    expect(Buffer.compare(back.bytes, Buffer.from(pdf))).toBe(0)
    expect((await (await app.signIn(['unit-head'], { personId: scene.people.zhou })).ask(downloadEvidence, { fileId })).status).not.toBe(
      500,
    )
    expect((await (await app.signIn(['system-admin'])).ask(downloadEvidence, { fileId })).status).toBe(403)
  })

  test('is read and answered by the person, and then stays as it is', async () => {
    const own = await lin()
    expect((await chen.ask(confirmIncident, { incidentId, says: '' })).status).toBe(403)
    const toRead = async () => (await own.call(readMyTasks, {})).tasks.filter(({ key }) => key.startsWith('run.incident.')).length
    expect(await toRead()).toBe(1)
    expect((await own.ask(confirmIncident, { incidentId, says: '当晚还有同事支援。' })).status).toBe(200)
    expect(await toRead()).toBe(0)
    expect((await own.ask(confirmIncident, { incidentId, says: '' })).status).toBe(409)
    expect((await chen.ask(attachEvidence, { incidentId }, { name: 'b.pdf', bytes: strToU8('%PDF-1.4 b') })).status).toBe(409)
    expect((await read(own)).body.incidents).toMatchObject([{ personSays: '当晚还有同事支援。' }])
  })

  test('sent twice by a phone that never heard the answer is one; another account is another', async () => {
    const phone = chen.keyed('sent-from-the-road')
    const sent = { personId: scene.people.lin, ...given, what: '暴雨中连夜排查三处涵洞，及时封闭一处。' }
    const answers = await Promise.all([1, 2, 3].map(() => phone.ask(recordIncident, sent)))
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200])
    expect(new Set(answers.map((one) => one.body.incidentId)).size).toBe(1)
    const { incidents } = (await read(chen)).body
    expect(incidents.filter((one) => one.what === sent.what)).toHaveLength(1)
  })
})

describe('an initiative', () => {
  const plan = (client: Client, more: object = {}) =>
    client.ask(planInitiative, {
      ...{ cardId: za, measureId, name: '增派两个巡查班组', ownerPersonId: scene.people.zhou },
      ...{ startsOn: '2026-04-21', dueOn: '2026-06-30', valuePromised: '80', ...more },
    })
  const only = async (client: Client) => (await client.call(readInitiatives, { cycleId: scene.cycleId })).initiatives[0]

  test('promises a value for a measure of the unit’s own card; a promise without effect or a day gone by is refused', async () => {
    const zhou = await app.signIn(['unit-head'], { personId: scene.people.zhou, name: '周站长' })
    expect((await plan(chen)).status).toBe(403)
    expect((await plan(zhou, { valuePromised: '40', dueOn: '2026-04-01' })).problem?.fields.map((one) => one.pointer)).toEqual([
      '/dueOn',
      '/dueOn',
      '/valuePromised',
    ])
    expect((await plan(zhou)).status).toBe(200)
    expect(await only(zhou)).toMatchObject({ valueBefore: '40', valuePromised: '80', valueNow: '40', state: 'running', toCheck: false })
  })

  test('is looked at by somebody else when its day has come: what came stands beside what was promised', async () => {
    app.setNow('2026-07-10T02:00:00Z')
    office = await app.signIn(['performance-office'], { name: '绩效办' })
    leader = await app.signIn(['leader'], { name: '局长' })
    await values('LVL,ZA,2026Q2,90')
    const found = await only(leader)
    expect(found).toMatchObject({ toCheck: true, maySettle: true })
    const settle = { initiativeId: found?.initiativeId ?? '', verdict: 'partly' as const, finding: '二季度明显好转，尚未达到承诺。' }
    expect((await (await app.signIn(['unit-head'], { personId: scene.people.zhou })).ask(settleInitiative, settle)).status).toBe(403)
    expect((await leader.ask(settleInitiative, settle)).status).toBe(200)
    expect((await leader.ask(settleInitiative, settle)).problem?.code).toBe('initiative-settled')
    const settled = await only(office)
    expect(settled).toMatchObject({ state: 'done', verdict: 'partly', valueBefore: '40', checkedBy: '局长' })
    expect(settled?.valueAfter).toBe(settled?.valueNow)
  })
})

test('the minutes of a review are a Word file in either language, a draft until the meeting is closed', async () => {
  const meeting = { cycleId: scene.cycleId, title: '半年绩效分析会', heldOn: '2026-07-10', chair: '局长', present: '班子成员' }
  const { reviewId } = await leader.call(openReview, meeting)
  const words = async (language: 'zh' | 'en') => {
    const { status, bytes } = await leader.ask(downloadMinutes, { reviewId, language })
    expect(status).toBe(200)
    return strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  }
  expect(await words('zh')).toContain('草稿')
  const { items } = await leader.call(readReview, { reviewId })
  for (const item of items) {
    const decided = {
      discussion: '原因已查明',
      decision: '限期整改',
      action: '增派班组',
      ownerPersonId: scene.people.zhou,
      dueOn: '2026-08-31',
    }
    await leader.call(saveReviewItem, { itemId: item.itemId, version: item.version, ...decided })
  }
  const { hash } = await leader.call(closeReview, { reviewId })
  const closed = await words('en')
  expect([closed.includes(hash), closed.includes('draft'), closed.includes('半年绩效分析会')]).toEqual([true, false, true])
  expect((await (await app.signIn(['employee'])).ask(downloadMinutes, { reviewId, language: 'zh' })).status).toBe(403)
})

describe('a cycle', () => {
  const hold = (client: Client, act: 'paused' | 'resumed' | 'cancelled', reason = '机构改革，暂缓考核') =>
    client.ask(holdCycle, { cycleId: scene.cycleId, act, reason })

  test('that is paused by a leader takes nothing until it is resumed; in a draft there is nothing to pause', async () => {
    expect((await hold(office, 'paused')).status).toBe(403)
    expect((await hold(leader, 'paused')).problem?.code).toBe('cycle-hold-not-open')
    await app.standAt(scene.cycleId, 'run')
    expect((await hold(leader, 'paused', '短')).problem?.fields[0]?.pointer).toBe('/reason')
    expect((await hold(leader, 'paused')).status).toBe(200)
    const talk = { personId: scene.people.lin, heldOn: '2026-07-09', progress: '进度正常', support: '无', nextStep: '按计划' }
    chen = await app.signIn(['unit-head'], { personId: scene.people.chen, name: '陈工' })
    const refused = await office.ask(createPeriods, { cycleId: scene.cycleId, kinds: ['month'], dueAfterDays: 5 })
    expect([refused.status, refused.problem?.code, refused.problem?.text.zh]).toEqual([
      409,
      'cycle-on-hold',
      expect.stringContaining('已暂停'),
    ])
    expect((await hold(leader, 'resumed')).status).toBe(200)
    expect((await chen.ask(recordCheckIn, talk)).status).toBe(200)
    const { holds, mayPause } = await office.call(readHolds, { cycleId: scene.cycleId })
    expect([holds.map((one) => one.act), mayPause]).toEqual([['paused', 'resumed'], true])
  })

  test('is the template of the next year: dates a year on, the same periods with the same grace; once', async () => {
    expect((await leader.ask(setUpNextCycle, { cycleId: scene.cycleId })).status).toBe(403)
    expect(await office.call(setUpNextCycle, { cycleId: scene.cycleId })).toMatchObject({ year: 2027, periods: 4, members: 0, left: [] })
    expect((await office.ask(setUpNextCycle, { cycleId: scene.cycleId })).problem?.code).toBe('cycle-year-taken')
    const next = (await office.call(readCycles, {})).cycles.find((one) => one.year === 2027)
    expect(next).toMatchObject({ name: { zh: '2027 年' }, startsOn: '2027-01-01', endsOn: '2027-12-31', stage: 'diagnose', hold: 'none' })
    const due = await app.inInstitution((tx) =>
      tx
        .selectFrom('period')
        .select('due_on')
        .where('cycle_id', '=', next?.cycleId ?? '')
        .orderBy('due_on')
        .execute(),
    )
    expect(due.map((one) => one.due_on)).toEqual(['2027-04-15', '2027-07-15', '2027-10-15', '2028-01-15'])
  })

  test('that is cancelled keeps what it holds, takes nothing, and frees its year', async () => {
    expect((await hold(leader, 'cancelled')).status).toBe(200)
    expect([(await hold(leader, 'resumed')).status, (await hold(leader, 'paused')).status]).toEqual([409, 409])
    const { cycles, currentCycleId } = await office.call(readCycles, {})
    expect(cycles.find((one) => one.cycleId === scene.cycleId)?.hold).toBe('cancelled')
    expect(currentCycleId).not.toBe(scene.cycleId)
    await app.standAt(scene.cycleId, 'reward')
    expect((await office.call(readHolds, { cycleId: scene.cycleId })).mayCancel).toBe(false)
  })
})
