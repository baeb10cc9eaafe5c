import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, ROLES, type Role, THE_PUBLIC } from './actor.ts'
import { hasRecordRule, may, mayByRole, ownRecord } from './may.ts'
import { PERMISSIONS, type Permission, type RecordPermission } from './permissions.ts'
import { headNotSelf, headOrOffice, isHeadOf, isSelf, notTheRecorder } from './recordRules.ts'

const ALL = Object.keys(PERMISSIONS) as Permission[]
const RECORDS = ALL.filter((permission): permission is RecordPermission => hasRecordRule(permission))
const one = (role: Role, more: Partial<Actor> = {}): Actor => ({
  ...{ accountId: 'a1', personId: 'p1', name: '甲', roles: [role], unitId: 'east', headedUnitIds: [] },
  ...more,
})
const subject = { personId: 'p9', unitId: 'east', recordedByAccountId: 'a9', judgeAccountIds: ['a9'] }

describe('the two gates', () => {
  test.each(ALL)('%s: the first gate lets in exactly the roles of its row', (permission) => {
    const roles: readonly Role[] = PERMISSIONS[permission].roles
    for (const role of ROLES) expect(mayByRole(one(role), permission)).toBe(roles.includes(role))
  })

  test('several roles open what each of them opens, and no more', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ALL), (roles, permission) => {
        const together = mayByRole({ ...THE_PUBLIC, roles }, permission)
        expect(together).toBe(roles.some((role) => mayByRole(one(role), permission)))
      }),
    )
  })

  test('the second gate is both: role and record, whatever the record', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECORDS), fc.constantFrom(...ROLES), fc.boolean(), (permission, role, heads) => {
        const actor = one(role, heads ? { headedUnitIds: ['east'] } : {})
        if (may(actor, permission, subject as never)) expect(mayByRole(actor, permission)).toBe(true)
      }),
    )
  })

  test('a permission has a record rule exactly when its row names one', () => {
    for (const permission of ALL) expect(hasRecordRule(permission)).toBe('record' in PERMISSIONS[permission])
    expect(hasRecordRule('appraisal.read')).toBe(true)
    expect(hasRecordRule('session.open')).toBe(false)
  })

  test('for the same person in the same unit, being its head or the office opens what it is closed to a colleague', () => {
    const colleague = one('employee')
    const head = one('unit-head', { headedUnitIds: ['east'] })
    const office = one('performance-office', { unitId: 'bureau' })
    expect([colleague, head, office].map((actor) => may(actor, 'appraisal.read', subject))).toEqual([false, true, true])
    expect(may({ ...colleague, personId: 'p9' }, 'appraisal.read', subject)).toBe(true)
  })
})

describe('the rules by record', () => {
  test('self needs a person on both sides: an account without one is nobody', () => {
    expect(isSelf(one('employee'), { personId: 'p1', unitId: null })).toBe(true)
    expect(isSelf(one('employee', { personId: null }), { personId: 'p1', unitId: null })).toBe(false)
    expect(isSelf(one('employee'), { personId: 'p2', unitId: 'east' })).toBe(false)
  })

  test('a head is head of the units listed, never of a record without a unit', () => {
    const head = one('unit-head', { headedUnitIds: ['east', 'east-1'] })
    expect(['east', 'east-1', 'west', null].map((unitId) => isHeadOf(head, { unitId }))).toEqual([true, true, false, false])
    expect(isHeadOf(one('unit-head'), { unitId: 'east' })).toBe(false)
  })

  test('an act on a unit is its head’s and the offices’; being in the unit is not heading it', () => {
    expect(headOrOffice(one('employee'), { unitId: 'east' })).toBe(false)
    expect(headOrOffice(one('unit-head', { headedUnitIds: ['east'] }), { unitId: 'east' })).toBe(true)
    expect(headOrOffice(one('leader'), { unitId: null })).toBe(true)
  })

  test('whoever judges is not the judged, not even as leader', () => {
    for (const role of ROLES) expect(headNotSelf(one(role, { headedUnitIds: ['east'] }), { personId: 'p1', unitId: 'east' })).toBe(false)
    expect(headNotSelf(one('leader'), subject)).toBe(true)
    expect(headNotSelf(one('employee'), subject)).toBe(false)
  })

  test('who recorded it, or whom it is about, is told so; anybody else is told nothing', () => {
    const recorded = { recordedByAccountId: 'a1' }
    expect(ownRecord(one('leader'), 'value.confirm', recorded)).toBe('recorded')
    expect(ownRecord(one('leader', { accountId: 'a2' }), 'value.confirm', recorded)).toBeNull()
    expect(ownRecord(one('employee'), 'value.confirm', recorded)).toBeNull()
    expect(ownRecord(one('leader', { accountId: null }), 'value.confirm', { recordedByAccountId: null })).toBeNull()
    const about = { personId: 'p1', unitId: 'east' }
    expect(ownRecord(one('leader'), 'interview.record', about)).toBe('about')
    expect(ownRecord(one('leader', { personId: 'p2' }), 'interview.record', about)).toBeNull()
    expect(ownRecord(one('leader'), 'card.read', about)).toBeNull()
  })

  test('two pairs of eyes: a value that nobody recorded by account may be confirmed by anybody who has one', () => {
    expect(notTheRecorder(one('leader'), { recordedByAccountId: null })).toBe(true)
    expect(notTheRecorder(one('leader'), { recordedByAccountId: 'a1' })).toBe(false)
    expect(notTheRecorder(one('leader', { accountId: null }), { recordedByAccountId: 'a2' })).toBe(false)
  })
})
