/** A calendar day without a clock or a time zone. */
export type Day = { year: number; month: number; day: number }

/** Reads "2025-06-30"; null when it is not a day of the calendar. */
export function readDay(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month, 1 to 12, leap years by the Gregorian rule. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Days since a fixed day long ago: only differences mean anything. */
export function dayNumber({ year, month, day }: Day): number {
  const years = year - 1
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  let before = 0
  for (let earlier = 1; earlier < month; earlier++) before += daysInMonth(year, earlier)
  return years * 365 + leapDays + before + day
}

/** Days from one day to another, both included; null when either is not a day or they are the wrong way round. */
export function daysBetween(from: string, to: string): number | null {
  const [first, last] = [readDay(from), readDay(to)]
  if (!first || !last) return null
  const days = dayNumber(last) - dayNumber(first) + 1
  return days > 0 ? days : null
}
