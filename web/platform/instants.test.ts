import { afterEach, expect, test } from 'vitest'
import { dayOf, minuteOf, setTimeZone } from './instants.ts'

afterEach(() => setTimeZone('Asia/Shanghai'))

test('an evening in UTC is the next day in China, whatever zone the reader sits in', () => {
  expect([dayOf('2026-03-01T17:30:00Z'), minuteOf('2026-03-01T17:30:00Z')]).toEqual(['2026-03-02', '2026-03-02 01:30'])
})

test('an institution elsewhere reads its own clock', () => {
  setTimeZone('America/Chicago')
  expect([dayOf('2026-03-01T03:00:00Z'), minuteOf('2026-03-01T03:00:00Z')]).toEqual(['2026-02-28', '2026-02-28 21:00'])
})
