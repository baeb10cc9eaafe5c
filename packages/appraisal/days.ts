/** A calendar day, `yyyy-mm-dd`, in the institution's own time zone. */
export type Day = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01. Throws on a text that is no day of the calendar: days are checked where they come in. */
export function dayNumber(day: Day): number {
  const parts = pattern.exec(day)
  const number = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / millisecondsPerDay : Number.NaN
  if (Number.isNaN(number) || dayOf(number) !== day) throw new RangeError(`not a day of the calendar: ${day}`)
  return number
}

/** The day so many days after 1970-01-01; the inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The day so many calendar days later; earlier for a negative number. Throws RangeError on a text that is no day. */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** Days from one day to another: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The calendar year of a day, e.g. 2026. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
