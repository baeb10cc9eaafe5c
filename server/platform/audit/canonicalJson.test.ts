import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, contentHash } from './canonicalJson.ts'

test('keys are sorted, however deep, and what is undefined is left out', () => {
  expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: null }], c: '分' }, x: undefined })).toBe(
    '{"a":{"c":"分","d":[{"y":null,"z":1}]},"b":1}',
  )
})

test('it says the same as JSON, so that what was stored as JSON and read back has the same hash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const readBack: unknown = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(readBack)
      expect(contentHash(value)).toBe(contentHash(readBack))
    }),
  )
})

test('dates and gaps in lists are what JSON makes of them', () => {
  const value = { at: new Date('2026-03-02T01:00:00Z'), list: [undefined, 1] }
  expect(canonicalJson(value)).toBe(JSON.stringify({ at: '2026-03-02T01:00:00.000Z', list: [null, 1] }))
})

test('the order in which keys were written does not matter, the order of a list does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(contentHash(turned)).toBe(contentHash(value))
    }),
  )
  expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]))
  expect(contentHash('1')).not.toBe(contentHash(1))
})
