import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { migrationsFolder } from '../testing/migrationsFolder.ts'
import { openTestDatabase } from '../testing/testDatabase.ts'
import { backUpToFile } from './backup.ts'
import { restore } from './restore.ts'

const now = new Date('2026-03-02T01:00:00Z')
const institution = '01900000-0000-7000-8000-00000000000a'
const opened: Database[] = []
let folder: string
/** This program's migrations and one that makes a table of difficult values. */
let migrations: string
let database: Database

const curious = `
  create table curious (institution_id uuid references institution, n bigint, above bigint, value jsonb, days daterange, words text[], amount numeric,
    share double precision, raw bytea, at timestamptz, day date, flag boolean, lasts interval, doubled bigint generated always as (n * 2) stored,
    primary key (institution_id, n), foreign key (institution_id, above) references curious (institution_id, n));
  select protect('curious');
  create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'rows of % stay as they are', tg_table_name; end $$;
  create trigger curious_stays before update or delete on curious for each row execute function refuse_change();
  create trigger curious_is_not_typed_in before insert on curious for each statement when (current_setting('test.typing', true) is null) execute function refuse_change();`

/** Row 1 refers to row 2, which comes after it. */
const difficultRows = `
  set local test.typing = 'yes';
  insert into curious values ('${institution}', 2, null, 'null', 'empty', '{}', 'NaN', 'NaN', '', '-infinity', 'infinity', null, '0'),
    ('${institution}', 1, 2, '{"甲": [1.50, null, "\\"\\n"]}', '[2026-01-01,)', array['a,b', null, '"', '{}', '路'], 0.1000000000000000000000001, 0.1 + 0.2::float8,
      '\\x00ff', '2026-03-02T01:02:03.123456Z', '2026-02-28', true, '1 mon 2 days 03:04:05'),
    ('${institution}', 3, 3, null, null, null, null, null, null, null, null, null, null);
  insert into curious (institution_id, n, value) select '${institution}', n, to_jsonb(repeat('公路', n % 50)) from generate_series(10, 1800) n`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-backup-'))
  migrations = join(folder, 'migrations')
  await cp(migrationsFolder, migrations, { recursive: true })
  await writeFile(join(migrations, '9001_curious.sql'), curious)
  database = await fresh()
  await migrate(database, migrations)
  await database.asOwner(async (tx) => {
    await tx
      .insertInto('institution')
      .values({ institution_id: institution, code: 'A', name_zh: '公路局', name_en: 'Highway bureau' })
      .execute()
    await sql.raw(difficultRows).execute(tx)
  })
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await rm(folder, { recursive: true, force: true })
})

async function fresh(): Promise<Database> {
  const one = await openTestDatabase()
  opened.push(one)
  return one
}

const backUpAs = async (from: Database, name: string) => {
  const path = join(folder, name)
  return { path, report: await backUpToFile(from, { path, now }) }
}

/** Every table's lines, sorted, since a table has no order. */
async function contents(path: string): Promise<Record<string, string[]>> {
  const files = Object.entries(unzipSync(await readFile(path))).filter(([name]) => name.startsWith('tables/'))
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes).split('\n').sort()]))
}

test('what is restored is what was backed up, to the last digit', async () => {
  const { path, report } = await backUpAs(database, 'whole.zip')
  const restored = await fresh()
  expect(await restore(restored, { path, migrations })).toEqual({
    madeAt: now.toISOString(),
    tables: report.tables,
    rows: report.rows,
    migrated: [],
  })
  const again = await backUpAs(restored, 'again.zip')
  const found = await contents(again.path)
  expect(found).toEqual(await contents(path))
  expect(found['tables/curious.jsonl']).toHaveLength(1794 + 1)
})

test('after restoring, references, triggers and walls are in force again', async () => {
  const restored = await fresh()
  await restore(restored, { path: (await backUpAs(database, 'rules.zip')).path, migrations })
  const attempt = (text: string) => restored.asOwner((tx) => sql.raw(text).execute(tx))
  await expect(
    attempt(`set local test.typing = 'yes'; insert into curious (institution_id, n, above) values ('${institution}', 4, 5)`),
  ).rejects.toMatchObject({ code: '23503' })
  await expect(attempt('update curious set flag = false')).rejects.toThrow('stay as they are')
  const other = await restored.inInstitution('01900000-0000-7000-8000-00000000000b', (tx) => sql`select n from curious`.execute(tx))
  expect(other.rows).toEqual([])
})

test('a backup of an earlier version goes through the migrations that came after it, which see its rows', async () => {
  const { path } = await backUpAs(database, 'earlier.zip')
  const newer = join(folder, 'newer')
  await cp(migrations, newer, { recursive: true })
  await writeFile(
    join(newer, '9002_count.sql'),
    'create table curious_count (n bigint); insert into curious_count select count(*) from curious',
  )
  const restored = await fresh()
  await migrate(restored, newer)
  await restored.asOwner((tx) => sql`delete from curious_count`.execute(tx))
  expect(await restore(restored, { path, migrations: newer })).toMatchObject({ migrated: ['9002_count'] })
  expect((await restored.asOwner((tx) => sql`select n from curious_count`.execute(tx))).rows).toEqual([{ n: 1794 }])
})

describe('is refused and changes nothing:', () => {
  const rowsOf = async (one: Database) =>
    (await one.asOwner((tx) => sql<{ n: number }>`select count(*) as n from institution`.execute(tx))).rows[0]?.n

  test('restoring into a database that has rows', async () => {
    const { path } = await backUpAs(database, 'full.zip')
    await expect(restore(database, { path, migrations })).rejects.toThrow('The database is not empty')
  })

  test('a backup of a newer version', async () => {
    const { path } = await backUpAs(database, 'newer.zip')
    const older = await fresh()
    await expect(restore(older, { path, migrations: migrationsFolder })).rejects.toThrow('does not know its migration 9001_curious')
    expect(await rowsOf(older)).toBe(0)
  })

  test('a backup that is cut off', async () => {
    const { path } = await backUpAs(database, 'cut.zip')
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, bytes.length * 0.7))
    const target = await fresh()
    await expect(restore(target, { path, migrations })).rejects.toThrow()
    expect(await rowsOf(target)).toBe(0)
  })

  test('a backup in which a value was changed', async () => {
    const { path } = await backUpAs(database, 'changed.zip')
    const files = unzipSync(await readFile(path))
    const name = 'tables/institution.jsonl'
    await writeFile(path, zipSync({ ...files, [name]: strToU8(strFromU8(files[name] ?? new Uint8Array()).replace('公路局', '公路处')) }))
    const target = await fresh()
    await expect(restore(target, { path, migrations })).rejects.toThrow('The backup is damaged: what it holds of institution')
    expect(await rowsOf(target)).toBe(0)
  })

  test('a file that is no backup', async () => {
    const path = join(folder, 'other.zip')
    await writeFile(path, zipSync({ 'letter.txt': strToU8('您好') }))
    await expect(restore(await fresh(), { path, migrations })).rejects.toThrow('This is not a backup of Milepost')
    await writeFile(path, 'plain text')
    await expect(restore(await fresh(), { path, migrations })).rejects.toThrow('This is not a whole backup')
  })
})

// belongs to the run on PostgreSQL, where both engines are at hand
if (process.env.MILEPOST_TEST_DATABASE === 'postgres') {
  test('the embedded database moves to PostgreSQL and back', async () => {
    const template = inject('embeddedTemplate')
    const embedded = await openDatabase({ memory: true, template, migrations })
    const embeddedAgain = await openDatabase({ memory: true, template, migrations })
    opened.push(embedded, embeddedAgain)
    const first = await backUpAs(database, 'postgres.zip')
    await restore(embedded, { path: first.path, migrations })
    const second = await backUpAs(embedded, 'embedded.zip')
    const server = await fresh()
    await restore(server, { path: second.path, migrations })
    const third = await backUpAs(server, 'server.zip')
    await restore(embeddedAgain, { path: third.path, migrations })
    const fourth = await backUpAs(embeddedAgain, 'back.zip')
    const expected = await contents(first.path)
    for (const { path } of [second, third, fourth]) expect(await contents(path)).toEqual(expected)
  })
}
