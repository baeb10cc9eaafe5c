import type { CalendarDay } from '@milepost/contract/institution/calendar'
import { expect, test } from 'vitest'
import { kindOf, weeksOf } from './weeks.ts'

const day = (day: string, weekday: number, isWorking: boolean): CalendarDay => ({ day, weekday, isWorking, exception: null })

test('a month is laid out in whole weeks from Monday', () => {
  // March 2026 begins on a Sunday
  const days = Array.from({ length: 31 }, (_each, i) => day(`2026-03-${i + 1}`, ((i + 6) % 7) + 1, true))
  const weeks = weeksOf(days)
  expect(weeks).toHaveLength(6)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks[0]?.[6]?.day?.day).toBe('2026-03-1')
  expect(weeks[5]?.[1]?.day?.day).toBe('2026-03-31')
})

test('a day that differs from the ordinary week is drawn as such', () => {
  expect(kindOf(day('2026-02-17', 2, false))).toBe('extra-off')
  expect(kindOf(day('2026-02-14', 6, true))).toBe('extra-work')
  expect(kindOf(day('2026-03-07', 6, false))).toBe('off')
  expect(kindOf(day('2026-03-09', 1, true))).toBe('work')
  expect(kindOf({ ...day('2026-02-21', 6, false), exception: { zh: '春节', en: 'Spring Festival' } })).toBe('extra-off')
})
