import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Interruption } from '../interruption.ts'
import { newPool } from '../pool.ts'
import { DatabaseThread } from './databaseThread.ts'

let folder: string
let thread: DatabaseThread
let pool: pg.Pool

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-thread-'))
  const [syncs, requests] = [new Int32Array(new SharedArrayBuffer(4)), new Int32Array(new SharedArrayBuffer(8))]
  thread = new DatabaseThread({ folder, template: inject('embeddedTemplate'), syncs, requests }, 30_000)
  pool = newPool({ stream: () => thread.stream(), user: 'postgres', max: 1 })
  await pool.query('create table kept (n int)')
})
afterAll(async () => {
  await pool?.end()
  await thread?.close()
  await rm(folder, { recursive: true, force: true })
})

test('a thread that dies is replaced: the running query is told, the next one is served, and nothing confirmed is lost', async () => {
  await pool.query('insert into kept values (1)')
  const interrupted = pool.query('select pg_sleep(20)').catch((error: unknown) => error)
  const worker = await thread.open()
  setTimeout(() => worker.terminate(), 100)
  expect(await interrupted).toEqual(new Interruption('stopped'))
  expect((await pool.query('select n from kept')).rows).toEqual([{ n: 1 }])
})

test('a thread that dies while nobody uses it is replaced too', async () => {
  const worker = await thread.open()
  await worker.terminate()
  expect((await pool.query('select n from kept')).rows).toEqual([{ n: 1 }])
})

test('a query nested deeper than the engine can follow is an error like any other', async () => {
  const worker = await thread.open()
  await expect(pool.query(`select ${'1+'.repeat(30_000)}1`)).rejects.toThrow('stack depth limit exceeded')
  expect(await thread.open()).toBe(worker)
})

test('if the database cannot be opened, whoever asks is told why, and asking again tries again', async () => {
  const start = {
    folder: join(folder, 'empty'),
    template: join(folder, 'no-template'),
    syncs: new Int32Array(1),
    requests: new Int32Array(2),
  }
  const broken = new DatabaseThread(start, 1000)
  await expect(broken.open()).rejects.toThrow('ENOENT')
  await expect(broken.open()).rejects.toThrow('ENOENT')
  await broken.close()
  await expect(broken.open()).rejects.toEqual(new Interruption('closed'))
})
