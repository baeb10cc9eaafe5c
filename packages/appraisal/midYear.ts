import { addDays, type Day } from './days.ts'

/** So many days before its due day a mid-year review may be held. */
const OPENS_BEFORE = 45

/**
 * The day by which mid-year reviews are held unless the institution names another: the last day of the month that follows the first six
 * (31 July of a calendar year; house default). null: the cycle ends before it, so it has no middle to look back from.
 */
export function midYearDay({ startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }): Day | null {
  const [year = '', month = ''] = startsOn.split('-')
  const day = new Date(Date.UTC(Number(year), Number(month) + 6, 0)).toISOString().slice(0, 10)
  return day < endsOn ? day : null
}

/** The first day on which a mid-year review due by this day may be held: 45 days before it (house default). */
export const midYearOpens = (by: Day): Day => addDays(by, -OPENS_BEFORE)
