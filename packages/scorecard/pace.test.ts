import { exact, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { expect, test } from 'vitest'
import { daysBetween, daysInMonth, readDay } from './days.ts'
import { expectedShare } from './pace.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }
const share = (to: string, profile?: string[], from = '2025-01-01') => {
  const result = expectedShare({ span: year, part: { from, to }, profile })
  return result.kind === 'share' ? toExactText(result.share) : result.because
}

test('without a profile every month weighs alike, and a part of a month counts by its days', () => {
  expect([share('2025-06-30'), share('2025-12-31'), share('2025-01-31')]).toEqual(['0.5', '1', '1/12'])
  expect(share('2025-02-14')).toBe('0.125')
})

test('before the start nothing is due, after the end everything', () => {
  expect([share('2024-12-31'), share('2026-02-01')]).toEqual(['0', '1'])
})

test('a seasonal profile of any scale: a road bureau paves from April to October', () => {
  const paving = ['0', '0', '0', '1', '2', '2', '2', '2', '2', '1', '0', '0']
  expect([share('2025-03-31', paving), share('2025-06-30', paving), share('2025-10-31', paving)]).toEqual(['0', '5/12', '1'])
})

test('the months of a year add up to one, whatever the profile', () => {
  const profile = ['2', '2', '5', '8', '9', '9', '15', '15', '15', '10', '6', '5']
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = String(index + 1).padStart(2, '0')
    return exact(share(`2025-${month}-${daysInMonth(2025, index + 1)}`, profile, `2025-${month}-01`))
  })
  expect(sum(months).equals(1)).toBe(true)
})

test('what cannot be answered is named', () => {
  expect(share('2025-02-30')).toBe('not-a-day')
  expect(share('2025-06-30', ['1', '2'])).toBe('profile-not-twelve')
  expect(share('2025-06-30', Array(12).fill('0'))).toBe('profile-sums-to-zero')
  expect(expectedShare({ span: { from: year.to, to: year.from }, part: year })).toEqual({ kind: 'undefined', because: 'span-upside-down' })
})

test('days are counted with both ends, over leap years too', () => {
  expect([
    daysBetween('2025-01-01', '2025-12-31'),
    daysBetween('2024-02-01', '2024-03-01'),
    daysBetween('2025-03-01', '2025-02-01'),
  ]).toEqual([365, 30, null])
  expect([readDay('2024-02-29'), readDay('2025-02-29'), readDay('2025-2-9')]).toEqual([{ year: 2024, month: 2, day: 29 }, null, null])
})
