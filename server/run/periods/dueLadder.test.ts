import { expect, test } from 'vitest'
import { rungOf } from './dueLadder.ts'

test('a week before the day one is reminded, the day itself is in time, a week after it goes up', () => {
  const on = (day: string) => rungOf('2026-10-15', day)
  expect(['2026-10-07', '2026-10-08', '2026-10-15', '2026-10-16', '2026-10-22', '2026-10-23'].map(on)).toEqual([
    ...['ahead', 'due-soon', 'due-soon', 'overdue', 'overdue', 'escalated'],
  ])
})
