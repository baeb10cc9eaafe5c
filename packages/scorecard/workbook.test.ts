import { describe, expect, test } from 'vitest'
import { openWorkbook, type Workbook } from './workbook.ts'

/** Two measures (60 and 40 %), two units and five people, small enough to work out on paper. */
const BOOK: Workbook = {
  measures: [
    { weight: 60, dir: 'up', cap: 100 },
    { weight: 40, dir: 'down', cap: 120 },
  ],
  departments: [
    { id: 10, weight: 2, own: 90 },
    { id: 20, weight: 1, own: 70 },
    { id: 30, weight: 1, own: 50 },
  ],
  employees: [
    { id: 1, dept: 10, coef: 1, targets: [100, 20], actuals: [90, 20] },
    { id: 2, dept: 10, coef: 1, targets: [100, 20], actuals: [80, null] },
    { id: 3, dept: 10, coef: 1.5, targets: [100, 20], actuals: [200, 10] },
    { id: 4, dept: 20, coef: 1, targets: [100, 20], actuals: [50, 40] },
    { id: 5, dept: 20, coef: 1, targets: [100, 20], actuals: [null, null] },
  ],
  pool: 1000,
}

describe('the workbook of a performance office, by hand', () => {
  const sheet = openWorkbook(BOOK).recalculate()

  test('scores: up is actual over target, down is target over actual, both held at the cap; an empty cell stays empty', () => {
    expect([...sheet.scores]).toEqual([90, 100, 80, Number.NaN, 100, 120, 50, 50, Number.NaN, Number.NaN])
  })
  test('totals: the weight of an empty cell goes to the others; a row of empty cells has none', () => {
    expect(sheet.employees.map(({ total }) => total)).toEqual([94, 80, 108, 50, null])
  })
  test('lights, ranks over all and in the unit; who has no total has no rank', () => {
    expect(sheet.employees.map(({ rag }) => rag)).toEqual(['G', 'A', 'G', 'R', null])
    expect(sheet.employees.map(({ rankInstitution }) => rankInstitution)).toEqual([2, 3, 1, 4, null])
    expect(sheet.employees.map(({ rankDepartment }) => rankDepartment)).toEqual([2, 3, 1, 1, null])
  })
  test('a fifth of three or two people is nobody: no excellent; grades by total', () => {
    expect(sheet.employees.map(({ grade }) => grade)).toEqual(['good', 'good', 'good', 'poor', null])
    expect(sheet.institution.excellent).toBe(0)
  })
  test('pay: 1,000 over 94 + 80 + 162 + 50 = 386, each share rounded on its own', () => {
    expect(sheet.employees.map(({ pay }) => pay)).toEqual([243.52, 207.25, 419.69, 129.53, 0])
    expect(sheet.institution.paySum).toBeCloseTo(999.99, 9)
  })
  test('units: 0.6 of their own and 0.4 of the mean of their people; without people their own alone', () => {
    expect(sheet.departments).toMatchObject([
      { id: 10, headcount: 3, meanEmployee: 94, score: expect.closeTo(91.6, 9), rag: 'G', rank: 1 },
      { id: 20, headcount: 2, meanEmployee: 50, score: expect.closeTo(62, 9), rag: 'R', rank: 2 },
      { id: 30, headcount: 0, meanEmployee: null, score: 50, rag: 'R', rank: 3 },
    ])
  })
  test('the institution: units by weight, people on average, measures column by column', () => {
    expect(sheet.institution).toMatchObject({
      score: expect.closeTo((2 * 91.6 + 62 + 50) / 4, 9),
      rag: 'R',
      meanEmployee: 83,
      meanMeasures: [80, 90],
    })
  })
})

describe('a cell is edited', () => {
  test('what rests on it follows, and changing it back restores everything', () => {
    const open = openWorkbook(BOOK)
    const before = open.recalculate()
    const edited = open.edit(3, 0, 100)
    expect(edited.employees[3]).toMatchObject({ total: 80, rankInstitution: 3, grade: 'good' })
    expect(edited.employees[1]).toMatchObject({ rankInstitution: 3 })
    expect(open.edit(3, 0, 50)).toEqual(before)
  })
  test('emptied, its weight goes to the other measure', () => {
    const open = openWorkbook(BOOK)
    open.recalculate()
    expect(open.edit(0, 1, null).employees[0]).toMatchObject({ total: 90 })
  })
  test('a cell that is not there is misuse', () => {
    const open = openWorkbook(BOOK)
    expect(() => open.edit(9, 0, 1)).toThrow(RangeError)
    expect(() => open.edit(0, 9, 1)).toThrow(RangeError)
  })
})

test('six people in a unit have one excellent; equal totals share the place, and then two may be', () => {
  const six = (totals: number[]) =>
    openWorkbook({
      ...BOOK,
      measures: [{ weight: 100, dir: 'up', cap: 120 }],
      employees: totals.map((total, id) => ({ id, dept: 10, coef: 1, targets: [100], actuals: [total] })),
    }).recalculate()
  expect(six([99, 98, 97, 96, 95, 94]).institution.excellent).toBe(1)
  expect(six([99, 99, 97, 96, 95, 94]).institution.excellent).toBe(2)
})

test('a total is rounded as a person sees it: 100 x 1.00005 / 1 is 100.005, and 59.99995 goes up to 60', () => {
  const one = (actual: number) =>
    openWorkbook({
      ...BOOK,
      measures: [{ weight: 1, dir: 'up', cap: 120 }],
      employees: [{ id: 1, dept: 10, coef: 1, targets: [100], actuals: [actual] }],
    }).recalculate().employees[0]?.total
  expect([one(59.99995), one(59.99994), one(0.00005)]).toEqual([60, 59.9999, 0.0001])
})

test('what does not fit the sheet is misuse; an empty sheet is not', () => {
  expect(() => openWorkbook({ ...BOOK, employees: [{ id: 1, dept: 99, coef: 1, targets: [1, 1], actuals: [1, 1] }] })).toThrow(RangeError)
  expect(() => openWorkbook({ ...BOOK, employees: [{ id: 1, dept: 10, coef: 1, targets: [1], actuals: [1, 1] }] })).toThrow(RangeError)
  expect(openWorkbook({ ...BOOK, departments: [], employees: [] }).recalculate().institution).toMatchObject({
    score: null,
    rag: null,
    meanEmployee: null,
    paySum: 0,
    meanMeasures: [null, null],
  })
})
