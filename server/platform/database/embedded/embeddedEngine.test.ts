import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrationsFolder } from '../../testing/migrationsFolder.ts'
import { type Database, databaseOn, Interruption, type Tx } from '../database.ts'
import { embeddedMajor } from './dataFolder.ts'
import { type EmbeddedEngine, openEmbeddedEngine } from './embeddedEngine.ts'

const institution = '01900000-0000-7000-8000-00000000000a'
const deadlineMs = 2500
let folder: string
let engine: EmbeddedEngine
let database: Database

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-engine-'))
  engine = await openEmbeddedEngine({ folder, template: inject('embeddedTemplate'), deadlineMs })
  database = databaseOn(engine, { migrations: migrationsFolder, deadlineMs })
  await database.asOwner((tx) =>
    sql`create table note (institution_id uuid, text text, primary key (institution_id, text)); select protect('note')`.execute(tx),
  )
})
afterAll(async () => {
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

const write = (text: string) =>
  database.inInstitution(institution, (tx) => sql`insert into note values (${institution}, ${text})`.execute(tx))
const notes = async (tx: Tx) => (await sql<{ text: string }>`select text from note order by text`.execute(tx)).rows.map(({ text }) => text)
const readNotes = () => database.inInstitution(institution, notes)

test('the engine is the PostgreSQL that data folders are marked with', async () => {
  const { rows } = await engine.pool.query(`select current_setting('server_version_num')::int / 10000 as major`)
  expect(rows).toEqual([{ major: embeddedMajor }])
})

test('every commit reaches the disk before it is confirmed, and reading does not trouble the disk', async () => {
  const settings = await engine.pool.query(`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method`)
  expect(settings.rows).toEqual([{ fsync: 'on', method: 'fsync' }])
  for (let n = 0; n < 50; n++) {
    const before = engine.syncs()
    await write(`synced ${n}`)
    expect(engine.syncs()).toBeGreaterThan(before)
  }
  const before = engine.syncs()
  for (let n = 0; n < 50; n++) await readNotes()
  expect(engine.syncs()).toBe(before)
  await database.inInstitution(institution, (tx) => sql`delete from note`.execute(tx))
})

test('a query that runs too long is ended with a clear error; everyone else waits, and nothing confirmed is lost', async () => {
  await write('confirmed')
  const runaway = database.inInstitution(institution, async (tx) => {
    await sql`insert into note values (${institution}, 'never confirmed')`.execute(tx)
    await sql`select count(*) from generate_series(1, 1000000000000)`.execute(tx)
  })
  const waiting = [readNotes(), write('waited')]
  await expect(runaway).rejects.toThrow(new Interruption('query-overdue', deadlineMs))
  expect(await waiting[0]).toEqual(['confirmed'])
  await waiting[1]
  expect(await readNotes()).toEqual(['confirmed', 'waited'])
})

test('a transaction that is opened and then neglected is rolled back, so that others may go on', async () => {
  const neglected = database.inInstitution(institution, async (tx) => {
    await sql`insert into note values (${institution}, 'neglected')`.execute(tx)
    await wait(deadlineMs * 2)
    await notes(tx)
  })
  const outcome = neglected.catch((error: Error) => error)
  expect(await readNotes()).toEqual(['confirmed', 'waited'])
  expect(await outcome).toBeInstanceOf(Error)
  expect(await readNotes()).toEqual(['confirmed', 'waited'])
})

test('a connection that is closed inside a transaction leaves nothing to the next one', async () => {
  const client = await engine.pool.connect()
  await client.query('set search_path = nowhere')
  await client.query('begin')
  await client.query(`insert into public.note values ('${institution}', 'half done')`)
  client.release(true)
  expect(await readNotes()).toEqual(['confirmed', 'waited'])
})

test('an answer to nobody does not stop the database', async () => {
  const client = await engine.pool.connect()
  const abandoned = client.query('select pg_sleep(0.3)').catch((error: Error) => error)
  client.release(true)
  expect(await abandoned).toBeInstanceOf(Error)
  expect(await readNotes()).toEqual(['confirmed', 'waited'])
})

test('while a query runs, the program stays responsive', async () => {
  const busy = engine.pool.query('select count(*) from generate_series(1, 300000)')
  let beats = 0
  const heart = setInterval(() => beats++, 5)
  await busy
  clearInterval(heart)
  expect(beats).toBeGreaterThan(1)
})

test('closed in order and opened again, everything is there, and the folder is free for the next owner', async () => {
  await write(`last ${randomBytes(4).toString('hex')}`)
  const before = await readNotes()
  await database.close()
  await expect(readNotes()).rejects.toThrow()
  engine = await openEmbeddedEngine({ folder, deadlineMs })
  database = databaseOn(engine, { migrations: migrationsFolder, deadlineMs })
  expect(await readNotes()).toEqual(before)
})

test('a database in memory whose thread was ended says that it is gone', async () => {
  const memory = await openEmbeddedEngine({ template: inject('embeddedTemplate'), deadlineMs: 500 })
  await expect(memory.pool.query('select count(*) from generate_series(1, 1000000000000)')).rejects.toThrow(
    new Interruption('query-overdue', 500),
  )
  await expect(memory.pool.query('select 1')).rejects.toThrow(new Interruption('lost'))
  await memory.close()
})

test('a table that has grown is counted and cleared by itself; with nothing written there is nothing to see to', async () => {
  await engine.pool.query(`create table tally (n int primary key, text text)`)
  await engine.pool.query(`insert into tally select n, repeat('x', 200) from generate_series(1, 2000) n`)
  expect(await engine.tidy()).toContain('tally')
  expect(await engine.tidy()).toEqual([])
  const counted = async () =>
    (await engine.pool.query(`select reltuples::int as n, relpages as pages from pg_class where relname = 'tally'`)).rows[0]
  const first = await counted()
  expect(first.n).toBe(2000)
  // written over eight times: left alone it would take nine times the room
  for (let n = 0; n < 8; n++) {
    await engine.pool.query(`update tally set text = repeat('${n}', 200)`)
    await engine.tidy()
  }
  const last = await counted()
  expect(last.n).toBe(2000)
  expect(last.pages).toBeLessThanOrEqual(first.pages * 5)
})
