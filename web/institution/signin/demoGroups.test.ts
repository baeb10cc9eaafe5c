import { expect, test } from 'vitest'
import { demoGroups } from './demoGroups.ts'

test('each person stands under every role they play; under employee only those who are nothing else', () => {
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
    person('wu', ['leader', 'discipline']),
  ])
  expect(groups.map(({ role, accounts }) => [role, accounts.map(({ username }) => username)])).toEqual([
    ['performance-office', ['liu']],
    ['leader', ['wu']],
    ['unit-head', ['wang']],
    ['employee', ['li']],
    ['discipline', ['wu']],
  ])
})
