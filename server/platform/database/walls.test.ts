import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/testDatabase.ts'
import type { Database, Tx } from './database.ts'
import { inOurSchemas } from './schemas.ts'

const here = '01900000-0000-7000-8000-00000000000a'
const there = '01900000-0000-7000-8000-00000000000b'
let database: Database

const put = (institution: string, name: string) => (tx: Tx) => sql`insert into thing values (${institution}, ${name})`.execute(tx)
const names = async (tx: Tx) => (await sql<{ name: string }>`select name from thing order by name`.execute(tx)).rows.map(({ name }) => name)

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner((tx) =>
    sql`create table thing (institution_id uuid, name text, primary key (institution_id, name)); select protect('thing')`.execute(tx),
  )
  await database.inInstitution(here, put(here, 'ours'))
  await database.inInstitution(there, put(there, 'theirs'))
})
afterAll(() => database?.close())

test('a query sees the rows of the institution it entered and no others', async () => {
  expect(await database.inInstitution(here, names)).toEqual(['ours'])
  expect(await database.inInstitution(there, names)).toEqual(['theirs'])
})

test('a query that forgets its institution sees nothing', async () => {
  const seen = await database.asOwner(async (tx) => {
    await sql`select set_config('role', 'milepost_app', true)`.execute(tx)
    return names(tx)
  })
  expect(seen).toEqual([])
})

test('a row for another institution is refused', async () => {
  await expect(database.inInstitution(here, put(there, 'smuggled'))).rejects.toMatchObject({ code: '42501' })
  const move = database.inInstitution(here, (tx) => sql`update thing set institution_id = ${there}`.execute(tx))
  await expect(move).rejects.toMatchObject({ code: '42501' })
})

test('the owner sees every institution', async () => {
  expect(await database.asOwner(names)).toEqual(['ours', 'theirs'])
})

test.each(['commit', 'roll-back'])('role and institution are gone after the %s', async (ending) => {
  const work = database.inInstitution(here, async () => {
    if (ending === 'roll-back') throw new Error('no')
  })
  await work.catch(() => {})
  const { rows } = await database.asOwner((tx) =>
    sql<{ role: string; institution: string }>`
      select current_user as role, coalesce(current_setting('app.institution', true), '') as institution`.execute(tx),
  )
  expect(rows).toEqual([{ role: expect.not.stringMatching('milepost_app'), institution: '' }])
})

test('every table with an institution is walled in', async () => {
  const open = await database.asOwner(async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select relation.relname as name from pg_class relation join pg_attribute field on field.attrelid = relation.oid
      where ${inOurSchemas('relation.relnamespace')} and relation.relkind = 'r' and field.attname = 'institution_id'
        and not (relation.relrowsecurity and relation.relforcerowsecurity)`.execute(tx)
    return rows.map(({ name }) => name)
  })
  expect(open).toEqual(['institution'])
})

test('the audit trail can be added to and read, not changed', async () => {
  for (const change of [sql`update audit_event set action = 'x'`, sql`delete from audit_event`]) {
    await expect(database.inInstitution(here, (tx) => change.execute(tx))).rejects.toMatchObject({ code: '42501' })
  }
})
