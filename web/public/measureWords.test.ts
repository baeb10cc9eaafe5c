import { expect, test } from 'vitest'
import { bestOf, gapOf, isBestYet, movedOf, targetYears } from './measureWords.ts'

test('the distance to the target keeps the places of the figure that has more', () => {
  expect(gapOf({ actual: '97.3', target: '98' })).toBe('0.7')
  expect(gapOf({ actual: '82.0', target: '88' })).toBe('6.0')
  expect(gapOf({ actual: null, target: '88' })).toBeNull()
  expect(gapOf({ actual: '5', target: '3–7' })).toBeNull()
})

const trend = [
  { year: 2023, actual: '9.5', target: '9', targetSetOn: null, source: null },
  { year: 2024, actual: null, target: null, targetSetOn: null, source: null },
  { year: 2025, actual: '10.1', target: '10', targetSetOn: '2025-02-17', source: null },
]

test('the best year is the highest or the lowest, as is better; a year without a figure is passed over', () => {
  expect(bestOf({ trend, better: 'up' })).toEqual({ year: 2025, actual: '10.1' })
  expect(bestOf({ trend, better: 'down' })).toEqual({ year: 2023, actual: '9.5' })
  expect(bestOf({ trend, better: 'band' })).toBeNull()
  expect(bestOf({ trend: trend.slice(0, 2), better: 'up' })).toBeNull()
})

test('a year is called the best so far only among three that were measured', () => {
  const three = [{ year: 2022, actual: '9.1', target: null, targetSetOn: null, source: null }, ...trend]
  expect(isBestYet({ trend: three, better: 'up' })).toBe(true)
  expect(isBestYet({ trend: three, better: 'down' })).toBe(false)
  expect(isBestYet({ trend, better: 'up' })).toBe(false)
})

test('the history of the target names the day it was approved where it is known', () => {
  expect(targetYears({ trend })).toEqual([
    { year: 2023, target: '9', setOn: null },
    { year: 2025, target: '10', setOn: '2025-02-17' },
  ])
})

test('a move is from the last year that was measured, for better or worse as the measure means it; a year without a figure has not moved', () => {
  expect(movedOf({ trend, better: 'up' })).toEqual({ from: '9.5', to: '10.1', by: '0.6', up: true, way: 'better' })
  expect(movedOf({ trend, better: 'down' })).toMatchObject({ by: '0.6', way: 'worse' })
  expect(movedOf({ trend, better: 'band' })).toBeNull()
  expect(movedOf({ trend: trend.slice(0, 2), better: 'up' })).toBeNull()
  expect(movedOf({ trend: trend.slice(2), better: 'up' })).toBeNull()
})
