import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Tx } from '../database/database.ts'
import { newId } from '../newId.ts'
import { openTestDatabase } from '../testing/testDatabase.ts'
import { findActor } from './findActor.ts'
import { hashPassword, passwordIsRight, passwordIsStrong } from './password.ts'
import { endSession, endSessionsOf, findSessionAccount, openSession } from './sessionStore.ts'
import { newToken, tokenHash } from './token.ts'

const START = Date.parse('2026-03-02T01:00:00Z')
const minutesOn = (minutes: number) => new Date(START + minutes * 60_000)

let database: Database
let institutionId: string
beforeAll(async () => {
  database = await openTestDatabase()
  institutionId = newId()
  await database.asOwner((tx) =>
    tx.insertInto('institution').values({ institution_id: institutionId, code: 'HOUSE', name_zh: '局', name_en: 'Bureau' }).execute(),
  )
})
afterAll(() => database.close())
const inside = <T>(work: (tx: Tx) => Promise<T>) => database.inInstitution(institutionId, work)

async function addAccount(given: { roles?: string[]; personId?: string } = {}) {
  const accountId = newId()
  const row = { username: accountId, display_name: '某', roles: given.roles ?? ['employee'], person_id: given.personId ?? null }
  await inside((tx) =>
    tx
      .insertInto('account')
      .values({ institution_id: institutionId, account_id: accountId, ...row })
      .execute(),
  )
  return accountId
}
const seen = (token: string, minutes: number) =>
  inside((tx) => findSessionAccount(tx, { institutionId, token, now: minutesOn(minutes), idleMinutes: 30 }))

describe('a session', () => {
  test('lives while it is used and ends after 30 idle minutes', async () => {
    const accountId = await addAccount()
    const token = await inside((tx) => openSession(tx, { institutionId, accountId, now: minutesOn(0) }))
    for (const minutes of [0, 29, 58, 88]) expect(await seen(token, minutes)).toBe(accountId)
    expect(await seen(token, 88 + 31)).toBeNull()
  })

  test('ends after twelve hours however busy one was', async () => {
    const accountId = await addAccount()
    const token = await inside((tx) => openSession(tx, { institutionId, accountId, now: minutesOn(0) }))
    for (let minutes = 0; minutes < 720; minutes += 20) expect(await seen(token, minutes)).toBe(accountId)
    expect(await seen(token, 719)).toBe(accountId)
    expect(await seen(token, 720)).toBeNull()
  })

  test('is written to at most once a minute', async () => {
    const accountId = await addAccount()
    const token = await inside((tx) => openSession(tx, { institutionId, accountId, now: minutesOn(0) }))
    const lastSeen = async () =>
      (
        await inside((tx) =>
          tx.selectFrom('account_session').select('last_seen_at').where('token_hash', '=', tokenHash(token)).executeTakeFirstOrThrow(),
        )
      ).last_seen_at
    await seen(token, 0.9)
    expect(await lastSeen()).toEqual(minutesOn(0))
    await seen(token, 1.1)
    expect(await lastSeen()).toEqual(minutesOn(1.1))
  })

  test('can be ended, alone or with all others of the account', async () => {
    const [accountId, other] = [await addAccount(), await addAccount()]
    const open = (whose: string) => inside((tx) => openSession(tx, { institutionId, accountId: whose, now: minutesOn(0) }))
    const [first, second, third, others] = [await open(accountId), await open(accountId), await open(accountId), await open(other)]
    await inside((tx) => endSession(tx, institutionId, first))
    expect([await seen(first, 1), await seen(second, 1)]).toEqual([null, accountId])
    await inside((tx) => endSessionsOf(tx, institutionId, accountId))
    expect([await seen(second, 1), await seen(third, 1), await seen(others, 1)]).toEqual([null, null, other])
  })

  test('of a disabled account is no session', async () => {
    const accountId = await addAccount()
    const token = await inside((tx) => openSession(tx, { institutionId, accountId, now: minutesOn(0) }))
    await inside((tx) => tx.updateTable('account').set({ state: 'disabled' }).where('account_id', '=', accountId).execute())
    expect(await seen(token, 1)).toBeNull()
  })

  test('has 256 bits of chance, and is stored as a hash', () => {
    const tokens = new Set(Array.from({ length: 200 }, newToken))
    expect(tokens.size).toBe(200)
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenHash('a')).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the actor behind an account', () => {
  test('holds the posts of the day and heads the units below', async () => {
    const ids = { bureau: newId(), station: newId(), area: newId(), office: newId(), post: newId(), person: newId() }
    await inside(async (tx) => {
      const unit = (unitId: string, parent: string | null) => ({
        institution_id: institutionId,
        unit_id: unitId,
        code: unitId,
        name_zh: '部门',
        name_key: 'bumen',
        kind: 'office',
        parent_unit_id: parent,
      })
      for (const row of [unit(ids.bureau, null), unit(ids.station, ids.bureau), unit(ids.area, ids.station), unit(ids.office, ids.bureau)])
        await tx.insertInto('unit').values(row).execute()
      await tx
        .insertInto('post')
        .values({ institution_id: institutionId, post_id: ids.post, code: 'P', title_zh: '站长', post_class: 'management' })
        .execute()
      await tx
        .insertInto('person')
        .values({
          institution_id: institutionId,
          person_id: ids.person,
          employee_no: '1',
          name: '王',
          name_key: 'wang',
          joined_on: '2020-01-01',
        })
        .execute()
      const held = { institution_id: institutionId, person_id: ids.person, post_id: ids.post }
      await tx
        .insertInto('assignment')
        .values([
          { ...held, assignment_id: newId(), unit_id: ids.office, valid_from: '2020-01-01', valid_to: '2026-02-28', is_head: true },
          { ...held, assignment_id: newId(), unit_id: ids.station, valid_from: '2026-03-01', is_head: true },
          { ...held, assignment_id: newId(), unit_id: ids.bureau, kind: 'concurrent', valid_from: '2026-06-01' },
        ])
        .execute()
    })
    const accountId = await addAccount({ roles: ['unit-head', 'made-up-role'], personId: ids.person })
    const on = (day: string) => inside((tx) => findActor(tx, institutionId, accountId, day))
    expect(await on('2026-02-28')).toMatchObject({ unitId: ids.office, headedUnitIds: [ids.office], roles: ['unit-head'] })
    const march = await on('2026-03-01')
    expect(march?.unitId).toBe(ids.station)
    expect(new Set(march?.headedUnitIds)).toEqual(new Set([ids.station, ids.area]))
    expect((await on('2026-06-01'))?.unitId).toBe(ids.station)
    expect(await on('2019-12-31')).toMatchObject({ unitId: null, headedUnitIds: [] })
  })

  test('is nobody for an account that is unknown', async () => {
    expect(await inside((tx) => findActor(tx, institutionId, newId(), '2026-03-01'))).toBeNull()
  })
})

describe('passwords', () => {
  test('are kept as argon2id, never twice the same', async () => {
    const [one, two] = [await hashPassword('guardrail-2026'), await hashPassword('guardrail-2026')]
    expect(one).toMatch(/^\$argon2id\$/)
    expect(one).not.toBe(two)
    expect(await passwordIsRight(one, 'guardrail-2026')).toBe(true)
    expect(await passwordIsRight(one, 'guardrail-2027')).toBe(false)
    expect(await passwordIsRight(null, 'guardrail-2026')).toBe(false)
  })

  test.each([
    ['guardrail-2026', true],
    ['公路养护一二三四五六七', false],
    ['公路养护-一二三四五六', true],
    ['short-1', false],
    ['onlyletters', false],
    ['1234567890', false],
    ['x-zhangsan-1', false],
    ['x-ZhangSan-1', false],
  ])('%s is strong: %s', (password, strong) => expect(passwordIsStrong(password, 'zhangsan')).toBe(strong))
})
