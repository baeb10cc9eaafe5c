import { expect, test } from 'vitest'
import { demoGroups } from './demoGroups.ts'

test('each person stands once, under the first of their roles', () => {
  const person = (username: string, roles: Parameters<typeof demoGroups>[0][number]['roles']) => ({
    username,
    name: username,
    roles,
    unit: null,
  })
  const groups = demoGroups([
    person('li', ['employee']),
    person('wang', ['employee', 'unit-head']),
    person('liu', ['performance-office', 'employee']),
  ])
  expect(groups.map(({ role, accounts }) => [role, accounts.map(({ username }) => username)])).toEqual([
    ['performance-office', ['liu']],
    ['unit-head', ['wang']],
    ['employee', ['li']],
  ])
})
