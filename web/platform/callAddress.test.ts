import { expect, test } from 'vitest'
import { address } from './callAddress.ts'

test('path parameters are filled and escaped, and not sent again', () => {
  expect(address({ path: '/api/units/:unitId/cards/:year', method: 'PUT' }, { unitId: 'a/b', year: 2026, weight: 10 })).toEqual({
    url: '/api/units/a%2Fb/cards/2026',
    rest: { weight: 10 },
  })
})

test('for GET and DELETE the rest goes by query: lists repeat the name, absent fields are left out', () => {
  const asked = address({ path: '/api/people', method: 'GET' }, { unit: ['一', '二'], search: undefined, head: null, page: 2 })
  expect(asked).toEqual({ url: '/api/people?unit=%E4%B8%80&unit=%E4%BA%8C&page=2', rest: {} })
})

test('without anything to ask there is no question mark', () => {
  expect(address({ path: '/api/session', method: 'DELETE' }, {}).url).toBe('/api/session')
})
