import { compare } from '@milepost/exact/exact'
import { expect, test } from 'vitest'
import { apportion, type PayClaim } from './apportion.ts'

/** A stream of whole numbers that is the same every time (Lehmer). */
function stream(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const POOLS = 20_000
type Pool = { fen: number; claims: PayClaim[] }

/** Base x grade x score x post x months in hundredths, as pay factors are; every second pool has bounds round the proportional share. */
function randomPool(next: (below: number) => number, bounded: boolean): Pool {
  const fen = 1 + next(20_000_000)
  const people = 1 + next(12)
  const claims = Array.from({ length: people }, (_, at): PayClaim => {
    const weight = String(((80 + next(120)) * (50 + next(100)) * (1 + next(12))) / 100)
    return { key: `p${at}`, weight }
  })
  if (!bounded) return { fen, claims }
  const fair = Math.floor(fen / people)
  return {
    fen,
    claims: claims.map((claim) => {
      const kind = next(4)
      if (kind === 0) return { ...claim, lowerFen: Math.floor(fair / (1 + next(3))) }
      if (kind === 1) return { ...claim, upperFen: fair * (1 + next(3)) + people }
      return claim
    }),
  }
}

test('20 000 random pools with and without bounds: the sum is exact, no bound is broken, nobody with more weight gets less, order of input does not matter', () => {
  const next = stream(8_052_026)
  let [shared, refused] = [0, 0]
  const faults: string[] = []
  for (let at = 0; at < POOLS; at++) {
    const { fen, claims } = randomPool(next, at % 2 === 1)
    const result = apportion(fen, claims)
    if (result.kind === 'refused') {
      refused += 1
      if (result.because !== 'upper-bounds-below-pool' && result.because !== 'lower-bounds-exceed-pool')
        faults.push(`${at} ${result.because}`)
      continue
    }
    shared += 1
    const got = new Map(result.shares.map((share) => [share.key, share.fen]))
    if (result.shares.reduce((total, share) => total + share.fen, 0) !== fen) faults.push(`${at} sum`)
    for (const { key, lowerFen = 0, upperFen = fen } of claims)
      if ((got.get(key) ?? -1) < lowerFen || (got.get(key) ?? 0) > upperFen) faults.push(`${at} bound ${key}`)
    const free = claims.filter(({ lowerFen, upperFen }) => lowerFen === undefined && upperFen === undefined)
    for (const one of free)
      for (const other of free)
        if (compare(one.weight, other.weight) > 0 && (got.get(one.key) ?? 0) < (got.get(other.key) ?? 0))
          faults.push(`${at} order ${one.key} ${other.key}`)
    if (at % 10 === 0) {
      const again = apportion(fen, claims.toReversed())
      if (again.kind === 'refused' || again.shares.some((share) => got.get(share.key) !== share.fen)) faults.push(`${at} order of input`)
    }
  }
  expect(faults).toEqual([])
  expect(shared + refused).toBe(POOLS)
  expect(shared).toBeGreaterThan(18_000)
}, 120_000)
