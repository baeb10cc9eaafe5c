import type { PeriodView } from '@milepost/contract/run/periods'

type Filled = Pick<PeriodView, 'code' | 'startsOn' | 'endsOn'> & { readonly values: number }

/** The period a reader means when none is named: of those that hold values the one begun last, of these the shortest. null: none. */
export function currentPeriodOf(periods: readonly Filled[]): string | null {
  const ordered = periods
    .filter(({ values }) => values > 0)
    .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn) || a.endsOn.localeCompare(b.endsOn))
  return ordered[0]?.code ?? null
}
