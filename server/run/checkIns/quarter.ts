import { type PeriodSpan, periodsOfYear } from '../periods/periodCode.ts'

/** The quarter a day lies in; head and person talk at least once in each. */
export function quarterOf(day: string): PeriodSpan {
  const found = periodsOfYear(Number(day.slice(0, 4)), 'quarter').find((quarter) => quarter.startsOn <= day && day <= quarter.endsOn)
  if (!found) throw new Error(`${day} is not a day`)
  return found
}
