import fc from 'fast-check'
import { expect, test } from 'vitest'
import { raterGroupOf } from './raterGroup.ts'

const head = { personId: 'head', unitId: 'office', headPersonId: 'director', heads: ['office'] }
const member = { personId: 'member', unitId: 'office', headPersonId: 'head', heads: [] }
const actor = (personId: string | null, unitId: string | null) => ({ personId, unitId })

test('the one who answers for a person is the superior, also across units', () => {
  expect(raterGroupOf(actor('head', 'office'), member)).toBe('superior')
  expect(raterGroupOf(actor('director', 'bureau'), head)).toBe('superior')
  expect(raterGroupOf(actor('director', 'bureau'), member)).toBeNull()
})

test('people of a unit rate its head as subordinates and each other as peers; others do not rate', () => {
  expect(raterGroupOf(actor('member', 'office'), head)).toBe('subordinates')
  expect(raterGroupOf(actor('other', 'office'), member)).toBe('peers')
  expect(raterGroupOf(actor('other', 'station'), member)).toBeNull()
  expect(raterGroupOf(actor(null, 'office'), member)).toBeNull()
  expect(raterGroupOf(actor('other', null), member)).toBeNull()
})

test('nobody rates themselves, whatever units they head', () => {
  const ids = fc.constantFrom('a', 'b', 'c')
  const standing = fc.record({ personId: ids, unitId: ids, headPersonId: fc.option(ids), heads: fc.array(ids) })
  fc.assert(fc.property(standing, fc.option(ids), (rated, unitId) => raterGroupOf(actor(rated.personId, unitId), rated) === null))
})
