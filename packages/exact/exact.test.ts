import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, div, exact, exactFromNumber, floorToInteger, max, min, mul, parseExact, sub, sum } from './exact.ts'
import { roundHalfAway, toDecimalString, toExactText } from './rounding.ts'

describe('reading', () => {
  test('decimals, whole numbers and fractions are read exactly', () => {
    expect(toExactText(exact('89.995'))).toBe('89.995')
    expect(toExactText(exact('-0.50'))).toBe('-0.5')
    expect(toExactText(exact(7))).toBe('7')
    expect(toExactText(exact(-7n))).toBe('-7')
    expect(toExactText(exact('250/3'))).toBe('250/3')
  })

  test.each(['NaN', '1e3', 'Infinity', ' 1', '1,000', '.5', '5.', '--1', '0x10', "1.(3)'", '1 1/2', '１２'])(
    '"%s" is refused by name',
    (text) => {
      expect(parseExact(text)).toEqual({ kind: 'refused', because: 'not-a-decimal' })
    },
  )

  test('empty text and a zero denominator are cases of their own', () => {
    expect(parseExact('')).toEqual({ kind: 'refused', because: 'empty' })
    expect(parseExact('1/0')).toEqual({ kind: 'refused', because: 'zero-denominator' })
  })

  test('a binary fraction is refused unless its shortest decimal is meant', () => {
    expect(() => exact(0.1)).toThrow(TypeError)
    expect(() => exact(Number.NaN)).toThrow(TypeError)
    expect(() => exactFromNumber(Number.POSITIVE_INFINITY)).toThrow(TypeError)
    expect(toExactText(exactFromNumber(0.1))).toBe('0.1')
    expect(toExactText(exactFromNumber(1.5e-7))).toBe('0.00000015')
    expect(toExactText(exactFromNumber(-2e21))).toBe('-2000000000000000000000')
  })
})

describe('arithmetic', () => {
  test('V25: 0.3 x 67.25 + 0.7 x 99.75 is 90, not 89.999...', () => {
    expect(0.3 * 67.25 + 0.7 * 99.75).not.toBe(90)
    expect(add(mul('0.3', '67.25'), mul('0.7', '99.75')).equals(90)).toBe(true)
  })

  test('division by zero is misuse; the caller names that case before', () => {
    expect(() => div(1, 0)).toThrow()
  })

  test('smallest, largest and sum', () => {
    expect(toExactText(min('1/3', '0.33', 1))).toBe('0.33')
    expect(toExactText(max('1/3', '0.33', '-1'))).toBe('1/3')
    expect(toExactText(sum(['0.1', '0.2', '0.3']))).toBe('0.6')
    expect(toExactText(sum([]))).toBe('0')
  })

  test('the floor of a negative value lies below it', () => {
    expect(['-1.5', '-2', '1.5', '0'].map((text) => floorToInteger(text))).toEqual([-2n, -2n, 1n, 0n])
  })
})

describe('rounding', () => {
  test('half goes away from zero on the exact value, where toFixed gives 59.99', () => {
    expect((59.995).toFixed(2)).not.toBe('60.00')
    expect(roundHalfAway('59.995', 2)).toBe('60.00')
    expect(roundHalfAway('-2.5', 0)).toBe('-3')
    expect(roundHalfAway('1.005', 2)).toBe('1.01')
  })

  test('negative places round to tens and hundreds, as ROUND of a spreadsheet does', () => {
    const rounded = (['1250', '-1250', '1249.99', '44', '-5', '0', '987654'] as const).map((text) => roundHalfAway(text, -2))
    expect(rounded).toEqual(['1300', '-1300', '1200', '0', '0', '0', '987700'])
    expect(roundHalfAway('5', -1)).toBe('10')
    expect(roundHalfAway('4', -3)).toBe('0')
  })

  test('a value that rounds to zero has no sign', () => {
    expect(roundHalfAway('-0.001', 2)).toBe('0.00')
    expect(toDecimalString('-0.0000001')).toBe('0')
  })

  test('short texts drop what says nothing', () => {
    expect(['12.500', '12', '100/3', '-0.1250'].map((text) => toDecimalString(text))).toEqual(['12.5', '12', '33.333333', '-0.125'])
    expect(toDecimalString('100', 0)).toBe('100')
  })
})

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => `${n}/${d}`)

test('law: text keeps the value', () => {
  fc.assert(
    fc.property(fractions, (text) => {
      expect(compare(toExactText(text), text)).toBe(0)
    }),
  )
})

test('law: rounding moves by at most half a unit, and is symmetric', () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: 0, max: 6 }), (text, places) => {
      const rounded = roundHalfAway(text, places)
      expect(compare(sub(rounded, text).abs(), div(1, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0)
      expect(compare(roundHalfAway(exact(text).neg(), places), exact(rounded).neg())).toBe(0)
    }),
  )
})

test('law: a double read as its shortest decimal gives the same double back', () => {
  const doubles = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .filter((value) => value === 0 || Math.abs(value) > 1e-15)
  fc.assert(
    fc.property(doubles, (value) => {
      expect(Number(toDecimalString(exactFromNumber(value), 40))).toBe(value === 0 ? 0 : value)
    }),
  )
})
