import { expect, test } from 'vitest'
import { nextToClose } from './nextToClose.ts'

const year = { state: 'open', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const
const third = { state: 'open', startsOn: '2026-07-01', endsOn: '2026-09-30' } as const
const fourth = { state: 'open', startsOn: '2026-10-01', endsOn: '2026-12-31' } as const

test('the period that ended first is closed first', () => {
  expect(nextToClose([year, fourth, third])).toBe(third)
})

test('of those that end together the shortest comes first', () => {
  expect(nextToClose([year, fourth])).toBe(fourth)
})

test('closed periods are left alone', () => {
  expect(nextToClose([{ ...third, state: 'closed' }])).toBeNull()
})
