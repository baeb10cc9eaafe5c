import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { docstringFaults, undocumented } from './docstrings.ts'
import { readHouse } from './readHouse.ts'

const namesIn = (source: string): string[] => undocumented('f.ts', source).map(({ name }) => name)

test('an exported function without a docstring is found, whichever way it is written', () => {
  expect(namesIn('export function a(x: number): number {\n')).toEqual(['a'])
  expect(namesIn('export async function b() {}\n')).toEqual(['b'])
  expect(namesIn('export const c = (x: number): number => x\n')).toEqual(['c'])
  expect(namesIn('export const d = <T>(x: T): T => x\n')).toEqual(['d'])
  expect(namesIn('export const e = ({ x }: { x: number }): number => x\n')).toEqual(['e'])
  expect(namesIn('export const f: (x: number) => number =\n  (x) => x\n')).toEqual(['f'])
  expect(namesIn('export const g = (\n  x: number,\n): number => x\n')).toEqual(['g'])
})

test('one with a docstring is not, nor is what is no function', () => {
  expect(namesIn('/** Says it. */\nexport function a() {}\n')).toEqual([])
  expect(namesIn('/**\n * Says it\n */\nexport const c = (x: number): number => x\n')).toEqual([])
  expect(namesIn('export const TABLE = [1, 2]\n')).toEqual([])
  expect(namesIn('export const WORDS: Readonly<Record<string, string>> = {\n')).toEqual([])
  expect(namesIn('export const LIST: readonly string[] =\n  names.slice(1)\n')).toEqual([])
  expect(namesIn('export const SUM = (1 + 2) * 3\n')).toEqual([])
  expect(namesIn('function own() {}\nconst inner = () => 1\n')).toEqual([])
})

test('a docstring of another thing above does not count', () => {
  expect(namesIn('/** Of the type. */\nexport type A = number\nexport function a() {}\n')).toEqual(['a'])
})

test('every exported function of every engine says what it does', () => {
  const root = path.resolve(import.meta.dirname, '../..')
  const files = readHouse(root)
  expect(files.filter(({ file }) => file.startsWith('packages/')).length).toBeGreaterThan(250)
  expect(docstringFaults(root, files)).toEqual([])
})

test('a planted fault is reported with its file and line, in an engine only', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'house-'))
  const plant = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
    return { file, imports: [] }
  }
  const bare = '/** Of a type. */\nexport type A = number\nexport const bare = (a: A): A => a\n'
  const files = ['packages/pay/bare.ts', 'packages/pay/bare.test.ts', 'packages/pay/testing/bare.ts', 'server/run/bare.ts'].map((file) =>
    plant(file, bare),
  )
  expect(docstringFaults(root, files)).toEqual([{ file: 'packages/pay/bare.ts:3', because: 'the exported function bare has no docstring' }])
  rmSync(root, { recursive: true })
})
