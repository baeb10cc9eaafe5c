import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/testDatabase.ts'
import type { Database, Tx } from './database.ts'

const institution = '01900000-0000-7000-8000-00000000000a'
let database: Database

const value = async (tx: Tx, expression: string) =>
  (await sql<{ it: unknown }>`select ${sql.raw(expression)} as it`.execute(tx)).rows[0]?.it

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner((tx) =>
    sql`create table tally (institution_id uuid, name text, n int, primary key (institution_id, name)); select protect('tally')`.execute(
      tx,
    ),
  )
})
afterAll(() => database?.close())

test('work that throws leaves nothing behind', async () => {
  const work = database.inInstitution(institution, async (tx) => {
    await sql`insert into tally values (${institution}, 'left', 1)`.execute(tx)
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await database.inInstitution(institution, (tx) => value(tx, `(select count(*)::int from tally where name = 'left')`))).toBe(0)
})

test('a transaction inside a transaction is refused instead of waiting for ever', async () => {
  const nested = database.inInstitution(institution, () => database.inInstitution(institution, async () => 1))
  await expect(nested).rejects.toThrow('already open')
})

test('work started by a finished transaction may open one of its own', async () => {
  const later = await database.inInstitution(institution, async () => ({
    work: wait(20).then(() => database.asOwner((tx) => value(tx, '1'))),
  }))
  expect(await later.work).toBe(1)
})

test('a hundred callers at once are all served', async () => {
  await database.inInstitution(institution, (tx) => sql`insert into tally values (${institution}, 'sum', 0)`.execute(tx))
  const add = () => database.inInstitution(institution, (tx) => sql`update tally set n = n + 1 where name = 'sum'`.execute(tx))
  await Promise.all(Array.from({ length: 100 }, add))
  expect(await database.inInstitution(institution, (tx) => value(tx, `(select n from tally where name = 'sum')`))).toBe(100)
})

test.each(['40001', '40P01'])('work that had to give way (%s) is run again, once', async (code) => {
  const runs: number[] = []
  const givesWay = (times: number) => async (tx: Tx) => {
    runs.push(1)
    if (runs.length <= times) await sql`do $$ begin raise exception 'gave way' using errcode = '${sql.raw(code)}'; end $$`.execute(tx)
    return 'done'
  }
  expect(await database.inInstitution(institution, givesWay(1))).toBe('done')
  expect(runs).toHaveLength(2)
  runs.length = 0
  await expect(database.inInstitution(institution, givesWay(2))).rejects.toMatchObject({ code })
  expect(runs).toHaveLength(2)
})

test('values arrive as what they are: days and decimals as text, whole numbers as numbers, instants as dates', async () => {
  const read = (expression: string) => database.inInstitution(institution, (tx) => value(tx, expression))
  expect(await read(`date '2026-02-28'`)).toBe('2026-02-28')
  expect(await read(`array[date '2026-02-28', null]`)).toEqual(['2026-02-28', null])
  expect(await read(`1.50::numeric`)).toBe('1.50')
  expect(await read(`array[1.50::numeric]`)).toEqual(['1.50'])
  expect(await read(`9007199254740991::bigint`)).toBe(9007199254740991)
  expect(await read(`array[7::bigint]`)).toEqual([7])
  expect(await read(`'{}'::bigint[]`)).toEqual([])
  expect(await read(`timestamptz '2026-03-02T09:00:00+08'`)).toEqual(new Date('2026-03-02T01:00:00Z'))
  expect(await read(`array['甲,乙', '"']`)).toEqual(['甲,乙', '"'])
  expect(await read(`timestamptz '2026-03-02T23:30:00Z'::date`)).toBe('2026-03-02')
})

test('a whole number that cannot be carried exactly is an error, never a rounded number', async () => {
  const read = database.inInstitution(institution, (tx) => value(tx, `9007199254740993::bigint`))
  await expect(read).rejects.toThrow('too large to be carried exactly')
})

test('a large row and a large answer pass unharmed', async () => {
  const text = '路'.repeat(1_000_000)
  const echo = await database.inInstitution(institution, (tx) =>
    sql<{ it: string }>`select ${text}::text as it from generate_series(1, 5)`.execute(tx),
  )
  expect(echo.rows.map(({ it }) => it === text)).toEqual([true, true, true, true, true])
})

// the embedded engine's clock has tests of its own
if (process.env.MILEPOST_TEST_DATABASE === 'postgres') {
  test('on PostgreSQL a query that runs too long, and a neglected transaction, are ended by the server', async () => {
    const hurried = await openTestDatabase({ deadlineMs: 300 })
    await expect(hurried.inInstitution(institution, (tx) => value(tx, 'pg_sleep(10)'))).rejects.toMatchObject({ code: '57014' })
    const neglected = hurried.inInstitution(institution, async (tx) => {
      await wait(900)
      return value(tx, '1')
    })
    await expect(neglected).rejects.toThrow()
    expect(await hurried.inInstitution(institution, (tx) => value(tx, '1'))).toBe(1)
    await hurried.close()
  })
}
