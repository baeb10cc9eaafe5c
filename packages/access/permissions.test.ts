import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, ROLES, type Role, THE_PUBLIC } from './actor.ts'
import { hasRecordRule, mayByRole } from './may.ts'
import { PERMISSIONS, type Permission } from './permissions.ts'

const ALL = Object.keys(PERMISSIONS) as Permission[]
const withRoles = (roles: readonly Role[]): Actor => ({ ...THE_PUBLIC, accountId: 'a', personId: 'p', roles })
const held = (permission: Permission): readonly Role[] => PERMISSIONS[permission].roles

test.each(ALL)('%s names at least one role, each once, and only roles there are', (permission) => {
  expect(held(permission).length).toBeGreaterThan(0)
  expect(new Set(held(permission)).size).toBe(held(permission).length)
  expect(ROLES).toEqual(expect.arrayContaining([...held(permission)]))
})

test('whoever holds no role may do nothing', () => {
  for (const permission of ALL) expect(mayByRole(withRoles([]), permission)).toBe(false)
})

test('one more role never takes a permission away', () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ROLES), fc.constantFrom(...ALL), (roles, more, permission) => {
      return !mayByRole(withRoles(roles), permission) || mayByRole(withRoles([...roles, more]), permission)
    }),
  )
})

test('who has not signed in signs in, sees the name of the institution and what was published, answers a survey by link, leaves a message, and nothing else', () => {
  expect(ALL.filter((permission) => mayByRole(THE_PUBLIC, permission))).toEqual([
    'session.open',
    'institution.read',
    'ballot.cast',
    'publication.read',
    'feedback.send',
  ])
})

test('nobody decides what the office proposes: grades, scorecard, method, pool and publication are the leaders’', () => {
  for (const permission of ['grade.decide', 'scorecard.publish', 'choice.decide', 'pool.approve', 'publication.publish'] as const) {
    expect(held(permission)).toEqual(['leader'])
  }
})

test('the three administrators take no part in the appraisal', () => {
  const appraisal = ALL.filter((permission) =>
    /^(appraisal|rating|grade|notice|objection|pool|pay-line|score|value|card|plan|goal)\./.test(permission),
  )
  expect(appraisal.length).toBeGreaterThan(20)
  for (const permission of appraisal) {
    expect(mayByRole(withRoles(['system-admin', 'security-admin', 'audit-admin']), permission)).toBe(false)
  }
})

test('who makes accounts does not grant roles, and neither reads the audit trail', () => {
  expect(held('account.create').filter((role) => held('account.grant').includes(role))).toEqual([])
  for (const permission of ['account.create', 'account.grant'] as const) {
    expect(held(permission).filter((role) => held('audit.read').includes(role))).toEqual([])
  }
})

test('everything about one person depends on the record', () => {
  for (const permission of ['person.open', 'card.read', 'check-in.read', 'appraisal.read', 'pay-line.read', 'ticket.read'] as const) {
    expect(hasRecordRule(permission)).toBe(true)
  }
})
