import type { PayPicture } from '@milepost/contract/reward/picture'
import { expect, test } from 'vitest'
import { compareVariants, figuresOf, onLastGrades } from './variants.ts'

const UNIT = { zh: '养护科', en: 'Maintenance' }
const line = (personId: string, grade: string, amountFen: number) => ({
  personId,
  employeeNo: personId,
  name: `某${personId}`,
  unit: UNIT,
  grade,
  score: '80',
  weight: '1',
  amountFen,
  text: UNIT,
})
const picture = (amounts: readonly (readonly [string, string, number])[]): PayPicture => {
  const linesFen = amounts.reduce((sum, [, , fen]) => sum + fen, 0)
  return {
    amountFen: linesFen,
    reserveFen: 0,
    linesFen,
    units: [
      {
        unitId: 'u',
        code: 'YH',
        name: UNIT,
        score: '90',
        scoreFactor: '0.9',
        people: amounts.length,
        amountFen: linesFen,
        perHeadFen: null,
        text: UNIT,
      },
    ],
    lines: amounts.map(([id, grade, fen]) => line(id, grade, fen)),
    warnings: [],
  }
}
const one = picture([
  ['1', 'excellent', 400],
  ['2', 'qualified', 300],
  ['3', 'qualified', 300],
])
const other = picture([
  ['1', 'excellent', 500],
  ['2', 'qualified', 250],
  ['3', 'qualified', 250],
])
const person = (personId: string, leads: boolean) => ({
  personId,
  employeeNo: personId,
  name: personId,
  payUnit: 'YH',
  unit: UNIT,
  post: UNIT,
  leads,
  postCoefficient: '1',
  grade: null,
  lastGrade: personId === '1' ? ('excellent' as const) : null,
  isFinal: false,
  score: null,
  serviceDays: 1,
  cycleDays: 1,
  dueDays: 1,
  absentDays: {},
})

test('the second variant gives one person 1.00 more and takes 0.50 from each of two; the unit keeps its share', () => {
  const { changes, units, people } = compareVariants(one, other)
  expect([changes.raised, changes.lowered, changes.same, changes.movedFen]).toEqual([1, 2, 0, 100])
  expect(units).toEqual([{ unitId: 'u', name: UNIT, gain: 1, lose: 2, changeFen: 0 }])
  expect(people[0]).toEqual({ personId: '1', name: '某1', unit: UNIT, changeFen: 100 })
})

test('spread, leaders against the mean, and what a grade brings', () => {
  const basis = { units: [], people: [person('1', true), person('2', false), person('3', false)], run: null, calendarMissing: null }
  expect(figuresOf(other, basis)).toMatchObject({
    spread: { kind: 'described', highestFen: 500, ratio: '2.00' },
    leaders: { kind: 'known', n: 1, ratio: '1.50', shareOfPay: '50.00', shareOfPeople: '33.33' },
    byGrade: [
      { grade: 'excellent', people: 1, meanFen: 500 },
      { grade: 'qualified', people: 2, meanFen: 250 },
    ],
  })
  expect(figuresOf(other, null).leaders).toEqual({ kind: 'undefined', because: 'nobody-in-the-group' })
})

test('before anybody is graded, people may be tried out with the grade of the year before; a decided grade stays', () => {
  const basis = {
    units: [],
    people: [person('1', true), { ...person('2', false), grade: 'basic' as const }, person('3', false)],
    run: null,
    calendarMissing: null,
  }
  expect(onLastGrades(basis).people.map(({ grade }) => grade)).toEqual(['excellent', 'basic', null])
})
