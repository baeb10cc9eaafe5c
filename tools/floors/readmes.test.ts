import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ENGINES } from './house.ts'
import { readHouse } from './readHouse.ts'

/** What a reader of a package finds in its README: every file it exports, and an example to check by hand. */
const root = path.resolve(import.meta.dirname, '../..')
const house = readHouse(root)

const filesOf = (engine: string): string[] =>
  house
    .map(({ file }) => file)
    .filter((file) => file.startsWith(`packages/${engine}/`) && !/\.test\.ts$|\/testing\/|\/test[A-Z]\w*\.ts$/.test(file))
    .map((file) => file.slice(`packages/${engine}/`.length).replace(/\.ts$/, ''))

describe.each(['exact', ...ENGINES])('%s', (engine) => {
  const readme = path.join(root, 'packages', engine, 'README.md')
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : ''
  const named = new Set([...text.matchAll(/`([\w/]+)`/g)].map((found) => found[1] ?? ''))

  test('the table of contents names every file that can be imported', () => {
    expect(filesOf(engine).length).toBeGreaterThan(3)
    expect(filesOf(engine).filter((file) => !named.has(file))).toEqual([])
  })

  test('no file stands in the table that is not there', () => {
    const rows = text.split('\n').filter((line) => /^\| `/.test(line))
    const firstCells = rows.map((line) => line.split('|')[1] ?? '')
    const listed = firstCells.flatMap((cell) => [...cell.matchAll(/`([\w/]+)`/g)].map((found) => found[1] ?? ''))
    expect(listed.filter((file) => !existsSync(path.join(root, 'packages', engine, `${file}.ts`)))).toEqual([])
  })

  test('one example is worked by hand', () => {
    expect(text).toMatch(/^## (?:A|One) worked example/m)
  })
})
