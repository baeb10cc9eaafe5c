import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsFolder } from '../testing/migrationsFolder.ts'
import { openTestDatabase } from '../testing/testDatabase.ts'
import type { Database } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'

let database: Database
let folder: string

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const history = () => database.asOwner((tx) => tx.selectFrom('schema_migration').select('name').orderBy('name').execute())

beforeAll(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'milepost-migrations-'))
  await cp(migrationsFolder, folder, { recursive: true })
})
afterAll(async () => {
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

test('a database that is up to date is left alone', async () => {
  const total = (await readMigrations(folder)).length
  expect(await migrate(database, folder)).toEqual({ applied: [], already: total })
})

test('new migrations are applied in the order of their numbers, each once', async () => {
  await write('9002_second.sql', 'insert into first values (2); create table second (n int)')
  await write('9001_first.sql', '-- several statements\ncreate table first (n int);\ninsert into first values (1);')
  const [report, atTheSameTime] = await Promise.all([migrate(database, folder), migrate(database, folder)])
  expect([...report.applied, ...atTheSameTime.applied].sort()).toEqual(['9001_first', '9002_second'])
  const { rows } = await database.asOwner((tx) => sql`select n from first order by n`.execute(tx))
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
})

test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
  await write('9003_broken.sql', 'create table third (n int); insert into nowhere values (1)')
  await expect(migrate(database, folder)).rejects.toThrow('The migration 9003_broken failed: relation "nowhere" does not exist')
  const { rows } = await database.asOwner((tx) => sql`select to_regclass('third')::text as third`.execute(tx))
  expect(rows).toEqual([{ third: null }])
  expect((await history()).at(-1)).toEqual({ name: '9002_second' })
  await rm(join(folder, '9003_broken.sql'))
})

test('a file changed after it was applied is refused', async () => {
  await write('9002_second.sql', 'create table second (n bigint)')
  await expect(migrate(database, folder)).rejects.toThrow('The migration 9002_second was changed after it had been applied')
  await write('9002_second.sql', 'insert into first values (2); create table second (n int)')
})

test('other line ends are not a change', async () => {
  await write('9001_first.sql', '-- several statements\r\ncreate table first (n int);\r\ninsert into first values (1);')
  expect((await migrate(database, folder)).applied).toEqual([])
})

test('a file that would come before one already applied is refused', async () => {
  await write('9000_late.sql', 'create table late (n int)')
  await expect(migrate(database, folder)).rejects.toThrow('The migration 9000_late comes before 9001_first')
  await rm(join(folder, '9000_late.sql'))
})

test('a database used with a newer version is refused', async () => {
  await rm(join(folder, '9002_second.sql'))
  await expect(migrate(database, folder)).rejects.toThrow('9002_second, which this version of Milepost does not know')
})

test('a file without a number is refused', async () => {
  await write('second.sql', '')
  await expect(readMigrations(folder)).rejects.toThrow('must be named like')
})
