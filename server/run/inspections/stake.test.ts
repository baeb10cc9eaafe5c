import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStake, stakeText } from './stake.ts'

test('a stake is kilometre and metre, or whole metres; a bare decimal could be either and is refused', () => {
  const read = (text: string) => {
    const reading = readStake(text)
    return reading.ok ? reading.value : null
  }
  expect([read('K12+345'), read('k12 + 045'), read('Ｋ１２＋３４５'), read('12345'), read('0')]).toEqual([12345, 12045, 12345, 12345, 0])
  expect([read('12.345'), read('K12'), read('12+345m'), read('-5')]).toEqual([null, null, null, null])
})

test('writing a stake and reading it back gives the same metres', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), (metres) => {
      expect(readStake(stakeText(metres))).toEqual({ ok: true, value: metres })
    }),
  )
})
