import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { endpoint, type InputOf } from './endpoint.ts'
import { done, id } from './fields.ts'

const common = {
  name: 'run.readThing',
  method: 'GET',
  permission: 'value.read',
  summary: { zh: '看', en: 'Read' },
  output: done,
  audit: null,
} as const

test('an endpoint is JSON unless it says otherwise', () => {
  expect(endpoint({ ...common, path: '/api/things/:thingId', input: z.object({ thingId: id }) }).kind).toBe('json')
})

test('a parameter of the path that the input does not know does not compile', () => {
  endpoint({ ...common, path: '/api/a/:aId/b/:bId', input: z.object({ aId: id, bId: id }) })
  // @ts-expect-error bId is missing from the input
  endpoint({ ...common, path: '/api/a/:aId/b/:bId', input: z.object({ aId: id }) })
  // @ts-expect-error there is no such permission
  endpoint({ ...common, permission: 'value.guess', path: '/api/a', input: z.object({}) })
})

test('path parameters, query and body are one input', () => {
  const changeThing = endpoint({ ...common, path: '/api/things/:thingId', input: z.object({ thingId: id, name: z.string() }) })
  expectTypeOf<InputOf<typeof changeThing>>().toEqualTypeOf<{ thingId: string; name: string }>()
})
