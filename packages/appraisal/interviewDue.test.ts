import { expect, test } from 'vitest'
import { interviewDue } from './interviewDue.ts'

const on = (today: string, heldOn: string | null = null, confirmedOn: string | null = null) =>
  interviewDue({ servedOn: '2026-02-02', heldOn, confirmedOn }, { withinDays: 15, today })

test('fifteen days after service, the last one included; then what is missing has a name', () => {
  expect(on('2026-02-17')).toEqual({ dueOn: '2026-02-17', state: 'open' })
  expect(on('2026-02-18').state).toBe('not-held')
  expect(on('2026-02-18', '2026-02-10').state).toBe('not-confirmed')
})

test('held and confirmed in its days is in time, on whatever day it is looked at; a day later is late, not missing', () => {
  expect(on('2026-11-27', '2026-02-10', '2026-02-17').state).toBe('in-time')
  expect(on('2026-11-27', '2026-02-10', '2026-02-18').state).toBe('late')
  expect(on('2026-11-27', '2026-02-18', '2026-02-18').state).toBe('late')
})

test('a result served again after a change keeps the talk that was held before', () => {
  expect(on('2026-02-03', '2026-01-20', '2026-01-21').state).toBe('in-time')
})
