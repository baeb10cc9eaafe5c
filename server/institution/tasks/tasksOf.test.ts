import type { Role } from '@milepost/access/actor'
import { createAccount, createAccountsForPeople, grantUnitHeads, setRoles } from '@milepost/contract/institution/accounts'
import { openCalendarYear } from '@milepost/contract/institution/calendar'
import { createCycle } from '@milepost/contract/institution/cycles'
import { importPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { tasksOf } from '../published.ts'
import { changed, PEOPLE, POSTS, sheet, UNITS } from '../testing/sheets.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const tasksFor = async (role: Role, day = '2026-03-02') => {
  const actor = { accountId: null, personId: null, name: '', roles: [role], unitId: null, headedUnitIds: [] }
  const tasks = await app.inInstitution((tx) => tasksOf(tx, app.institutionId, actor, day))
  return tasks.map(({ key }) => key.replace('institution.', ''))
}

test('each line disappears when it is done, and only whoever can do it is asked', async () => {
  const system = await app.signIn(['system-admin'])
  const office = await app.signIn(['performance-office'])
  expect(await tasksFor('system-admin')).toEqual(['import-units', 'name-security-admin'])
  expect(await tasksFor('performance-office')).toEqual(['import-units', 'create-cycle', 'open-calendar'])
  expect(await tasksFor('employee')).toEqual([])

  await office.call(importUnits, { step: 'save' }, sheet(UNITS))
  expect(await tasksFor('performance-office')).toEqual(['import-people', 'create-cycle', 'open-calendar'])
  await office.call(importPosts, { step: 'save' }, sheet(POSTS))
  await office.call(importPeople, { step: 'save' }, sheet(PEOPLE))
  await office.call(openCalendarYear, { year: 2026 })
  await office.call(createCycle, { year: 2026, name: { zh: '2026年度', en: '' }, startsOn: '2026-01-01', endsOn: '2026-12-31' })
  expect(await tasksFor('performance-office')).toEqual([])
  expect(await tasksFor('performance-office', '2026-11-20'), 'no cycle of the year to come').toEqual([])
  await office.call(createCycle, { year: 2027, name: { zh: '2027年度', en: '' }, startsOn: '2027-01-01', endsOn: '2027-12-31' })
  expect(await tasksFor('performance-office', '2026-11-01')).toEqual([])
  expect(await tasksFor('performance-office', '2026-11-20'), 'its working days are known by then').toEqual(['open-calendar'])
  await office.call(openCalendarYear, { year: 2027 })
  expect(await tasksFor('performance-office', '2026-11-20')).toEqual([])

  expect(await tasksFor('system-admin')).toEqual(['name-security-admin', 'create-accounts'])
  await system.call(createAccountsForPeople, {})
  await system.call(createAccount, { username: 'anquan', displayName: '安全员', firstSecurityAdministrator: true })
  expect(await tasksFor('system-admin')).toEqual([])

  const security = await app.signIn(['security-admin'])
  expect(await tasksFor('security-admin')).toEqual(['grant-audit-admin', 'grant-unit-heads'])
  await security.call(grantUnitHeads, {})
  const { accountId } = await system.call(createAccount, { username: 'shenji', displayName: '审计员' })
  await security.call(setRoles, { accountId, roles: ['audit-admin'] })
  expect(await tasksFor('security-admin')).toEqual([])

  await office.call(importPeople, { step: 'save' }, sheet(changed(PEOPLE, 3, { 离职日期: '2026-02-28' })))
  expect(await tasksFor('system-admin')).toEqual(['disable-departed'])
})
