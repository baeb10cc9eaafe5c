import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, year } from '../fields.ts'

export const calendarDay = z.object({
  day,
  /** 1 Monday to 7 Sunday. */
  weekday: z.number(),
  isWorking: z.boolean(),
  /** The name of a day that differs from the ordinary week; null on an ordinary day. */
  exception: bilingual.nullable(),
})
export type CalendarDay = z.infer<typeof calendarDay>

export const calendarYear = z.object({
  year: z.number(),
  /** Where the year's arrangement comes from, and whether somebody has checked it against the source. */
  source: bilingual,
  verified: z.boolean(),
  workingDays: z.number(),
  months: z.array(z.object({ month: z.number(), workingDays: z.number(), days: z.array(calendarDay) })),
})

export const readCalendar = endpoint({
  name: 'institution.readCalendar',
  method: 'GET',
  path: '/api/calendar/:year',
  permission: 'calendar.read',
  summary: { zh: '工作日历', en: 'The working days of a year' },
  input: z.object({ year }),
  output: z.object({
    /** null: the arrangement of this year has not been entered. */
    calendar: calendarYear.nullable(),
    years: z.array(z.number()),
    /** The library holds this year's arrangement. */
    inLibrary: z.boolean(),
  }),
  audit: null,
})

export const openCalendarYear = endpoint({
  name: 'institution.openCalendarYear',
  method: 'POST',
  path: '/api/calendar/:year',
  permission: 'calendar.edit',
  summary: { zh: '新增年度工作日历', en: 'Open a year of the calendar' },
  input: z.object({ year }),
  output: done,
  audit: 'calendar-year-opened',
})

export const setCalendarDay = endpoint({
  name: 'institution.setCalendarDay',
  method: 'PUT',
  path: '/api/calendar/days/:day',
  permission: 'calendar.edit',
  summary: { zh: '调整某日上班或休息', en: 'Make a day a working day or a day off' },
  input: z.object({ day, isWorking: z.boolean(), name: bilingual }),
  output: done,
  audit: 'calendar-day-set',
})

export const markCalendarYear = endpoint({
  name: 'institution.markCalendarYear',
  method: 'PUT',
  path: '/api/calendar/:year/mark',
  permission: 'calendar.edit',
  summary: { zh: '标记年度安排已核实', en: 'Mark a year as checked against its source' },
  input: z.object({ year, verified: z.boolean(), source: bilingual }),
  output: done,
  audit: 'calendar-year-marked',
})
