import {
  createAccount,
  createAccountsForPeople,
  grantUnitHeads,
  issueLinks,
  readAccounts,
  setAccountState,
  setRoles,
  unlockAccount,
} from '@milepost/contract/institution/accounts'
import { importPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { openBrowser } from '../testing/browser.ts'
import { PEOPLE, POSTS, sheet, UNITS } from '../testing/sheets.ts'

let app: TestApp
let system: Client
let security: Client
beforeAll(async () => {
  app = await openTestApp()
  system = await app.signIn(['system-admin'], { name: 'System' })
  await system.call(importUnits, { step: 'save' }, sheet(UNITS))
  await system.call(importPosts, { step: 'save' }, sheet(POSTS))
  await system.call(importPeople, { step: 'save' }, sheet(PEOPLE))
})
afterAll(() => app.close())

const list = async () => (await system.call(readAccounts, {})).accounts
const accountOf = async (username: string) => {
  const found = (await list()).find((account) => account.username === username)
  if (!found) throw new Error(`no account ${username}`)
  return found
}

describe('who may do what with accounts', () => {
  test('reading, creating and granting are different offices', async () => {
    expect((await app.visitor.ask(readAccounts, {})).status).toBe(401)
    const office = await app.signIn(['performance-office'])
    expect((await office.ask(readAccounts, {})).status).toBe(403)
    expect((await office.ask(createAccountsForPeople, {})).status).toBe(403)
    expect((await system.ask(setRoles, { accountId: newId(), roles: [] })).status).toBe(403)
    expect((await system.ask(grantUnitHeads, {})).status).toBe(403)
    expect((await system.ask(createAccount, { username: 'a b', displayName: '' })).status).toBe(422)
  })

  test('the system administrator names the first security administrator and no second one', async () => {
    expect((await system.call(readAccounts, {})).vacantRoles).toContain('security-admin')
    await system.call(createAccount, { username: 'Anquan', displayName: '安全员', firstSecurityAdministrator: true })
    expect(await accountOf('anquan')).toMatchObject({ roles: ['security-admin'], hasPassword: false })
    const again = await system.ask(createAccount, { username: 'second', displayName: '又一位', firstSecurityAdministrator: true })
    expect(again.problem?.code).toBe('security-admin-exists')
    security = await app.signIn(['security-admin'])
    expect((await security.ask(createAccount, { username: 'third', displayName: '某人' })).status).toBe(403)
    expect((await security.ask(issueLinks, { accountIds: [newId()] })).status).toBe(403)
  })

  test('a user name is taken once, whatever its case', async () => {
    const answer = await system.ask(createAccount, { username: 'ANQUAN', displayName: '重名' })
    expect(answer.problem?.code).toBe('username-taken')
  })

  test('a new account has no rights and no password', async () => {
    await system.call(createAccount, { username: 'shenji', displayName: '审计员' })
    expect(await accountOf('shenji')).toMatchObject({ roles: [], hasPassword: false, linkUntil: null })
  })
})

describe('accounts for people', () => {
  test('everybody in service gets one, named by the employee number, with no more than the employee role', async () => {
    expect(await system.call(createAccountsForPeople, {})).toEqual({ created: 4, usernamesTaken: [] })
    expect(await accountOf('1003')).toMatchObject({
      displayName: '欧阳静',
      roles: ['employee'],
      person: { employeeNo: '1003', unit: { zh: '养护科' } },
    })
    expect(await system.call(createAccountsForPeople, {})).toEqual({ created: 0, usernamesTaken: [] })
  })

  test('whoever heads a unit is granted the role by the security administrator', async () => {
    expect((await security.call(readAccounts, {})).headsWithoutRole).toBe(2)
    expect(await security.call(grantUnitHeads, {})).toEqual({ granted: 2 })
    expect((await accountOf('1002')).roles).toEqual(['unit-head', 'employee'])
    expect((await security.call(readAccounts, {})).headsWithoutRole).toBe(0)
  })
})

describe('separation of administrators', () => {
  test('two administrators are never one account', async () => {
    const { accountId } = await accountOf('shenji')
    for (const roles of [
      ['system-admin', 'security-admin'],
      ['audit-admin', 'performance-office'],
      ['security-admin', 'audit-admin', 'employee'],
    ] as const) {
      const answer = await security.ask(setRoles, { accountId, roles: [...roles] })
      expect([answer.status, answer.problem?.code]).toEqual([422, 'roles-conflict'])
    }
    await security.call(setRoles, { accountId, roles: ['audit-admin', 'employee'] })
    expect((await accountOf('shenji')).roles).toEqual(['employee', 'audit-admin'])
  })

  test('nor two accounts of one person', async () => {
    const person = (await accountOf('1003')).person
    const second = await app.signIn(['audit-admin'], { personId: person?.personId ?? '' })
    const answer = await security.ask(setRoles, { accountId: (await accountOf('1003')).accountId, roles: ['performance-office'] })
    expect(answer.problem?.code).toBe('roles-conflict')
    await system.call(setAccountState, { accountId: second.accountId ?? '', state: 'disabled' })
    expect((await security.ask(setRoles, { accountId: (await accountOf('1003')).accountId, roles: ['performance-office'] })).status).toBe(
      200,
    )
  })

  test('nobody changes their own roles or state', async () => {
    const roles = await security.ask(setRoles, { accountId: security.accountId ?? '', roles: ['security-admin', 'leader'] })
    expect(roles.problem?.code).toBe('roles-own')
    const state = await system.ask(setAccountState, { accountId: system.accountId ?? '', state: 'disabled' })
    expect(state.problem?.code).toBe('roles-own')
  })

  test('nobody can be made the public', async () => {
    const { accountId } = await accountOf('shenji')
    expect((await security.ask(setRoles, { accountId, roles: ['public' as 'employee'] })).status).toBe(422)
  })

  test('new roles end the sessions of the account', async () => {
    const leader = await app.signIn(['employee'])
    await security.call(setRoles, { accountId: leader.accountId ?? '', roles: ['leader'] })
    expect((await leader.ask(readAccounts, {})).status).toBe(401)
  })
})

describe('one-time links', () => {
  test('a link sets the password, is given out once, and a newer one replaces it', async () => {
    const { accountId } = await accountOf('1004')
    const first = await system.call(issueLinks, { accountIds: [accountId] })
    const second = await system.keyed('links-0001').call(issueLinks, { accountIds: [accountId] })
    // an act that is sent again is answered from what was kept, but links are kept nowhere
    expect(await app.inInstitution((tx) => tx.selectFrom('sent_act').select('answer').execute())).toEqual([])
    const address = (path = '') => `/api/links/${path.replace('/link/', '')}`
    expect(second.links).toMatchObject([{ username: '1004', displayName: '李强', unit: { zh: '一工区' } }])
    expect(JSON.stringify(await list())).not.toContain(second.links[0]?.path.slice(6, 40))

    const visitor = openBrowser(app)
    const password = { password: 'shovel-and-salt-9' }
    expect((await visitor.ask('POST', address(first.links[0]?.path), password)).code).toBe('link-spent')
    expect((await visitor.ask('POST', address(second.links[0]?.path), password)).status).toBe(200)
    expect((await visitor.ask('POST', address(second.links[0]?.path), password)).code).toBe('link-spent')
    const worker = openBrowser(app)
    expect((await worker.ask('POST', '/api/session', { username: '1004', ...password })).status).toBe(200)
    expect(await accountOf('1004')).toMatchObject({ hasPassword: true, linkUntil: null })
  })

  test('links can be issued for many at once, never for an account that is not there or disabled', async () => {
    const ids = (await list()).filter(({ username }) => username.startsWith('100')).map(({ accountId }) => accountId)
    expect((await system.call(issueLinks, { accountIds: ids })).links).toHaveLength(4)
    expect((await system.ask(issueLinks, { accountIds: [...ids, newId()] })).status).toBe(404)
  })

  test('the token is nowhere in the database nor in the audit trail', async () => {
    const { links } = await system.call(issueLinks, { accountIds: [(await accountOf('1001')).accountId] })
    const token = links[0]?.path.slice('/link/'.length).split('?')[0] ?? 'none'
    const stored = await app.inInstitution(async (tx) => [
      await tx.selectFrom('account_link').selectAll().where('institution_id', '=', app.institutionId).execute(),
      await tx.selectFrom('audit_event').selectAll().where('institution_id', '=', app.institutionId).execute(),
    ])
    expect(token.length).toBeGreaterThan(40)
    expect(JSON.stringify(stored)).not.toContain(token)
  })
})

test('disabling puts somebody out at once and spends their links', async () => {
  const { accountId } = await accountOf('1001')
  const { links } = await system.call(issueLinks, { accountIds: [accountId] })
  await system.call(setAccountState, { accountId, state: 'disabled' })
  const spent = await openBrowser(app).ask('POST', `/api/links/${links[0]?.path.replace('/link/', '')}`, { password: 'shovel-and-salt-9' })
  expect(spent.code).toBe('link-spent')
  await system.call(setAccountState, { accountId, state: 'active' })
  expect(await accountOf('1001')).toMatchObject({ state: 'active' })
})

test('a locked account is unlocked by the system administrator', async () => {
  for (let i = 0; i < 5; i++) await openBrowser(app).ask('POST', '/api/session', { username: '1004', password: `wrong-${i}` })
  const { accountId, lockedUntil } = await accountOf('1004')
  expect(lockedUntil).not.toBeNull()
  await system.call(unlockAccount, { accountId })
  expect((await accountOf('1004')).lockedUntil).toBeNull()
  expect((await openBrowser(app).ask('POST', '/api/session', { username: '1004', password: 'shovel-and-salt-9' })).status).toBe(200)
})
