import { ROLES } from '@milepost/access/actor'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflictingRoles } from './separation.ts'

test('two of the three administrators are never one account', () => {
  expect(conflictingRoles(['system-admin', 'security-admin'])).toEqual(['system-admin', 'security-admin'])
  expect(conflictingRoles(['audit-admin', 'employee', 'system-admin'])).toEqual(['system-admin', 'audit-admin'])
})

test('an administrator never also runs the appraisal', () => {
  expect(conflictingRoles(['performance-office', 'audit-admin'])).toEqual(['audit-admin', 'performance-office'])
})

test('an administrator may be an employee', () => {
  expect(conflictingRoles(['system-admin', 'employee'])).toEqual([])
})

test('taking a role away never makes a conflict', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.nat(), (roles, at) => {
      const fewer = roles.filter((_role, i) => i !== at % Math.max(roles.length, 1))
      return conflictingRoles(fewer).length <= conflictingRoles(roles).length
    }),
  )
})
