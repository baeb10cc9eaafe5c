import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasDoubtfulComma, plainNumber } from './written.ts'

test.each([
  ['1,234', '1234'],
  ['12,345,678.90', '12345678.90'],
  ['-1,234', '-1234'],
  ['１，２３４．５', '1234.5'],
  [' +96.5 ', '96.5'],
  ['007', '007'],
])('%s is %s', (text, plain) => {
  expect(plainNumber(text)).toBe(plain)
  expect(hasDoubtfulComma(text)).toBe(false)
})

test.each(['0,123', '12,34', '1234,567', '1,234,56', '1,2345', '1.234,56'])('nobody can be sure what %s means', (text) => {
  expect(plainNumber(text)).toBeNull()
  expect(hasDoubtfulComma(text)).toBe(true)
})

test.each(['', 'abc', '96.5 %', '1e3', '1 234', '--1', '.5'])('“%s” is no number, with or without a comma', (text) => {
  expect(plainNumber(text)).toBeNull()
  expect(hasDoubtfulComma(text)).toBe(false)
})

test('whatever a spreadsheet groups by thousands is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (value) => {
      expect(plainNumber(value.toLocaleString('en-US'))).toBe(String(value))
    }),
  )
})
