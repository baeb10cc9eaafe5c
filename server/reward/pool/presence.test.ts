import { expect, test } from 'vitest'
import { payUnitOf, unitScoresOf } from './payUnits.ts'
import { presenceOf, workingDaysIn } from './presence.ts'

/** 2026: 1 January is a Thursday; 3 January is worked in exchange here. */
const calendar = { years: [2026], exceptions: { '2026-01-01': 'day-off', '2026-01-03': 'working' } } as const
const year = { from: '2026-01-01', to: '2026-12-31' }
const absence = (kind: 'sick' | 'maternity', startsOn: string, endsOn: string) => ({ absenceId: '', personId: '', kind, startsOn, endsOn })
const working = workingDaysIn(year, calendar)

test('working days are counted with holidays and exchanged weekends', () => {
  if (working.kind === 'undefined') throw new Error('the year is covered')
  expect(working.between('2026-01-01', '2026-01-04')).toBe(2)
  expect(working.between('2026-01-04', '2026-01-04')).toBe(0)
  expect(working.between('2025-12-01', '2026-01-02')).toBe(1)
})

test('a year without a calendar counts no absence and says which year', () => {
  expect(workingDaysIn({ from: '2026-12-30', to: '2027-01-02' }, calendar)).toEqual({ kind: 'undefined', year: 2027 })
})

test('somebody who came in July has half the days, and an absence counts only inside them and on working days', () => {
  const presence = presenceOf({ joinedOn: '2026-07-01', leftOn: null }, [absence('sick', '2026-06-25', '2026-07-05')], year, working)
  expect(presence).toMatchObject({ serviceDays: 184, cycleDays: 365, absentDays: { sick: 3 } })
})

test('absences of one kind add up, kinds stay apart', () => {
  const absences = [
    absence('sick', '2026-03-02', '2026-03-03'),
    absence('sick', '2026-03-09', '2026-03-09'),
    absence('maternity', '2026-05-04', '2026-05-08'),
  ]
  expect(presenceOf({ joinedOn: '2010-01-01', leftOn: '2026-12-31' }, absences, year, working).absentDays).toEqual({
    sick: 3,
    maternity: 5,
  })
})

const unit = (unitId: string, parentUnitId: string | null) => ({
  unitId,
  parentUnitId,
  code: unitId,
  name: { zh: unitId, en: unitId },
  kind: 'office' as const,
  orderNo: 0,
  closedOn: null,
})
const units = [unit('bureau', null), unit('station', 'bureau'), unit('area', 'station'), unit('office', 'bureau')]
const score = (holderKind: string, unitId: string | null, officialScore: string, provisional = false) => ({
  holderKind,
  unitId,
  officialScore,
  provisional,
})

test('a unit without a card shares in the nearest one above that has one, at last in the institution', () => {
  const { scores } = unitScoresOf(units, [score('institution', null, '85.00'), score('unit', 'station', '91.00')])
  expect(['area', 'station', 'office', 'bureau'].map((id) => payUnitOf(id, units, scores)?.code)).toEqual([
    'station',
    'station',
    'bureau',
    'bureau',
  ])
  expect(scores.get('bureau')).toBe('85.00')
})

test('a provisional score is no score for pay', () => {
  const { scores, provisional } = unitScoresOf(units, [score('unit', 'station', '91.00', true)])
  expect(scores.get('station')).toBeNull()
  expect(provisional.has('station')).toBe(true)
})
