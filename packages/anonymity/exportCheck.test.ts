import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkExport, type ExportColumn, type ExportTable } from './exportCheck.ts'
import { generalise } from './generalise.ts'
import { rowOrder } from './rowOrder.ts'

const rules = { k: 5, divisionsAllowed: 1, names: ['李明'] }
const column = (name: string, kind: ExportColumn['kind']): ExportColumn => ({ name, kind })
const repeat = <T>(n: number, of: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => of(at))
/** 0 to n-1 in an order that has nothing to do with the numbers: multiples of a number without a common divisor. */
const scattered = (n: number, by: number) => repeat(n, (at) => (at * by + 3) % n)

describe('single rows', () => {
  const sound: ExportTable = {
    columns: [column('unit', 'division'), column('q1', 'answer')],
    rows: repeat(20, (at) => [at % 2 === 0 ? 'east' : 'west', String(at % 5)]),
  }

  test('one division, ten rows in each, shuffled: may go', () => {
    expect(checkExport(sound, rules, scattered(20, 7))).toEqual({ mayRelease: true, findings: [], rows: 20, unchecked: [] })
  })

  test('without a list to compare with, the order is not looked at and that is said', () => {
    expect(checkExport(sound, rules, [])).toMatchObject({ mayRelease: true, unchecked: ['order'] })
  })

  test('rows that stand out are counted: one alone, three in a group of three', () => {
    const rows = [...repeat(10, (at) => ['east', String(at % 3)]), ...repeat(3, () => ['west', '1']), ['north', '2']]
    expect(checkExport({ ...sound, rows }, rules, []).findings).toContainEqual({
      code: 'rows-stand-out',
      unique: 1,
      inSmallGroups: 4,
      combinations: 2,
      columns: ['unit'],
      k: 5,
    })
  })

  test('two divisions need more than the rules allow', () => {
    const table: ExportTable = {
      columns: [column('unit', 'division'), column('age', 'division')],
      rows: repeat(10, () => ['east', '30-39']),
    }
    expect(checkExport(table, rules, []).findings).toEqual([{ code: 'too-many-divisions', columns: ['unit', 'age'], allowed: 1 }])
  })

  test('a whole unit with one answer gives everybody’s answer away', () => {
    const rows = [...repeat(6, () => ['east', '1']), ...repeat(6, (at) => ['west', String(at % 2)])]
    expect(checkExport({ ...sound, rows }, rules, []).findings).toEqual([{ code: 'answers-alike', column: 'q1', combinations: 1, rows: 6 }])
  })

  test('open text stands apart from divisions, and tells of nobody', () => {
    const table: ExportTable = {
      columns: [column('unit', 'division'), column('said', 'text')],
      rows: repeat(6, (at) => ['east', at === 2 ? '找李明，电话13812345678' : '很好']),
    }
    expect(checkExport(table, rules, []).findings).toEqual([
      { code: 'text-beside-divisions', text: ['said'], divisions: ['unit'] },
      { code: 'personal-data', column: 'said', kind: 'person-listed', times: 1, rows: [2] },
      { code: 'personal-data', column: 'said', kind: 'mobile-phone', times: 1, rows: [2] },
    ])
  })

  test('an id given in the order of the list tells who is who, however the rows are shuffled', () => {
    const places = scattered(20, 7)
    const table: ExportTable = { columns: [column('id', 'id')], rows: places.map((place) => [`R${String(place).padStart(3, '0')}`]) }
    expect(checkExport(table, rules, places).findings).toMatchObject([{ code: 'order-follows-list', by: 'id' }])
  })
})

describe('the order of rows', () => {
  test('the list itself, and the list backwards, are found', () => {
    expect(rowOrder(repeat(12, (at) => at))).toMatchObject({ kind: 'follows', tau: 1, because: 'same-order' })
    expect(rowOrder(repeat(12, (at) => -at))).toMatchObject({ kind: 'follows', tau: -1 })
  })

  test('two halves changed over still stand beside their neighbours', () => {
    const order = [...repeat(15, (at) => at + 15), ...repeat(15, (at) => at)]
    expect(rowOrder(order)).toMatchObject({ kind: 'follows', n: 30 })
  })

  test('of fewer than ten rows nothing can be said', () => {
    expect(rowOrder([1, 2, 3, null])).toEqual({ kind: 'undefined', because: 'too-few-rows', n: 3 })
  })

  test('a shuffle is left alone: at most one false alarm in two hundred', () => {
    let state = 20_261_126
    const below = (n: number) => {
      state = (state * 48_271) % 2_147_483_647
      return state % n
    }
    const alarms = repeat(200, () => {
      const order = repeat(50, (at) => at)
      for (let at = order.length - 1; at > 0; at--) {
        const other = below(at + 1)
        const [one, two] = [order[at] ?? 0, order[other] ?? 0]
        order[at] = two
        order[other] = one
      }
      return rowOrder(order)
    }).filter(({ kind }) => kind === 'follows')
    expect(alarms.length).toBeLessThanOrEqual(1)
  })

  test('tau agrees with the pairs counted one by one', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          repeat(14, (at) => at),
          { minLength: 14 },
        ),
        (order) => {
          const result = rowOrder(order)
          const pairs = order.flatMap((one, at) => order.slice(at + 1).map((other) => Math.sign(other - one)))
          if (result.kind === 'undefined') throw new Error(result.because)
          expect(result.tau).toBeCloseTo(pairs.reduce((sum, each) => sum + each, 0) / pairs.length, 12)
        },
      ),
    )
  })
})

describe('telling it more coarsely', () => {
  const age = {
    column: 'age',
    levels: [['31', '32', '38', '39', '41', '42', '48', '49', '33', '44'], [...'3333444434'], [...'**********']],
  }
  const sex = { column: 'sex', levels: [[...'mfmfmfmfmf'], [...'**********']] }

  test('the least coarsening is taken that leaves nobody alone', () => {
    expect(generalise([age, sex], 4)).toEqual({
      kind: 'found',
      levels: [
        { column: 'age', level: 1 },
        { column: 'sex', level: 1 },
      ],
      leftOut: 0,
      smallestGroup: 5,
      combinations: 2,
    })
  })

  test('where even the coarsest is not enough it says so', () => {
    expect(generalise([age, sex], 11)).toEqual({ kind: 'undefined', because: 'coarsest-not-enough', inSmallGroups: 10 })
    expect(generalise([], 5)).toEqual({ kind: 'undefined', because: 'no-rows' })
  })

  test('what is found holds: every combination has k rows', () => {
    const cells = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(cells, (rows) => {
        const columns = [0, 1].map((at) => ({ column: String(at), levels: [rows.map((row) => row[at] ?? ''), rows.map(() => '*')] }))
        const found = generalise(columns, 5)
        if (found.kind !== 'found') throw new Error(found.because)
        const sizes = new Map<string, number>()
        for (const [row] of rows.entries()) {
          const key = found.levels.map(({ level }, at) => columns[at]?.levels[level]?.[row]).join()
          sizes.set(key, (sizes.get(key) ?? 0) + 1)
        }
        for (const size of sizes.values()) expect(size).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

const utah = fileURLToPath(new URL('../../../shared/data/utah-winter-roads/responses.csv', import.meta.url))
describe.skipIf(!existsSync(utah))('568 people asked about winter roads (skipped where the reference folder is missing)', () => {
  const rows: Record<string, string>[] = existsSync(utah) ? parse(readFileSync(utah), { columns: true, bom: true }) : []
  const table = (columns: readonly string[]): ExportTable => ({
    columns: columns.map((name) => column(name, 'division')),
    rows: rows.map((row) => columns.map((name) => row[name] ?? null)),
  })
  const standOut = (columns: readonly string[]) =>
    checkExport(table(columns), { ...rules, divisionsAllowed: 9 }, []).findings.find(({ code }) => code === 'rows-stand-out')

  test('517 of them are alone in their ZIP, age and gender', () => {
    expect(standOut(['ZIPCODE', 'AGE', 'GENDER'])).toMatchObject({ unique: 517 })
  })

  test('even by zone and coarse groups 395 stand in cells of fewer than five', () => {
    expect(standOut(['ZONE', 'AGE_4CAT', 'GENDER', 'EDUC_3CAT', 'HHINC_3CAT'])).toMatchObject({ inSmallGroups: 395 })
  })
})
