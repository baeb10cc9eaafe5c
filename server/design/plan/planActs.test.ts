import type { Actor } from '@milepost/access/actor'
import { expect, test } from 'vitest'
import { type PlanStanding, planActs, sideOf } from './planActs.ts'

const actor = (personId: string, headedUnitIds: string[] = []): Actor => ({
  accountId: 'a',
  personId,
  name: '',
  roles: ['employee'],
  unitId: 'u',
  headedUnitIds,
})
const plan: PlanStanding = { state: 'draft', personId: 'p', unitId: 'u', agreedByPerson: false, agreedByHead: false }

test('the head of a unit stands on the side of the person on the own plan', () => {
  expect(sideOf(actor('p', ['u']), plan)).toBe('person')
  expect(sideOf(actor('h', ['u']), plan)).toBe('head')
  expect(sideOf(actor('x', ['v']), plan)).toBeNull()
})

test('a draft is edited and proposed by either side, by nobody else', () => {
  expect(planActs(actor('p'), plan)).toEqual({ edit: true, propose: true, agree: false, giveBack: false, amend: false })
  expect(planActs(actor('h', ['u']), plan)).toEqual({ edit: true, propose: true, agree: false, giveBack: false, amend: false })
  expect(planActs(actor('x'), plan)).toEqual({ edit: false, propose: false, agree: false, giveBack: false, amend: false })
})

test('a proposed plan waits for the side that has not agreed', () => {
  const proposed: PlanStanding = { ...plan, state: 'proposed', agreedByPerson: true }
  expect(planActs(actor('p'), proposed)).toMatchObject({ agree: false, giveBack: false, amend: false })
  expect(planActs(actor('h', ['u']), proposed)).toMatchObject({ agree: true, giveBack: true })
})

test('an agreed plan is amended by either side, and nothing else', () => {
  const agreed: PlanStanding = { ...plan, state: 'agreed', agreedByPerson: true, agreedByHead: true }
  const only = { edit: false, propose: false, agree: false, giveBack: false, amend: true }
  for (const one of [actor('p'), actor('h', ['u'])]) expect(planActs(one, agreed)).toEqual(only)
  expect(planActs(actor('x'), agreed).amend).toBe(false)
})
