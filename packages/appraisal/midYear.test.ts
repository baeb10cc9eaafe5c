import { expect, test } from 'vitest'
import { midYearDay, midYearOpens } from './midYear.ts'

test.each([
  ['a calendar year: July, as the year of performance management has it', '2026-01-01', '2026-12-31', '2026-07-31'],
  ['a year from September', '2026-09-01', '2027-08-31', '2027-03-31'],
  ['a leap February', '2027-08-01', '2028-07-31', '2028-02-29'],
  ['half a year has no middle', '2026-01-01', '2026-06-30', null],
])('%s', (_, startsOn, endsOn, day) => {
  expect(midYearDay({ startsOn, endsOn })).toBe(day)
})

test('it may be held from 45 days before', () => {
  expect(midYearOpens('2026-07-31')).toBe('2026-06-16')
})
