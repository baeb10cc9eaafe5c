import type { CalendarDay } from '@milepost/contract/institution/calendar'

export type Cell = { readonly key: string; readonly day: CalendarDay | null }

/** The days of a month in weeks from Monday to Sunday; null before the first and after the last. */
export function weeksOf(days: readonly CalendarDay[]): Cell[][] {
  const before = (days[0]?.weekday ?? 1) - 1
  const cells: Cell[] = [
    ...Array.from({ length: before }, (_each, i) => ({ key: `before-${i}`, day: null })),
    ...days.map((day) => ({ key: day.day, day })),
  ]
  while (cells.length % 7 !== 0) cells.push({ key: `after-${cells.length}`, day: null })
  return Array.from({ length: cells.length / 7 }, (_each, week) => cells.slice(week * 7, week * 7 + 7))
}

/** How a day is drawn: ordinary ones quietly, holidays and weekends worked with their own mark. */
export function kindOf({ weekday, isWorking, exception }: CalendarDay): 'work' | 'off' | 'extra-work' | 'extra-off' {
  const ordinary = weekday <= 5
  if (isWorking) return ordinary ? 'work' : 'extra-work'
  return ordinary || exception !== null ? 'extra-off' : 'off'
}
