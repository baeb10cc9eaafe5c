import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionDue, filingDue, isLate } from './caseClocks.ts'
import { addDays, type Day, dayNumber, dayOf, daysBetween, weekday, yearOf } from './days.ts'
import { segmentScore } from './segments.ts'
import { rules } from './testing/rules.ts'
import { yearSegments } from './transfers.ts'
import { addWorkingDays, hasEnded, isWorkingDay, noticeWindow, type WorkingCalendar } from './workingDays.ts'

const someDay = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-12-31') }).map(dayOf)
const CALENDAR: WorkingCalendar = {
  years: [2023, 2024, 2025, 2026, 2027, 2028, 2029],
  exceptions: { '2026-10-01': 'day-off', '2026-10-02': 'day-off', '2026-10-10': 'working', '2026-01-01': 'day-off' },
}
const isWorked = (day: Day): boolean => {
  const kind = isWorkingDay(day, CALENDAR)
  return kind.kind === 'known' && kind.isWorking
}

describe('days', () => {
  test('law: number and day undo each other, and every step is a day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -900, max: 900 }), (day, step) => {
        expect(dayOf(dayNumber(day))).toBe(day)
        expect(daysBetween(day, addDays(day, step))).toBe(step)
        expect(addDays(addDays(day, step), -step)).toBe(day)
        expect(weekday(addDays(day, 7))).toBe(weekday(day))
        expect(yearOf(day)).toBe(Number(day.slice(0, 4)))
      }),
    )
  })

  test('law: weekdays are those of the calendar on the wall', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const sunday = new Date(`${day}T12:00:00Z`).getUTCDay()
        expect(weekday(day)).toBe(sunday === 0 ? 7 : sunday)
      }),
    )
  })

  test('leap days are days in leap years and in no other', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    for (const text of ['2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-04-31', 'today', ''])
      expect(() => dayNumber(text)).toThrow(RangeError)
  })
})

describe('working days', () => {
  test('law: the n-th working day is found by walking, one day after another', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 25 }), (start, n) => {
        let [day, left] = [start, n]
        while (left > 0) {
          day = addDays(day, 1)
          if (isWorked(day)) left--
        }
        expect(addWorkingDays(start, n, CALENDAR)).toMatchObject({ kind: 'known', day })
      }),
    )
  })

  test('law: a notice holds exactly so many working days, is open on the last and over on the next', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 5, max: 10 }), (posted, n) => {
        const window = noticeWindow(posted, n, CALENDAR)
        if (window.kind === 'undefined') throw new Error(window.because)
        expect(window.counted.length).toBe(n)
        expect(window.counted.every(isWorked)).toBe(true)
        expect(window.counted.every((day) => dayNumber(day) > dayNumber(posted))).toBe(true)
        expect(hasEnded(window, window.lastDay)).toBe(false)
        expect(hasEnded(window, window.endsBefore)).toBe(true)
        expect(daysBetween(window.lastDay, window.endsBefore)).toBe(1)
      }),
    )
  })

  test('a notice over the National Day of 2026: posted on 28 September, five working days end on 8 October', () => {
    // Tue 29, Wed 30; Thu 1 and Fri 2 are off, then the weekend; Mon 5, Tue 6, Wed 7
    expect(noticeWindow('2026-09-28', 5, CALENDAR)).toMatchObject({ lastDay: '2026-10-07', endsBefore: '2026-10-08' })
    expect(isWorkingDay('2026-10-10', CALENDAR)).toEqual({ kind: 'known', isWorking: true })
  })

  test('a number of working days is whole and not below nought', () => {
    for (const n of [-1, 0.5, Number.NaN]) expect(() => addWorkingDays('2026-01-05', n, CALENDAR)).toThrow(RangeError)
  })
})

describe('clocks of a case', () => {
  test('law: filed on the last day is in time, on the next it is late; alerts come before', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom('review' as const, 'appeal' as const, 're-appeal' as const), (known, kind) => {
        const due = filingDue(kind, known, rules.cases, CALENDAR)
        if (due.kind === 'undefined') throw new Error(due.because)
        expect(daysBetween(known, due.day)).toBe(30)
        expect([isLate(due.day, due), isLate(addDays(due.day, 1), due)]).toEqual([false, true])
        expect(due.alerts.map((alert) => daysBetween(alert, due.day))).toEqual([7, 3, 1])
      }),
    )
  })

  test('law: accepting late moves the time to decide, accepting early brings it forward, an extension adds to either', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 40 }), (received, after) => {
        const accepted = addDays(received, after)
        const due = decisionDue('appeal', { receivedOn: received, acceptedOn: accepted }, rules.cases, CALENDAR)
        if (due.kind === 'undefined') throw new Error(due.because)
        expect(daysBetween(accepted, due.decide.day)).toBe(60)
        expect(daysBetween(accepted, due.extended?.day ?? accepted)).toBe(90)
        expect(daysBetween(received, due.accept?.day ?? received)).toBe(15)
        const open = decisionDue('appeal', { receivedOn: received, acceptedOn: null }, rules.cases, CALENDAR)
        if (open.kind === 'due') expect(daysBetween(received, open.decide.day)).toBe(75)
      }),
    )
  })

  test('law: where a last day off moves on, it moves to a worked day and never back', () => {
    const moving = { ...rules.cases, whenLastDayIsOff: 'next-working-day' as const }
    fc.assert(
      fc.property(someDay, (known) => {
        const [stays, moves] = [filingDue('review', known, rules.cases, CALENDAR), filingDue('review', known, moving, CALENDAR)]
        if (stays.kind === 'undefined' || moves.kind === 'undefined') throw new Error('due')
        expect(isWorked(moves.day)).toBe(true)
        expect(dayNumber(moves.day)).toBeGreaterThanOrEqual(dayNumber(stays.day))
        if (isWorked(stays.day)) expect(moves.day).toBe(stays.day)
      }),
    )
  })
})

describe('a year with moves', () => {
  const YEAR = { from: '2026-01-01', to: '2026-12-31' }
  const moves = fc.uniqueArray(fc.integer({ min: 1, max: 360 }), { maxLength: 4 }).map((days) => days.toSorted((a, b) => a - b))
  /** Posts one after the other, each under another unit. */
  const posts = (starts: readonly number[]) =>
    [0, ...starts].map((start, at, all) => ({
      unit: `u${at}`,
      rater: `r${at}`,
      from: addDays(YEAR.from, start),
      to: all[at + 1] === undefined ? null : addDays(YEAR.from, all[at + 1]! - 1),
    }))

  test('law: the stretches cover the year, each day once, and the order of the records does not matter', () => {
    fc.assert(
      fc.property(moves, (starts) => {
        const divided = yearSegments(posts(starts), YEAR, rules.segments)
        if (divided.kind === 'undefined') throw new Error(divided.because)
        expect(divided.segments.reduce((sum, { days }) => sum + days, 0)).toBe(365)
        expect(divided.daysWithout).toBe(0)
        for (const [at, { from, to, days, scored }] of divided.segments.entries()) {
          expect(daysBetween(from, to) + 1).toBe(days)
          expect(scored).toBe(days >= rules.segments.minimumDays)
          if (at > 0) expect(daysBetween(divided.segments[at - 1]!.to, from)).toBe(1)
        }
        expect(yearSegments(posts(starts).toReversed(), YEAR, rules.segments)).toEqual(divided)
      }),
    )
  })

  test('law: the unit that appraises had more than half of the year, or there is none', () => {
    fc.assert(
      fc.property(moves, (starts) => {
        const divided = yearSegments(posts(starts), YEAR, rules.segments)
        if (divided.kind === 'undefined') throw new Error(divided.because)
        const most = divided.segments.filter(({ days }) => days * 2 > 365).map(({ unit }) => unit)
        expect(divided.unitOfMostTime).toBe(most[0] ?? null)
      }),
    )
  })

  test('law: the score of the year is the mean by days of the stretches long enough, between the lowest and the highest', () => {
    const segments = fc.array(fc.record({ days: fc.integer({ min: 1, max: 200 }), score: fc.integer({ min: 40, max: 100 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(segments, (given) => {
        const long = given.filter(({ days }) => days >= 60)
        const result = segmentScore(
          given.map(({ days, score }, at) => ({ id: `s${at}`, days, score: String(score) })),
          60,
        )
        if (long.length === 0) {
          expect(result).toMatchObject({ kind: 'undefined', because: 'no-segment-long-enough' })
          return
        }
        const expected = long.reduce((sum, { days, score }) => sum + days * score, 0) / long.reduce((sum, { days }) => sum + days, 0)
        if (result.kind === 'undefined') throw new Error(result.because)
        expect(Math.abs(Number(result.official) - expected)).toBeLessThanOrEqual(0.005 + 1e-9)
        expect(result.counted.length + result.commentOnly.length).toBe(given.length)
      }),
    )
  })

  test('a long stretch without a score is asked for, not left out', () => {
    expect(
      segmentScore(
        [
          { id: 'a', days: 200, score: '90' },
          { id: 'b', days: 165, score: null },
        ],
        60,
      ),
    ).toEqual({
      kind: 'undefined',
      because: 'segment-not-scored',
      segments: ['b'],
    })
    expect(
      segmentScore(
        [
          { id: 'a', days: 340, score: '90' },
          { id: 'b', days: 25, score: null },
        ],
        60,
      ),
    ).toMatchObject({ official: '90.00', commentOnly: ['b'] })
  })
})
