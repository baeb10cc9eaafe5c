import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, ROLES } from './actor.ts'
import { may, mayByRole } from './may.ts'
import { PERMISSIONS } from './permissions.ts'
import {
  headNotSelf,
  headOrOffice,
  invitedJudge,
  notTheRecorder,
  onlySelf,
  readsCard,
  selfHeadOrOffice,
  selfOrHead,
} from './recordRules.ts'

const UNITS = ['bureau', 'east', 'west'] as const
const employee: Actor = { accountId: 'a1', personId: 'p1', name: '甲', roles: ['employee'], unitId: 'east', headedUnitIds: [] }
const head: Actor = { ...employee, accountId: 'a2', personId: 'p2', roles: ['unit-head'], headedUnitIds: ['east'] }
const office: Actor = { ...employee, accountId: 'a3', personId: 'p3', roles: ['performance-office'], unitId: 'bureau' }
const system: Actor = { ...employee, accountId: 'a4', personId: null, roles: ['system-admin'], unitId: null }

const anyActor: fc.Arbitrary<Actor> = fc.record({
  accountId: fc.constantFrom('a1', 'a2', null),
  personId: fc.constantFrom('p1', 'p2', null),
  name: fc.constant('某'),
  roles: fc.subarray([...ROLES]),
  unitId: fc.constantFrom(...UNITS, null),
  headedUnitIds: fc.subarray([...UNITS]),
})
const anySubject = fc.record({ personId: fc.constantFrom('p1', 'p2', 'p9'), unitId: fc.constantFrom(...UNITS, null) })

describe('self, head and office', () => {
  const own = { personId: 'p1', unitId: 'east' }
  const colleague = { personId: 'p9', unitId: 'east' }
  const elsewhere = { personId: 'p9', unitId: 'west' }
  test.each([
    ['an employee', employee, [true, false, false]],
    ['the head of the unit', head, [true, true, false]],
    ['the performance office', office, [true, true, true]],
    ['a system administrator', system, [false, false, false]],
  ] as const)('%s sees own, colleague’s and other records: %#', (_who, actor, expected) => {
    expect([own, colleague, elsewhere].map((subject) => selfHeadOrOffice(actor, subject))).toEqual(expected)
  })

  test('a plan is agreed by its two sides; the office is neither', () => {
    expect([employee, head, office].map((actor) => selfOrHead(actor, own))).toEqual([true, true, false])
  })

  test('a card of the institution or a unit is read by every member of staff, a person’s card by the person, the head and the office', () => {
    expect(readsCard(employee, { personId: null, unitId: null })).toBe(true)
    expect(readsCard(employee, { personId: null, unitId: 'west' })).toBe(true)
    expect([employee, head, office].map((actor) => readsCard(actor, colleague))).toEqual([false, true, true])
  })

  test('the authority reads how the institution and a unit scored, never a person', () => {
    const authority: Actor = { ...employee, accountId: 'a8', personId: null, headedUnitIds: [], roles: ['authority'] }
    for (const permission of ['card.read', 'ticket.read'] as const) {
      expect(may(authority, permission, { personId: null, unitId: 'west' })).toBe(true)
      expect(may(authority, permission, own)).toBe(false)
    }
  })

  test('an account without a person is nobody’s self', () => {
    expect(onlySelf({ ...employee, personId: null }, own)).toBe(false)
  })
})

describe('laws', () => {
  test('the person judged never passes as the judge, whatever the roles and units', () => {
    fc.assert(fc.property(anyActor, anySubject, (actor, subject) => !headNotSelf(actor, subject) || actor.personId !== subject.personId))
  })

  test('nobody without a role passes, whoever they are to the record', () => {
    const records = (Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]).filter((permission) => 'record' in PERMISSIONS[permission])
    expect(records.length).toBeGreaterThan(5)
    fc.assert(
      fc.property(anyActor, anySubject, (actor, subject) => {
        const nobody = { ...actor, roles: [] }
        return (
          !may(nobody, 'appraisal.read', subject) &&
          !may(nobody, 'goal.record', subject) &&
          !may(nobody, 'ticket.read', subject) &&
          !may(nobody, 'value.confirm', { recordedByAccountId: 'a9' })
        )
      }),
    )
  })

  test('the record never opens what the role does not', () => {
    fc.assert(
      fc.property(anyActor, anySubject, (actor, subject) => !may(actor, 'pay-line.read', subject) || mayByRole(actor, 'pay-line.read')),
    )
  })

  test('who recorded never confirms, and who has no account confirms nothing', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom('a1', 'a2', null), (actor, recordedByAccountId) => {
        const passes = notTheRecorder(actor, { recordedByAccountId })
        return !passes || (actor.accountId !== null && actor.accountId !== recordedByAccountId)
      }),
    )
  })

  test('heading one more unit never closes a record', () => {
    fc.assert(
      fc.property(anyActor, anySubject, fc.constantFrom(...UNITS), (actor, subject, unit) => {
        const more = { ...actor, headedUnitIds: [...actor.headedUnitIds, unit] }
        return !selfHeadOrOffice(actor, subject) || selfHeadOrOffice(more, subject)
      }),
    )
  })
})

test('only an invited account judges, whatever its role', () => {
  expect([employee, head, office].map((actor) => invitedJudge(actor, { judgeAccountIds: ['a2'] }))).toEqual([false, true, false])
  expect(invitedJudge({ ...employee, accountId: null }, { judgeAccountIds: ['a2'] })).toBe(false)
})

describe('each rule, row by row: the person, the head of the unit, the head of another, the office, nobody', () => {
  const otherHead: Actor = { ...head, accountId: 'a5', personId: 'p5', headedUnitIds: ['west'] }
  const nobody: Actor = { ...employee, accountId: null, personId: null, roles: [] }
  const all = [employee, head, otherHead, office, nobody]
  const record = { personId: 'p1', unitId: 'east' }
  test.each([
    ['read a person’s record', selfHeadOrOffice, [true, true, false, true, false]],
    ['judge a person', headNotSelf, [false, true, false, true, false]],
    ['agree a plan', selfOrHead, [true, true, false, false, false]],
    ['see “my” pages', onlySelf, [true, false, false, false, false]],
    ['read a person’s card', readsCard, [true, true, false, true, false]],
    ['act on a unit', headOrOffice, [false, true, false, true, false]],
  ] as const)('%s', (_, rule, expected) => {
    expect(all.map((actor) => rule(actor, record))).toEqual(expected)
  })

  test('what belongs to no unit is nobody’s to head, and an account without a person is nobody', () => {
    expect(headOrOffice({ ...head, headedUnitIds: ['east', 'west'] }, { unitId: null })).toBe(false)
    expect(onlySelf(nobody, { personId: 'p1', unitId: null })).toBe(false)
    expect(all.map((actor) => readsCard(actor, { personId: null, unitId: null }))).toEqual([true, true, true, true, true])
  })

  test('law: whoever judges a person may also read of them, and never judges themselves', () => {
    fc.assert(
      fc.property(anyActor, anySubject, (actor, subject) => {
        if (!headNotSelf(actor, subject)) return true
        return selfHeadOrOffice(actor, subject) && actor.personId !== subject.personId
      }),
    )
  })
})
