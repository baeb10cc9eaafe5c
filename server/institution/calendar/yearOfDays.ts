import { addDays, weekday } from '@milepost/appraisal/days'
import { isWorkingDay, type WorkingCalendar } from '@milepost/appraisal/workingDays'
import type { CalendarDay } from '@milepost/contract/institution/calendar'
import type { CalendarException } from './data.ts'

/** Every day of the year by month, worked or not, as the engine that counts notice periods sees it. */
export function yearOfDays(year: number, exceptions: readonly CalendarException[]) {
  const names = new Map(exceptions.map(({ day, name }) => [day, name]))
  const calendar: WorkingCalendar = {
    years: [year],
    exceptions: Object.fromEntries(exceptions.map(({ day, isWorking }) => [day, isWorking ? 'working' : 'day-off'])),
  }
  const days: CalendarDay[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const kind = isWorkingDay(day, calendar)
    days.push({ day, weekday: weekday(day), isWorking: kind.kind === 'known' && kind.isWorking, exception: names.get(day) ?? null })
  }
  const months = Array.from({ length: 12 }, (_each, i) => {
    const ofMonth = days.filter(({ day }) => Number(day.slice(5, 7)) === i + 1)
    return { month: i + 1, workingDays: ofMonth.filter(({ isWorking }) => isWorking).length, days: ofMonth }
  })
  return { workingDays: days.filter(({ isWorking }) => isWorking).length, months }
}
