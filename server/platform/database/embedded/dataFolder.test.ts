import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { embeddedMajor, readyDataFolder } from './dataFolder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const template = () => readFile(inject('embeddedTemplate'))
const unwanted = () => Promise.reject(new Error('asked for an archive although there is a database'))

test('a first start unpacks the archive and marks the version of PostgreSQL beside it', async () => {
  const database = await readyDataFolder(folder, template)
  expect(readdirSync(folder).sort()).toEqual(['POSTGRES_MAJOR', 'postgres'])
  expect(readFileSync(join(database, 'PG_VERSION'), 'utf8').trim()).toBe(String(embeddedMajor))
  expect(readFileSync(join(folder, 'POSTGRES_MAJOR'), 'utf8').trim()).toBe(String(embeddedMajor))
  expect(await readyDataFolder(folder, unwanted)).toBe(database)
})

test('what an interrupted first start left behind is cleared away', async () => {
  mkdirSync(join(folder, 'postgres.new'))
  writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), 'half')
  await readyDataFolder(folder, template)
  expect(existsSync(join(folder, 'postgres.new'))).toBe(false)
})

test.each(['POSTGRES_MAJOR', 'postgres/PG_VERSION'])('a folder made by another version of PostgreSQL is refused (%s)', async (marker) => {
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, marker), '17\n')
  await expect(readyDataFolder(folder, unwanted)).rejects.toThrow(
    `was made by PostgreSQL 17; this version of Milepost carries PostgreSQL ${embeddedMajor}`,
  )
})

test('a damaged archive makes no database', async () => {
  const bytes = await template()
  await expect(readyDataFolder(folder, async () => bytes.subarray(0, bytes.length / 2))).rejects.toThrow('cut off or damaged')
  await expect(readyDataFolder(folder, async () => new Uint8Array(1024))).rejects.toThrow('holds no database')
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
})
