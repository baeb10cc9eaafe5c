import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, div, mul, sub, sum } from './exact.ts'
import { type Claim, largestRemainder } from './largestRemainder.ts'

const seats = (total: number, claims: readonly Claim[]) => {
  const result = largestRemainder(total, claims)
  return result.kind === 'apportioned' ? Object.fromEntries(result.shares.map(({ key, share }) => [key, Number(share)])) : result
}

test('V23: three equal weights are shown as 33.34, 33.33 and 33.33', () => {
  expect(
    seats(
      10000,
      ['a', 'b', 'c'].map((key) => ({ key, claim: 1 })),
    ),
  ).toEqual({ a: 3334, b: 3333, c: 3333 })
})

test('equal remainders go to the larger claim, then to the smaller key', () => {
  expect(
    seats(2, [
      { key: 'small', claim: 1 },
      { key: 'large', claim: 3 },
    ]),
  ).toEqual({ small: 0, large: 2 })
  expect(
    seats(1, [
      { key: 'b', claim: 1 },
      { key: 'a', claim: 1 },
    ]),
  ).toEqual({ a: 1, b: 0 })
})

test('what cannot be shared out is named', () => {
  expect(seats(5, [])).toMatchObject({ kind: 'undefined', because: 'no-claims' })
  expect(seats(5, [{ key: 'a', claim: 0 }])).toMatchObject({ because: 'no-claims', keys: ['a'] })
  expect(seats(5, [{ key: 'a', claim: -1 }])).toMatchObject({ because: 'negative-claim', keys: ['a'] })
  expect(seats(-5, [{ key: 'a', claim: 1 }])).toMatchObject({ because: 'negative-total' })
  expect(
    seats(5, [
      { key: 'a', claim: 1 },
      { key: 'a', claim: 1 },
    ]),
  ).toMatchObject({ because: 'duplicate-key' })
})

const problems = fc.record({
  total: fc.integer({ min: 0, max: 10_000 }),
  claims: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 7 })), { minLength: 1, maxLength: 20 })
    .filter((claims) => claims.some(([n]) => n > 0))
    .map((claims) => claims.map(([n, d], index): Claim => ({ key: `k${index}`, claim: `${n}/${d}` }))),
})

test('law: shares add up, lie within one of the exact quota, and grow with the claim', () => {
  fc.assert(
    fc.property(problems, ({ total, claims }) => {
      const result = largestRemainder(total, claims)
      if (result.kind === 'undefined') throw new Error(result.because)
      expect(result.shares.reduce((all, { share }) => all + share, 0n)).toBe(BigInt(total))
      const whole = sum(claims.map(({ claim }) => claim))
      for (const [index, { share, quota }] of result.shares.entries()) {
        expect(compare(quota, div(mul(total, claims[index]!.claim), whole))).toBe(0)
        expect(compare(sub(share, quota).abs(), 1)).toBeLessThan(0)
        for (const [other, { share: theirs }] of result.shares.entries()) {
          if (compare(claims[index]!.claim, claims[other]!.claim) > 0) expect(share >= theirs).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('law: the order of claims does not matter', () => {
  fc.assert(
    fc.property(problems, ({ total, claims }) => {
      expect(seats(total, claims.toReversed())).toEqual(seats(total, claims))
    }),
  )
})
