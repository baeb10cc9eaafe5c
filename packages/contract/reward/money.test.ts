import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenOfYuan, plainYuan, yuanTyped } from './money.ts'

test('yuan as typed become whole fen', () => {
  expect(['1', '1.5', '0.07', '1234567.89', ' 20 '].map(fenOfYuan)).toEqual([100, 150, 7, 123_456_789, 2000])
  expect(plainYuan(7)).toBe('0.07')
  expect(plainYuan(-12_345)).toBe('-123.45')
})

test('thousandths, separators, signs and exponents are not amounts', () => {
  expect(['1.005', '1,000', '-1', '1e6', '', '.5'].filter((text) => yuanTyped.safeParse(text).success)).toEqual([])
})

test('what is written can be read again without loss', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => fenOfYuan(plainYuan(fen)) === fen))
})
