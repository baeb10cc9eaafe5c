import { expect, test } from 'vitest'
import { currentPeriodOf } from './currentPeriod.ts'

const year = { code: '2026', startsOn: '2026-01-01', endsOn: '2026-12-31', values: 5 }
const second = { code: '2026H2', startsOn: '2026-07-01', endsOn: '2026-12-31', values: 5 }
const third = { code: '2026Q3', startsOn: '2026-07-01', endsOn: '2026-09-30', values: 9 }
const fourth = { code: '2026Q4', startsOn: '2026-10-01', endsOn: '2026-12-31', values: 0 }

test('the period shown first is the last begun that holds values, the shortest of those', () => {
  expect(currentPeriodOf([year, second, third, fourth])).toBe('2026Q3')
})

test('without any value no period is picked', () => {
  expect(currentPeriodOf([fourth])).toBeNull()
})
