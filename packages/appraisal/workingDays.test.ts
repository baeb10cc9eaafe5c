import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from './days.ts'
import { addWorkingDays, hasEnded, isWorkingDay, noticeWindow, type WorkingCalendar } from './workingDays.ts'

/** Around the National Day holiday of 2026: 25-27 September and 1-7 October off, Sunday 20 September and Saturday 10 October worked. */
const off = ['2026-09-25', ...Array.from({ length: 7 }, (_, at) => addDays('2026-10-01', at))]
const calendar: WorkingCalendar = {
  years: [2026],
  exceptions: { ...Object.fromEntries(off.map((day) => [day, 'day-off' as const])), '2026-09-20': 'working', '2026-10-10': 'working' },
}

describe('working days', () => {
  test('Monday to Friday are worked, weekends are not, exceptions win', () => {
    expect(weekday('2026-09-21')).toBe(1)
    expect(isWorkingDay('2026-09-21', calendar)).toEqual({ kind: 'known', isWorking: true })
    expect(isWorkingDay('2026-09-19', calendar)).toEqual({ kind: 'known', isWorking: false })
    expect(isWorkingDay('2026-09-20', calendar)).toEqual({ kind: 'known', isWorking: true })
    expect(isWorkingDay('2026-10-01', calendar)).toEqual({ kind: 'known', isWorking: false })
  })

  test('a year the calendar does not cover is refused by name, never guessed', () => {
    expect(isWorkingDay('2027-03-01', calendar)).toEqual({ kind: 'undefined', because: 'year-not-covered', year: 2027 })
    expect(noticeWindow('2026-12-30', 5, calendar)).toEqual({ kind: 'undefined', because: 'year-not-covered', year: 2027 })
  })

  test('a text that is no day is a fault of the caller', () => {
    expect(() => isWorkingDay('2026-02-30', calendar)).toThrow(RangeError)
    expect(() => isWorkingDay('30/9/2026', calendar)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-09-21', -1, calendar)).toThrow(RangeError)
  })
})

describe('the notice of five working days', () => {
  test('posted on a Monday ends at 24:00 of the next Monday', () => {
    const window = noticeWindow('2026-09-14', 5, calendar)
    expect(window).toEqual({
      kind: 'known',
      opensOn: '2026-09-14',
      counted: ['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-20'],
      lastDay: '2026-09-20',
      endsBefore: '2026-09-21',
    })
  })

  test('counts past a holiday and counts a worked Saturday', () => {
    const window = noticeWindow('2026-09-29', 5, calendar)
    expect(window).toMatchObject({ counted: ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'], lastDay: '2026-10-12' })
  })

  test('posted on a holiday, the first working day after it counts one', () => {
    expect(noticeWindow('2026-10-03', 1, calendar)).toMatchObject({ lastDay: '2026-10-08' })
  })

  test('is still open on its last day and over on the day after', () => {
    const window = noticeWindow('2026-09-14', 5, calendar)
    if (window.kind === 'undefined') throw new Error('covered')
    expect(hasEnded(window, '2026-09-20')).toBe(false)
    expect(hasEnded(window, '2026-09-21')).toBe(true)
  })
})

describe('laws of counting working days', () => {
  const day = fc.integer({ min: 0, max: 250 }).map((days) => addDays('2026-01-01', days))
  const count = fc.integer({ min: 0, max: 20 })
  const dayAfter = (start: string, n: number) => {
    const answer = addWorkingDays(start, n, calendar)
    return answer.kind === 'known' ? answer : { day: '', counted: [] }
  }

  test('exactly n working days are counted, each of them worked, the last is the end', () => {
    fc.assert(
      fc.property(day, count, (start, n) => {
        const { day: end, counted } = dayAfter(start, n)
        const areWorked = counted.every(
          (each) => isWorkingDay(each, calendar).kind === 'known' && Object.values(isWorkingDay(each, calendar)).includes(true),
        )
        return counted.length === n && areWorked && end === (counted.at(-1) ?? start)
      }),
    )
  })

  test('counting m and then n is counting m + n', () => {
    fc.assert(fc.property(day, count, count, (start, m, n) => dayAfter(dayAfter(start, m).day, n).day === dayAfter(start, m + n).day))
  })

  test('a later start never ends earlier, and n working days take at least n days', () => {
    fc.assert(
      fc.property(day, day, count, (one, other, n) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        return dayAfter(first, n).day <= dayAfter(second, n).day && daysBetween(first, dayAfter(first, n).day) >= n
      }),
    )
  })
})
