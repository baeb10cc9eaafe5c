import { addDays, type Day, dayNumber, weekday, yearOf } from './days.ts'

/**
 * Working days of an institution: Monday to Friday, except where the yearly holiday arrangement says otherwise
 * (a holiday, or a weekend worked in exchange). Only the years listed are covered.
 */
export type WorkingCalendar = {
  years: readonly number[]
  exceptions: Readonly<Record<Day, 'working' | 'day-off'>>
}

/** The arrangement of that year has not been entered: no answer, rather than a guess from weekdays. */
export type YearNotCovered = { kind: 'undefined'; because: 'year-not-covered'; year: number }

export type DayKind = { kind: 'known'; isWorking: boolean }
export type WorkingDay = { kind: 'known'; day: Day; counted: readonly Day[] }
/** The window runs from the start of `opensOn` to 24:00 of `lastDay`; `endsBefore` is the day after, on which it is over. */
export type NoticeWindow = { kind: 'known'; opensOn: Day; counted: readonly Day[]; lastDay: Day; endsBefore: Day }

/** Whether a day is worked. Returns the year when the calendar does not cover it. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): DayKind | YearNotCovered {
  const ofTheWeek = weekday(day)
  const year = yearOf(day)
  if (!calendar.years.includes(year)) return { kind: 'undefined', because: 'year-not-covered', year }
  const exception = calendar.exceptions[day]
  return { kind: 'known', isWorking: exception ? exception === 'working' : ofTheWeek <= 5 }
}

/**
 * The n-th working day after `start`: the first day after it counts 1 if it is worked. n = 0 is `start` itself.
 * `counted` lists the working days that were counted, so the reader can check them.
 */
export function addWorkingDays(start: Day, n: number, calendar: WorkingCalendar): WorkingDay | YearNotCovered {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`a number of working days is a whole number from 0: ${n}`)
  const counted: Day[] = []
  let day = start
  while (counted.length < n) {
    day = addDays(day, 1)
    const kind = isWorkingDay(day, calendar)
    if (kind.kind === 'undefined') return kind
    if (kind.isWorking) counted.push(day)
  }
  return { kind: 'known', day, counted }
}

/**
 * A public notice posted on `start` for n working days (Art. 17: at least five for a proposed excellent).
 * It ends at 24:00 of the n-th working day after the day it was posted.
 */
export function noticeWindow(start: Day, n: number, calendar: WorkingCalendar): NoticeWindow | YearNotCovered {
  const end = addWorkingDays(start, n, calendar)
  if (end.kind === 'undefined') return end
  return { kind: 'known', opensOn: start, counted: end.counted, lastDay: end.day, endsBefore: addDays(end.day, 1) }
}

/** Whether the window is over on `today`; on its last day it is still open. */
export function hasEnded(window: NoticeWindow, today: Day): boolean {
  return dayNumber(today) > dayNumber(window.lastDay)
}
