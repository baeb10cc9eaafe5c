import type { PeriodView } from '@milepost/contract/run/periods'

/** Of the open periods the one that ended first; a quarter is closed before the half-year and the year that end with it. */
export function nextToClose<P extends Pick<PeriodView, 'state' | 'startsOn' | 'endsOn'>>(periods: readonly P[]): P | null {
  const open = periods.filter((period) => period.state === 'open')
  return open.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn) || b.startsOn.localeCompare(a.startsOn))[0] ?? null
}
