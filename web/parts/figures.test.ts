import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOfBasisPoints, written, yuanOfFen } from './figures.ts'

test.each([
  ['1234.5', 2, '1,234.50'],
  ['86.25', 1, '86.3'],
  ['-86.25', 1, '−86.3'],
  ['99.995', 2, '100.00'],
  ['0.004', 2, '0.00'],
  ['-0.004', 2, '0.00'],
  ['1234567', undefined, '1,234,567'],
  ['0', 1, '0.0'],
  ['12.5', 0, '13'],
])('%s with %s digits is written %s', (value, digits, text) => {
  expect(written(value, digits)).toBe(text)
})

test('a missing figure is a question mark, never 0', () => {
  expect(written(null, 2)).toBe('?')
  expect(percentOfBasisPoints(null)).toBe('?')
  expect(yuanOfFen(null)).toBe('?')
})

test('what is no figure is neither rounded nor turned into 0', () => {
  expect(written('—', 1)).toBe('—')
  expect(written(Number.NaN, 1)).toBe('?')
})

test('weights are written as percentages', () => {
  expect(percentOfBasisPoints(1250)).toBe('12.5%')
  expect(percentOfBasisPoints(3333)).toBe('33.33%')
  expect(percentOfBasisPoints(10_000)).toBe('100%')
})

test('money keeps every fen', () => {
  expect(yuanOfFen(123_456)).toBe('¥1,234.56')
  expect(yuanOfFen(5)).toBe('¥0.05')
  expect(yuanOfFen(-5)).toBe('−¥0.05')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => {
      expect(BigInt(yuanOfFen(fen).replaceAll(/[¥,.]/g, ''))).toBe(BigInt(fen))
    }),
  )
})
