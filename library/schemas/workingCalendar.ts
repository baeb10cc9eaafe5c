import { z } from 'zod'
import { areUnique, bilingual, day, heading } from './fields.ts'

/** One year: Monday to Friday are worked unless an exception says otherwise, Saturday and Sunday are free unless one says otherwise. */
export const workingCalendar = z
  .strictObject({
    ...heading,
    country: z.literal('CN'),
    year: z.int(),
    exceptions: z.array(z.strictObject({ day, working: z.boolean(), name: bilingual })).min(1),
  })
  .check(({ value, issues }) => {
    const days = value.exceptions.map((e) => e.day)
    if (!areUnique(days)) issues.push({ code: 'custom', message: 'a day is named twice', input: value.id })
    if (days.some((d, i) => i > 0 && d < (days[i - 1] ?? '')))
      issues.push({ code: 'custom', message: 'days stand in order', input: value.id })
    for (const e of value.exceptions) {
      if (!e.day.startsWith(`${value.year}-`)) issues.push({ code: 'custom', message: `${e.day} is not in ${value.year}`, input: e.day })
      if (e.working && !isWeekend(e.day)) issues.push({ code: 'custom', message: `${e.day} is worked anyway`, input: e.day })
    }
  })

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

export type WorkingCalendar = z.infer<typeof workingCalendar>
