import { readAccounts } from '@milepost/contract/institution/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/newId.ts'
import { hashPassword } from '../../platform/session/password.ts'
import { openTestApp, type TestApp } from '../../testing/testApp.ts'
import { initialiseInstitution } from '../initialise.ts'
import { openBrowser } from '../testing/browser.ts'

const PASSWORD = 'guardrail-2026'
const START = '2026-03-02T01:00:00Z'

let app: TestApp
let passwordHash: string
beforeAll(async () => {
  app = await openTestApp()
  passwordHash = await hashPassword(PASSWORD)
})
afterAll(() => app.close())

async function addAccount(username: string, roles: string[] = ['employee'], state = 'active') {
  const accountId = newId()
  await app.inInstitution((tx) =>
    tx
      .insertInto('account')
      .values({
        institution_id: app.institutionId,
        account_id: accountId,
        username,
        display_name: username,
        password_hash: passwordHash,
        roles,
        state,
      })
      .execute(),
  )
  return accountId
}
const signIn = (username: string, password = PASSWORD) => {
  const browser = openBrowser(app)
  return browser.ask('POST', '/api/session', { institution: 'TEST', username, password }).then((answer) => ({ browser, answer }))
}
const minutesLater = (minutes: number) => app.setNow(new Date(Date.parse(START) + minutes * 60_000).toISOString())
const who = async (browser: ReturnType<typeof openBrowser>) => {
  const { body } = await browser.ask('GET', '/api/session')
  return (body as { actor: { name: string } | null }).actor?.name ?? null
}

describe('signing in', () => {
  test('with the right password, whatever the case of the user name', async () => {
    await addAccount('li.na')
    const { browser, answer } = await signIn('Li.Na')
    expect(answer.status).toBe(200)
    expect(await who(browser)).toBe('li.na')
  })

  test('the cookie cannot be read by scripts nor sent along from other sites', async () => {
    const response = await app.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { institution: 'TEST', username: 'li.na', password: PASSWORD },
    })
    expect(response.cookies[0]).toMatchObject({ name: 'milepost', httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = (await signIn('li.na', 'wrong-password-1')).answer
    const unknown = (await signIn('nobody.here', 'wrong-password-1')).answer
    expect([wrong.status, wrong.code]).toEqual([401, 'credentials-wrong'])
    expect(unknown.body).toEqual(wrong.body)
  })

  test('an account without a password lets nobody in', async () => {
    await addAccount('no.password')
    await app.inInstitution((tx) =>
      tx
        .updateTable('account')
        .set({ password_hash: null })
        .where('institution_id', '=', app.institutionId)
        .where('username', '=', 'no.password')
        .execute(),
    )
    for (const password of ['', ' ', 'null', 'password', PASSWORD])
      expect((await signIn('no.password', password)).answer.status).not.toBe(200)
  })

  test('a disabled account is told so only with the right password', async () => {
    await addAccount('gone', ['employee'], 'disabled')
    expect((await signIn('gone', 'wrong-password-1')).answer.code).toBe('credentials-wrong')
    expect((await signIn('gone')).answer.code).toBe('account-disabled')
  })

  test('five wrong passwords lock the account for fifteen minutes, for the right password too', async () => {
    minutesLater(0)
    await addAccount('locked.out')
    for (let i = 0; i < 5; i++) expect((await signIn('locked.out', `wrong-password-${i}`)).answer.code).toBe('credentials-wrong')
    expect((await signIn('locked.out')).answer).toMatchObject({ status: 423, code: 'account-locked' })
    minutesLater(14)
    expect((await signIn('locked.out')).answer.code).toBe('account-locked')
    minutesLater(16)
    expect((await signIn('locked.out')).answer.status).toBe(200)
    minutesLater(0)
  })

  test('four wrong passwords and a right one start the count again', async () => {
    await addAccount('clumsy')
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await signIn('clumsy', `wrong-password-${i}`)
      expect((await signIn('clumsy')).answer.status).toBe(200)
    }
  })

  test('no account is made with a password of its own: a fresh institution has no account at all', async () => {
    const { institutionId } = await initialiseInstitution(app.database, app.services.library, {
      code: 'FRESH',
      name: { zh: '新局', en: 'New' },
      demo: false,
      now: new Date(START),
    })
    const accounts = await app.database.inInstitution(institutionId, (tx) =>
      tx.selectFrom('account').selectAll().where('institution_id', '=', institutionId).execute(),
    )
    expect(accounts).toEqual([])
  })
})

describe('how a session ends', () => {
  test('by signing out', async () => {
    const { browser } = await signIn('li.na')
    const kept = browser.cookie
    expect((await browser.ask('DELETE', '/api/session')).status).toBe(200)
    expect(await who(browser)).toBeNull()
    expect(await who(openBrowser(app, kept))).toBeNull()
  })

  test('after half an hour without a request, but not while somebody works', async () => {
    minutesLater(0)
    const { browser } = await signIn('li.na')
    minutesLater(29)
    expect(await who(browser)).toBe('li.na')
    minutesLater(58)
    expect(await who(browser)).toBe('li.na')
    minutesLater(58 + 31)
    expect(await who(browser)).toBeNull()
    minutesLater(0)
  })

  test('after twelve hours, however busy one was', async () => {
    const { browser } = await signIn('li.na')
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      minutesLater(minutes)
      expect(await who(browser)).toBe('li.na')
    }
    minutesLater(12 * 60)
    expect(await who(browser)).toBeNull()
    minutesLater(0)
  })

  test('when the account is disabled', async () => {
    const accountId = await addAccount('leaves.now')
    const { browser } = await signIn('leaves.now')
    await app.inInstitution((tx) =>
      tx
        .updateTable('account')
        .set({ state: 'disabled' })
        .where('institution_id', '=', app.institutionId)
        .where('account_id', '=', accountId)
        .execute(),
    )
    expect(await who(browser)).toBeNull()
  })
})

describe('one-time links', () => {
  test('the link makes the first administrator, once', async () => {
    const fresh = { code: 'LINK', name: { zh: '链接局', en: 'Link Bureau' }, demo: false, now: new Date(START) }
    const { firstAdministratorLink } = await initialiseInstitution(app.database, app.services.library, fresh)
    const visitor = openBrowser(app)
    const address = `/api/links/${firstAdministratorLink}?institution=LINK`
    const seen = await visitor.ask('GET', address)
    expect(seen.body).toMatchObject({ purpose: 'first-administrator', username: null, institution: { zh: '链接局' } })

    expect((await visitor.ask('POST', address, { username: 'chief', password: 'short' })).code).toBe('password-weak')
    expect((await visitor.ask('POST', address, { username: 'chief', password: 'chief-password-1' })).code).toBe('password-weak')
    expect((await visitor.ask('POST', address, { username: 'chief', password: PASSWORD })).status).toBe(200)
    expect((await visitor.ask('POST', address, { username: 'second', password: PASSWORD })).code).toBe('link-spent')
    expect((await visitor.ask('GET', address)).code).toBe('link-spent')

    const chief = openBrowser(app)
    expect((await chief.ask('POST', '/api/session', { institution: 'LINK', username: 'chief', password: PASSWORD })).status).toBe(200)
    expect((await chief.ask('GET', readAccounts.path)).body).toMatchObject({ accounts: [{ username: 'chief', roles: ['system-admin'] }] })
  })

  test('the link ends after a day', async () => {
    const fresh = { code: 'LATE', name: { zh: '迟到局', en: 'Late Bureau' }, demo: false, now: new Date(START) }
    const { firstAdministratorLink } = await initialiseInstitution(app.database, app.services.library, fresh)
    minutesLater(24 * 60 + 1)
    expect((await openBrowser(app).ask('GET', `/api/links/${firstAdministratorLink}?institution=LATE`)).code).toBe('link-spent')
    minutesLater(0)
  })

  test('a link of one institution is nothing in another', async () => {
    const fresh = { code: 'OTHER', name: { zh: '他局', en: 'Other Bureau' }, demo: false, now: new Date(START) }
    const { firstAdministratorLink } = await initialiseInstitution(app.database, app.services.library, fresh)
    expect((await openBrowser(app).ask('GET', `/api/links/${firstAdministratorLink}?institution=TEST`)).code).toBe('link-spent')
  })
})

describe('walls', () => {
  test('a write from a foreign page is refused', async () => {
    const { browser } = await signIn('li.na')
    const change = { current: PASSWORD, next: 'another-word-2026' }
    expect((await browser.ask('PUT', '/api/session/password', change, { origin: 'https://evil.example' })).code).toBe('origin-refused')
    expect((await browser.ask('PUT', '/api/session/password', change, { origin: 'null' })).code).toBe('origin-refused')
    expect(
      (
        await openBrowser(app).ask(
          'POST',
          '/api/session',
          { institution: 'TEST', username: 'li.na', password: PASSWORD },
          { origin: 'https://evil.example' },
        )
      ).code,
    ).toBe('origin-refused')
  })

  test('a cookie moved to another institution finds nothing', async () => {
    const { institutionId } = await initialiseInstitution(app.database, app.services.library, {
      code: 'MOVED',
      name: { zh: '邻局', en: 'Next Bureau' },
      demo: false,
      now: new Date(START),
    })
    const { browser } = await signIn('li.na')
    const token = browser.cookie?.split('.').at(-1)
    const moved = openBrowser(app, `milepost=${institutionId}.${token}`)
    expect(await who(moved)).toBeNull()
    expect((await moved.ask('GET', '/api/units')).status).toBe(401)
  })

  test('without permission one does not learn whether a thing exists', async () => {
    const { browser } = await signIn('li.na')
    const known = await addAccount('known')
    const roles = { roles: ['employee'] }
    const there = await browser.ask('PUT', `/api/accounts/${known}/roles`, roles)
    const notThere = await browser.ask('PUT', `/api/accounts/${newId()}/roles`, roles)
    const notEvenAnId = await browser.ask('PUT', '/api/accounts/whatever/roles', {})
    expect(there.status).toBe(403)
    expect(notThere.body).toEqual(there.body)
    expect(notEvenAnId.body).toEqual(there.body)
    expect((await browser.ask('GET', `/api/people/${newId()}`)).status).toBe(403)
  })

  test('one-click sign-in works in a demonstration only', async () => {
    expect((await openBrowser(app).ask('POST', '/api/session/demo', { username: 'li.na' })).code).toBe('demo-only')
  })
})

test('changing the password needs the present one, and the new one works', async () => {
  await addAccount('changer')
  const { browser } = await signIn('changer')
  expect((await browser.ask('PUT', '/api/session/password', { current: 'wrong-password-1', next: 'new-guardrail-27' })).code).toBe(
    'credentials-wrong',
  )
  expect((await browser.ask('PUT', '/api/session/password', { current: PASSWORD, next: 'short' })).code).toBe('password-weak')
  expect((await browser.ask('PUT', '/api/session/password', { current: PASSWORD, next: 'new-guardrail-27' })).status).toBe(200)
  expect((await signIn('changer')).answer.code).toBe('credentials-wrong')
  expect((await signIn('changer', 'new-guardrail-27')).answer.status).toBe(200)
})
