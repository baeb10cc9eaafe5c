import { compare } from '@milepost/exact/exact'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, type PayClaim } from './apportion.ts'

/** Base x grade x months of seven people: the worked pool of 100,000.00 yuan (dossier, pay pool). */
const SEVEN: PayClaim[] = [
  { key: 'A', weight: '18' },
  { key: 'B', weight: '14.4' },
  { key: 'C', weight: '17.28' },
  { key: 'D', weight: '7' },
  { key: 'E', weight: '6.48' },
  { key: 'F', weight: '14.4' },
  { key: 'G', weight: '16.5' },
]
const fenOf = (pool: number, claims: readonly PayClaim[]) => {
  const result = apportion(pool, claims)
  return result.kind === 'apportioned' ? result.shares.map(({ fen }) => fen) : result
}

test('the worked pool of seven people is shared to the fen', () => {
  expect(fenOf(10_000_000, SEVEN)).toEqual([1913672, 1530938, 1837125, 744206, 688922, 1530938, 1754199])
})

test('the worked pool with caps on A and G shares the rest among the others', () => {
  const capped = SEVEN.map((claim) =>
    claim.key === 'A' ? { ...claim, upperFen: 1_800_000 } : claim.key === 'G' ? { ...claim, upperFen: 1_500_000 } : claim,
  )
  expect(fenOf(10_000_000, capped)).toEqual([1800000, 1619879, 1943855, 787441, 728946, 1619879, 1500000])
})

test('equal weights: the odd fen goes to the smaller key', () => {
  expect(
    fenOf(100, [
      { key: 'c', weight: 1 },
      { key: 'a', weight: 1 },
      { key: 'b', weight: 1 },
    ]),
  ).toEqual([33, 34, 33])
})

test('nothing is apportioned when nobody has a claim, and the amount is said', () => {
  expect(fenOf(10_000, [{ key: 'a', weight: 0 }])).toMatchObject({ because: 'no-claims', amountFen: 10_000 })
  expect(fenOf(10_000, [])).toMatchObject({ because: 'no-claims', amountFen: 10_000 })
})

test('bounds that cannot hold are refused with the amount', () => {
  expect(
    fenOf(100, [
      { key: 'a', weight: 1, lowerFen: 80 },
      { key: 'b', weight: 1, lowerFen: 50 },
    ]),
  ).toMatchObject({ because: 'lower-bounds-exceed-pool', amountFen: 30 })
  expect(
    fenOf(100, [
      { key: 'a', weight: 1, upperFen: 30 },
      { key: 'b', weight: 1, upperFen: 50 },
    ]),
  ).toMatchObject({ because: 'upper-bounds-below-pool', amountFen: 20 })
  expect(
    fenOf(100, [
      { key: 'a', weight: 1, upperFen: 30 },
      { key: 'b', weight: 0 },
    ]),
  ).toMatchObject({ because: 'upper-bounds-below-pool', amountFen: 70 })
  expect(fenOf(100, [{ key: 'a', weight: 1, lowerFen: 9, upperFen: 3 }])).toMatchObject({ because: 'bounds-crossed', keys: ['a'] })
})

test('the side that is off by more is held first: whom a cap on another lifts over the lower bound is not held at it', () => {
  const claims = [
    { key: 'a', weight: 90, upperFen: 10 },
    { key: 'b', weight: 9 },
    { key: 'c', weight: 1, lowerFen: 5 },
  ]
  expect(fenOf(100, claims)).toEqual([10, 81, 9])
  const mirrored = [
    { key: 'a', weight: 1, lowerFen: 60 },
    { key: 'b', weight: 9, upperFen: 85 },
  ]
  expect(fenOf(100, mirrored)).toEqual([60, 40])
})

test('input that is not money is refused by name', () => {
  expect(fenOf(10.5, SEVEN)).toMatchObject({ because: 'pool-not-whole-fen' })
  expect(fenOf(100, [{ key: 'a', weight: -1 }])).toMatchObject({ because: 'negative-factor', keys: ['a'] })
  expect(
    fenOf(100, [
      { key: 'a', weight: 1 },
      { key: 'a', weight: 2 },
    ]),
  ).toMatchObject({ because: 'same-person-twice' })
  expect(fenOf(100, [{ key: 'a', weight: 1, lowerFen: 0.5 }])).toMatchObject({ because: 'bound-not-whole-fen' })
})

const pools = fc.record({
  pool: fc.integer({ min: 0, max: 100_000_000 }),
  weights: fc
    .array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 30 })
    .filter((weights) => weights.some((weight) => weight > 0)),
})
const claimsOf = (weights: readonly number[]): PayClaim[] => weights.map((weight, index) => ({ key: `p${index}`, weight: `${weight}/100` }))

test('law: the shares always add up to the pool exactly', () => {
  fc.assert(
    fc.property(pools, ({ pool, weights }) => {
      const result = apportion(pool, claimsOf(weights))
      expect(result.kind === 'apportioned' && result.shares.reduce((total, { fen }) => total + fen, 0)).toBe(pool)
    }),
  )
})

test('law: more weight never gives less money, and every share is its exact value rounded up or down', () => {
  fc.assert(
    fc.property(pools, ({ pool, weights }) => {
      const result = apportion(pool, claimsOf(weights))
      if (result.kind === 'refused') throw new Error(result.because)
      const byWeight = result.shares.map((share, index) => ({ share, weight: weights[index] ?? 0 })).toSorted((a, b) => a.weight - b.weight)
      byWeight.forEach(({ share, weight }, index) => {
        const lower = byWeight[index - 1]
        if (lower && lower.weight < weight) expect(share.fen).toBeGreaterThanOrEqual(lower.share.fen)
        expect(Math.abs(compare(share.quota.sub(share.fen), 0)) === 0 || compare(share.quota.sub(share.fen).abs(), 1) < 0).toBe(true)
      })
    }),
  )
})

test('law: the order of people does not matter', () => {
  fc.assert(
    fc.property(pools, fc.nat(), ({ pool, weights }, seed) => {
      const claims = claimsOf(weights)
      const turned = [...claims.slice(seed % claims.length), ...claims.slice(0, seed % claims.length)].toReversed()
      const byKey = (list: readonly PayClaim[]) => {
        const result = apportion(pool, list)
        return result.kind === 'apportioned' ? Object.fromEntries(result.shares.map(({ key, fen }) => [key, fen])) : result
      }
      expect(byKey(turned)).toEqual(byKey(claims))
    }),
  )
})

test('law: with bounds the sum is exact, every bound holds, or the refusal is true', () => {
  const bounded = fc.record({
    pool: fc.integer({ min: 0, max: 5000 }),
    people: fc.array(
      fc.record({
        weight: fc.integer({ min: 0, max: 50 }),
        lowerFen: fc.integer({ min: 0, max: 400 }),
        room: fc.integer({ min: 0, max: 2000 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  })
  fc.assert(
    fc.property(bounded, ({ pool, people }) => {
      const claims = people.map(({ weight, lowerFen, room }, index) => ({ key: `p${index}`, weight, lowerFen, upperFen: lowerFen + room }))
      const result = apportion(pool, claims)
      const lower = claims.reduce((total, { lowerFen }) => total + lowerFen, 0)
      const reachable = claims.reduce((total, { weight, lowerFen, upperFen }) => total + (weight > 0 ? upperFen : lowerFen), 0)
      if (result.kind === 'refused') {
        expect(pool < lower || pool > reachable).toBe(true)
        return
      }
      expect(result.shares.reduce((total, { fen }) => total + fen, 0)).toBe(pool)
      result.shares.forEach(({ fen }, index) => {
        expect(fen).toBeGreaterThanOrEqual(claims[index]!.lowerFen)
        expect(fen).toBeLessThanOrEqual(claims[index]!.upperFen)
      })
    }),
  )
})
