import { weekday, yearOf } from '@milepost/appraisal/days'
import { DONE } from '@milepost/contract/fields'
import { markCalendarYear, openCalendarYear, readCalendar, setCalendarDay } from '@milepost/contract/institution/calendar'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listCalendarYears, listExceptions, markYear, removeException, saveExceptions } from './data.ts'
import { openYear } from './openYear.ts'
import { yearOfDays } from './yearOfDays.ts'

export const readCalendarRoute = serve(readCalendar, {
  run: async ({ tx, institutionId, input, library }) => {
    const years = await listCalendarYears(tx, institutionId)
    const year = years.find((one) => one.year === input.year)
    return {
      calendar: year ? { ...year, ...yearOfDays(year.year, await listExceptions(tx, institutionId, year.year)) } : null,
      years: years.map((one) => one.year),
      inLibrary: library.calendars.has(input.year),
    }
  },
})

export const openCalendarYearRoute = serve(openCalendarYear, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    if (!(await openYear(tx, institutionId, { year: input.year, library }))) throw new Refusal('calendar-year-taken', { year: input.year })
    audit({ kind: 'calendar-year', id: String(input.year), detail: { fromLibrary: library.calendars.has(input.year) } })
    return DONE
  },
})

/** Only days that differ from Monday to Friday, or have a name, are kept; a day that is ordinary again is taken out. */
export const setCalendarDayRoute = serve(setCalendarDay, {
  run: async ({ tx, institutionId, input: { day, isWorking, name }, audit }) => {
    await knownYear(tx, institutionId, yearOf(day))
    const ordinary = weekday(day) <= 5
    if (isWorking === ordinary && name.zh === '') await removeException(tx, institutionId, day)
    else await saveExceptions(tx, institutionId, [{ day, isWorking, name }])
    audit({ kind: 'calendar-day', id: day, detail: { isWorking, name: name.zh } })
    return DONE
  },
})

export const markCalendarYearRoute = serve(markCalendarYear, {
  run: async ({ tx, institutionId, input, audit }) => {
    await knownYear(tx, institutionId, input.year)
    await markYear(tx, institutionId, input)
    audit({ kind: 'calendar-year', id: String(input.year), detail: { verified: input.verified, source: input.source.zh } })
    return DONE
  },
})

async function knownYear(tx: Tx, institutionId: string, year: number): Promise<void> {
  const years = await listCalendarYears(tx, institutionId)
  if (!years.some((one) => one.year === year)) throw new Refusal('calendar-year-missing', { year })
}
