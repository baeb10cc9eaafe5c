import { expect, test } from 'vitest'
import { byDue, dueOf } from './due.ts'

test.each([
  ['2026-11-20', { kind: 'late', days: 3 }],
  ['2026-11-23', { kind: 'today' }],
  ['2026-11-24', { kind: 'tomorrow' }],
  ['2026-12-01', { kind: 'soon', days: 8 }],
  ['2027-03-01', { kind: 'later', day: '2027-03-01' }],
  [null, { kind: 'none' }],
])('due on %s, seen on 2026-11-23', (dueOn, due) => {
  expect(dueOf(dueOn, '2026-11-23')).toEqual(due)
})

test('the earliest comes first, and what has no day last', () => {
  const days = [{ dueOn: null }, { dueOn: '2026-12-01' }, { dueOn: '2026-11-20' }]
  expect([...days].sort(byDue).map(({ dueOn }) => dueOn)).toEqual(['2026-11-20', '2026-12-01', null])
})
