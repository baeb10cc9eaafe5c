import { THE_PUBLIC } from '@milepost/access/actor'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { newId } from '../newId.ts'
import { openTestDatabase } from '../testing/testDatabase.ts'
import { appendAudit, CHAIN_START } from './appendAudit.ts'
import { verifyAudit } from './verifyAudit.ts'

let database: Database
let institutionId: string
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  institutionId = newId()
  await database.asOwner((tx) =>
    tx.insertInto('institution').values({ institution_id: institutionId, code: institutionId, name_zh: '局', name_en: 'Bureau' }).execute(),
  )
})

const actor = { ...THE_PUBLIC, name: '周局长' }
const append = (detail: Record<string, unknown> = {}, now = '2026-03-02T01:00:00.123Z') =>
  database.inInstitution(institutionId, (tx) =>
    appendAudit(tx, { institutionId, actor, now: new Date(now), action: 'acted', subject: { kind: 'thing', id: '1', detail } }),
  )
const verify = () => database.inInstitution(institutionId, (tx) => verifyAudit(tx, institutionId))
const behindTheBack = (statement: string) =>
  database.asOwner((tx) => sql.raw(statement.replaceAll('$here', `institution_id = '${institutionId}'`)).execute(tx))

describe('the chain', () => {
  test('is empty and whole before the first act', async () => {
    expect(await verify()).toEqual({ intact: true, events: 0, head: CHAIN_START })
  })

  test('is whole whatever an act says about itself', async () => {
    await append({ zh: '“引号”', nested: { b: [1, 2.5, null, { a: '', 中文: true }] }, big: 9007199254740991, small: 0.1, at: new Date(0) })
    await append({}, '2025-12-31T23:59:59.999Z')
    expect(await verify()).toMatchObject({ intact: true, events: 2 })
  })

  test('is whole for any JSON, as the database gives it back', async () => {
    // the database keeps no NUL and no half characters; a number there is a decimal
    const text = fc.string({ unit: 'grapheme-ascii' })
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(text, tie('any'), { maxKeys: 3 }),
      ),
    })).any
    const details = fc.sample(fc.dictionary(text, value, { maxKeys: 4 }), 25)
    for (const detail of details) await append(detail)
    expect(await verify()).toMatchObject({ intact: true, events: details.length })
  })

  test('two acts at the same moment stand one after the other', async () => {
    await Promise.all(Array.from({ length: 8 }, (_each, at) => append({ at })))
    expect(await verify()).toMatchObject({ intact: true, events: 8 })
  })

  test('an act that is undone leaves no gap', async () => {
    await append()
    const undone = database.inInstitution(institutionId, async (tx) => {
      await appendAudit(tx, { institutionId, actor, now: new Date(), action: 'undone', subject: { kind: 'thing', id: '2' } })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append()
    expect(await verify()).toMatchObject({ intact: true, events: 2 })
  })

  test('of one institution knows nothing of another', async () => {
    await append()
    const first = institutionId
    institutionId = newId()
    await database.asOwner((tx) =>
      tx
        .insertInto('institution')
        .values({ institution_id: institutionId, code: institutionId, name_zh: '局', name_en: 'Bureau' })
        .execute(),
    )
    await append()
    expect(await database.inInstitution(institutionId, (tx) => verifyAudit(tx, first))).toMatchObject({ events: 0 })
    expect(await verify()).toMatchObject({ intact: true, events: 1 })
  })
})

describe('whoever changes the trail behind the program’s back is found at the first broken link', () => {
  test.each([
    ['at', "at = at + interval '1 millisecond'"],
    ['account_id', "account_id = '11111111-1111-4111-8111-111111111111'"],
    ['actor_name', "actor_name = '别人'"],
    ['action', "action = 'acted-otherwise'"],
    ['subject_kind', "subject_kind = 'person'"],
    ['subject_id', "subject_id = '2'"],
    ['detail', `detail = '{"n": 99}'`],
    ['hash', `hash = repeat('a', 64)`],
  ])('%s changed', async (_column, change) => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack(`update audit_event set ${change} where $here and seq = 3`)
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 3, because: 'content' })
  })

  test('the previous hash changed', async () => {
    for (let n = 1; n <= 3; n++) await append({ n })
    await behindTheBack(`update audit_event set prev_hash = repeat('b', 64) where $here and seq = 2`)
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 2, because: 'previous-hash' })
  })

  test('an event taken out of the middle', async () => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack('delete from audit_event where $here and seq = 2')
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 2, because: 'gap' })
  })

  test('the first events taken away', async () => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack('delete from audit_event where $here and seq <= 2')
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 1, because: 'gap' })
  })

  test('the last events cut off', async () => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack('delete from audit_event where $here and seq >= 3')
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 3, because: 'head' })
  })

  test('the last events cut off together with the record of how many there were', async () => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack('delete from audit_event where $here and seq >= 3')
    await behindTheBack('delete from audit_head where $here')
    expect(await verify()).toEqual({ intact: false, firstBrokenSeq: 3, because: 'head' })
  })

  test('two events exchanged', async () => {
    for (let n = 1; n <= 4; n++) await append({ n })
    await behindTheBack('update audit_event set seq = 90 where $here and seq = 2')
    await behindTheBack('update audit_event set seq = 2 where $here and seq = 3')
    await behindTheBack('update audit_event set seq = 3 where $here and seq = 90')
    expect(await verify()).toMatchObject({ intact: false, firstBrokenSeq: 2 })
  })
})

test('the program itself can neither change nor remove an event, nor add one for another institution', async () => {
  await append()
  const other = newId()
  const attempt = (statement: string) => database.inInstitution(institutionId, (tx) => sql.raw(statement).execute(tx))
  await expect(attempt(`update audit_event set actor_name = 'x'`)).rejects.toThrow(/permission denied/)
  await expect(attempt('delete from audit_event')).rejects.toThrow(/permission denied/)
  await expect(attempt('truncate audit_event')).rejects.toThrow(/permission denied/)
  await expect(attempt(`insert into audit_head values ('${other}', 0, 'x')`)).rejects.toThrow(/row-level security|violates/)
  expect(await verify()).toMatchObject({ intact: true, events: 1 })
})
