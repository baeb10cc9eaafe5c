import { addDays, daysBetween } from '@milepost/appraisal/days'
import { isWorkingDay, type WorkingCalendar } from '@milepost/appraisal/workingDays'
import type { AbsenceKind } from '@milepost/contract/reward/factors'
import type { Absence, Days } from '../../institution/published.ts'

export type Presence = {
  readonly serviceDays: number
  readonly cycleDays: number
  readonly dueDays: number
  readonly absentDays: Partial<Record<AbsenceKind, number>>
}

/** Working days of a span of days, counted once and asked often. */
export type WorkingDaysIn = { kind: 'known'; between: (from: string, to: string) => number } | { kind: 'undefined'; year: number }

export function workingDaysIn(days: Days, calendar: WorkingCalendar): WorkingDaysIn {
  const length = daysBetween(days.from, days.to) + 1
  const upTo: number[] = [0]
  for (let at = 0; at < length; at++) {
    const day = isWorkingDay(addDays(days.from, at), calendar)
    if (day.kind === 'undefined') return { kind: 'undefined', year: day.year }
    upTo.push((upTo[at] ?? 0) + (day.isWorking ? 1 : 0))
  }
  const place = (day: string) => Math.min(Math.max(daysBetween(days.from, day), 0), length)
  return { kind: 'known', between: (from, to) => Math.max(0, (upTo[Math.min(place(to) + 1, length)] ?? 0) - (upTo[place(from)] ?? 0)) }
}

type Employed = { readonly joinedOn: string; readonly leftOn: string | null }

/** How long somebody was there: calendar days employed in the cycle, working days due, and working days absent by kind. */
export function presenceOf(person: Employed, absences: readonly Absence[], cycle: Days, working: WorkingDaysIn): Presence {
  const cycleDays = daysBetween(cycle.from, cycle.to) + 1
  const from = later(person.joinedOn, cycle.from)
  const to = person.leftOn === null ? cycle.to : earlier(person.leftOn, cycle.to)
  const serviceDays = Math.max(0, daysBetween(from, to) + 1)
  if (working.kind === 'undefined' || serviceDays === 0) return { serviceDays, cycleDays, dueDays: 0, absentDays: {} }
  const absentDays: Partial<Record<AbsenceKind, number>> = {}
  for (const { kind, startsOn, endsOn } of absences) {
    const [first, last] = [later(startsOn, from), earlier(endsOn, to)]
    const days = first > last ? 0 : working.between(first, last)
    if (days > 0) absentDays[kind] = (absentDays[kind] ?? 0) + days
  }
  return { serviceDays, cycleDays, dueDays: working.between(from, to), absentDays }
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
