import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLibrary, readLibrary } from './library.ts'

const shipped = path.resolve(import.meta.dirname, '../../library')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'library-'))
  await cp(shipped, folder, { recursive: true, filter: (file) => !file.endsWith('.ts') })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function change(file: string, find: string, put: string): Promise<void> {
  const text = await readFile(path.join(folder, file), 'utf8')
  expect(text).toContain(find)
  await writeFile(path.join(folder, file), text.replace(find, put))
}

test('the shipped library is found, read once and complete', async () => {
  const library = await readLibrary()
  expect(await readLibrary()).toBe(library)
  expect(library.measures.measures).toHaveLength(70)
  expect([...library.calendars.keys()]).toEqual([2025, 2026])
  expect(library.calendars.has(2027)).toBe(false)
})

test('a library in another folder is read from there', async () => {
  await change('measures/highway-bureau.json', '"version": "1"', '"version": "1a"')
  expect((await openLibrary(folder)).measures.version).toBe('1a')
})

test('every fault is named with its file and place, all at once', async () => {
  await change('measures/highway-bureau.json', '"direction": "up"', '"direction": "upward"')
  await change('rules/pay-default.json', '"reserveBp"', '"reservBp"')
  await rm(path.join(folder, 'remedies/pm-remedies.json'))
  await writeFile(path.join(folder, 'interviews/pm-guide.json'), '{ not json')
  await expect(openLibrary(folder)).rejects.toThrow('measures/highway-bureau.json measures.0.direction')
  await expect(openLibrary(folder)).rejects.toThrow('rules/pay-default.json')
  await expect(openLibrary(folder)).rejects.toThrow('remedies/pm-remedies.json: cannot be read')
  await expect(openLibrary(folder)).rejects.toThrow('interviews/pm-guide.json: is not valid JSON')
})

test('a weight that breaks the sum of a card is refused', async () => {
  await change('strategy/public-institution.json', '"weightBp": 1000', '"weightBp": 1001')
  await expect(openLibrary(folder)).rejects.toThrow('card institution: weights must sum to 10000')
})

test('a card that names a measure of another level is refused', async () => {
  await change('measures/highway-bureau.json', '"levels": ["institution", "unit"]', '"levels": ["unit"]')
  await expect(openLibrary(folder)).rejects.toThrow('institution card: PS01 is not a measure of the institution level')
})
