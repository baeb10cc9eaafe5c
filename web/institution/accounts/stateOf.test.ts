import type { AccountRow } from '@milepost/contract/institution/accounts'
import { expect, test } from 'vitest'
import { stateOf } from './stateOf.ts'

const account: AccountRow = {
  accountId: 'a',
  username: '1001',
  displayName: '单雄',
  person: { personId: 'p', employeeNo: '1001', unit: null, hasLeft: false },
  roles: ['employee'],
  state: 'active',
  lockedUntil: null,
  hasPassword: true,
  linkUntil: null,
}

test('what matters most is said first', () => {
  expect(stateOf(account)).toBe('active')
  expect(stateOf({ ...account, hasPassword: false })).toBe('no-password')
  expect(stateOf({ ...account, hasPassword: false, linkUntil: '2026-03-09T01:00:00.000Z' })).toBe('link')
  expect(stateOf({ ...account, lockedUntil: '2026-03-02T01:15:00.000Z' })).toBe('locked')
  expect(stateOf({ ...account, person: { personId: 'p', employeeNo: '1001', unit: null, hasLeft: true } })).toBe('left')
  expect(stateOf({ ...account, state: 'disabled' })).toBe('disabled')
})
