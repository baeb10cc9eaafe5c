import {
  confirmPrivacyNotice,
  downloadPrivacyPaper,
  publishPrivacyNotice,
  purgeDue,
  readPrivacyNotice,
  readReceipts,
  readRetention,
} from '@milepost/contract/open/privacy'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type RunScene, seedRunScene } from '../../run/testing/runScene.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { tasksOf } from '../published.ts'

let app: TestApp
let scene: RunScene
let office: Client
let employee: Client

beforeAll(async () => {
  app = await openTestApp()
  app.setNow('2027-03-01T02:00:00Z')
  scene = await seedRunScene(app)
  office = await app.signIn(['performance-office'], { name: '林绩效' })
  employee = await app.signIn(['employee'], { personId: scene.people.lin })
})
afterAll(() => app.close())

const noticeTask = (client: Client) =>
  app.inInstitution(async (tx) => {
    const actor = { accountId: client.accountId, personId: null, name: '', roles: ['employee'] as const, unitId: null, headedUnitIds: [] }
    return (await tasksOf(tx, app.institutionId, actor, '2027-03-01')).filter(({ key }) => key === 'open.notice').length
  })

test('the notice is published from the register, read by everybody, and each confirmation is a receipt of that version', async () => {
  expect(await employee.call(readPrivacyNotice, {})).toEqual({ notice: null, readAt: null })
  expect(await noticeTask(employee)).toBe(0)
  expect((await employee.ask(publishPrivacyNotice, { contact: '人事科 0550' })).status).toBe(403)
  expect((await office.ask(publishPrivacyNotice, { contact: '' })).status).toBe(422)
  expect((await employee.ask(confirmPrivacyNotice, { version: 1 })).problem?.code).toBe('notice-not-newest')
  expect(await office.call(publishPrivacyNotice, { contact: '人事科 0550' })).toEqual({ version: 1 })
  expect((await office.ask(publishPrivacyNotice, { contact: '人事科 0550' })).problem?.code).toBe('notice-same')
  const { notice } = await employee.call(readPrivacyNotice, {})
  expect(notice?.body.kinds.map(({ code }) => code)).toContain('pay')
  expect(await noticeTask(employee)).toBe(1)
  await employee.call(confirmPrivacyNotice, { version: 1 })
  await employee.call(confirmPrivacyNotice, { version: 1 })
  expect(await noticeTask(employee)).toBe(0)
  const receipts = await office.call(readReceipts, {})
  expect([receipts.read, receipts.accounts, receipts.missing.length]).toEqual([1, receipts.accounts, receipts.accounts - 1])
  expect((await employee.ask(readReceipts, {})).status).toBe(403)
  // a new version is read anew; the old receipt stays
  await office.call(publishPrivacyNotice, { contact: '人事科 0551' })
  expect((await employee.call(readPrivacyNotice, {})).readAt).toBeNull()
  expect((await employee.ask(confirmPrivacyNotice, { version: 1 })).problem?.code).toBe('notice-not-newest')
  await expect(app.inInstitution((tx) => sql`delete from notice_receipt`.execute(tx))).rejects.toThrow(/permission denied/)
})

test('what has outlived its time is counted, erased by name and logged; what has not stays', async () => {
  const institution_id = app.institutionId
  const absent = (person_id: string) => ({
    institution_id,
    absence_id: newId(),
    person_id,
    kind: 'sick',
    starts_on: '2024-03-04',
    ends_on: '2024-03-08',
  })
  await app.inInstitution(async (tx) => {
    await tx.updateTable('person').set({ left_on: '2026-01-31' }).where('person_id', '=', scene.people.chen).execute()
    await tx.updateTable('person').set({ left_on: '2026-12-31' }).where('person_id', '=', scene.people.zhou).execute()
    await tx
      .insertInto('absence')
      .values([absent(scene.people.chen), absent(scene.people.zhou), absent(scene.people.lin)])
      .execute()
    const said = { institution_id, said_on: '2024-01-05', said: '路灯不亮', state: 'answered', answer: '已修复', answered_on: '2024-02-01' }
    await tx
      .insertInto('public_feedback')
      .values([
        { ...said, feedback_id: newId(), shown: true },
        { ...said, feedback_id: newId(), shown: false },
      ])
      .execute()
  })
  for (const roles of [['employee'], ['leader'], ['audit-admin']] as const)
    expect((await (await app.signIn(roles)).ask(readRetention, {})).status).toBe(403)
  const due = async () => Object.fromEntries((await office.call(readRetention, {})).kinds.map((one) => [one.kind, one.due]))
  expect(await due()).toMatchObject({ absences: 1, feedback: 1, requests: 0, 'check-ins': 0 })
  const purge = (expected: number) => office.ask(purgeDue, { kind: 'absences', expected, reason: '按保存期限清除' })
  expect((await purge(2)).problem?.code).toBe('purge-changed')
  expect((await office.ask(purgeDue, { kind: 'everything' as 'absences', expected: 1, reason: '按保存期限清除' })).status).toBe(422)
  expect((await purge(1)).body).toEqual({ erased: 1 })
  expect(await due()).toMatchObject({ absences: 0, feedback: 1 })
  const left = await app.inInstitution((tx) => tx.selectFrom('absence').select('person_id').execute())
  expect(left.map((row) => row.person_id).sort()).toEqual([scene.people.zhou, scene.people.lin].sort())
  const security = await app.signIn(['security-admin'])
  const { log } = await security.call(readRetention, {})
  expect(log.map(({ kind, erased, purgedBy, beforeDay }) => [kind, erased, purgedBy, beforeDay])).toEqual([
    ['absences', 1, '林绩效', '2026-02-28'],
  ])
})

test('register and impact assessment are filled from configuration and records', async () => {
  const wordsOf = async (paper: 'register' | 'impact', language: 'zh' | 'en') =>
    new TextDecoder().decode(unzipSync((await office.ask(downloadPrivacyPaper, { paper, language })).bytes)['word/document.xml'])
  const register = await wordsOf('register', 'zh')
  for (const words of ['人事科 0551', '绩效工资', '离职满 1 年', '已执行清除 1 次']) expect(register).toContain(words)
  const impact = await wordsOf('impact', 'en')
  for (const words of ['30 idle minutes', 'fewer than 5 people', 'Version 2 of the notice, confirmed by 0 of'])
    expect(impact).toContain(words)
  expect((await employee.ask(downloadPrivacyPaper, { paper: 'impact', language: 'zh' })).status).toBe(403)
})
