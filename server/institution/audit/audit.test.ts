import { readAuditTrail, verifyAuditTrail } from '@milepost/contract/institution/audit'
import { setStage } from '@milepost/contract/institution/cycleSteps'
import { createCycle, readCycles } from '@milepost/contract/institution/cycles'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'

let app: TestApp
let auditor: Client
beforeAll(async () => {
  app = await openTestApp()
  auditor = await app.signIn(['audit-admin'], { name: '审计员' })
  const office = await app.signIn(['performance-office'], { name: '绩效_办' })
  await office.call(createCycle, { year: 2026, name: { zh: '2026年度考核', en: '' }, startsOn: '2026-01-01', endsOn: '2026-12-31' })
  const cycleId = (await office.call(readCycles, {})).cycles[0]?.cycleId ?? ''
  for (let i = 0; i < 60; i++) for (const stage of ['design', 'choose'] as const) await office.call(setStage, { cycleId, stage })
})
afterAll(() => app.close())

test('who may read the trail: the office that is audited may not', async () => {
  const office = await app.signIn(['performance-office', 'leader'])
  const system = await app.signIn(['system-admin'])
  expect((await app.visitor.ask(readAuditTrail, {})).status).toBe(401)
  expect((await office.ask(readAuditTrail, {})).status).toBe(403)
  expect((await system.ask(readAuditTrail, {})).status).toBe(403)
  expect((await auditor.ask(readAuditTrail, { before: -1 })).status).toBe(422)
})

test('the trail is read newest first, page by page, without gap or repetition', async () => {
  const seen: number[] = []
  for (let before: number | undefined; ; ) {
    const page = await auditor.call(readAuditTrail, { before })
    seen.push(...page.events.map(({ seq }) => seq))
    if (page.next === null) break
    before = page.next
  }
  expect(seen).toEqual(Array.from({ length: seen.length }, (_each, i) => seen.length - i))
  expect(seen.length).toBe(121)
})

test('the trail is filtered by action, actor and subject; wildcards are letters', async () => {
  const created = await auditor.call(readAuditTrail, { action: 'cycle-created' })
  expect(created.events).toMatchObject([{ actorName: '绩效_办', subjectKind: 'cycle', detail: expect.stringContaining('2026') }])
  expect(created.actions).toEqual(['cycle-created', 'stage-set'])
  expect((await auditor.call(readAuditTrail, { actor: '绩效_' })).events).toHaveLength(100)
  expect((await auditor.call(readAuditTrail, { actor: '%%' })).events).toEqual([])
  expect((await auditor.call(readAuditTrail, { subject: created.events[0]?.subjectId ?? '' })).events).toHaveLength(100)
})

test('a number or a range, as a printed report names it, is found without turning pages', async () => {
  const numbers = async (no: string) => (await auditor.call(readAuditTrail, { no })).events.map(({ seq }) => seq)
  expect(await numbers('7')).toEqual([7])
  expect(await numbers('3–5')).toEqual([5, 4, 3])
  expect(await numbers('5 - 3')).toEqual([5, 4, 3])
  expect(await numbers('5000')).toEqual([])
  expect((await auditor.call(readAuditTrail, { no: '1-4', action: 'cycle-created' })).events.map(({ seq }) => seq)).toEqual([1])
  expect((await auditor.ask(readAuditTrail, { no: 'seven' })).status).toBe(422)
})

test('the program cannot change or remove an event', async () => {
  const change = app.inInstitution((tx) =>
    tx.updateTable('audit_event').set({ actor_name: 'x' }).where('institution_id', '=', app.institutionId).execute(),
  )
  await expect(change).rejects.toThrow(/permission denied/)
  const removal = app.inInstitution((tx) => tx.deleteFrom('audit_event').where('institution_id', '=', app.institutionId).execute())
  await expect(removal).rejects.toThrow(/permission denied/)
})

test('the chain is intact, and whoever verified it stands in the trail', async () => {
  expect(await auditor.call(verifyAuditTrail, {})).toMatchObject({ intact: true, events: 121 })
  expect((await auditor.call(readAuditTrail, { action: 'audit-trail-verified' })).events).toMatchObject([{ actorName: '审计员' }])
})

test('an event changed behind the program’s back is named', async () => {
  await app.database.asOwner((tx) =>
    sql`update audit_event set actor_name = 'somebody else' where institution_id = ${app.institutionId} and seq = 7`.execute(tx),
  )
  expect(await auditor.call(verifyAuditTrail, {})).toEqual({ intact: false, firstBrokenSeq: 7, because: 'content' })
})
