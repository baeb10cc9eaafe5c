import { expect, test } from 'vitest'
import { type Draw, randomPool, tryPool } from './randomPools.ts'

/** A stream of whole numbers that is the same every time (Lehmer). */
function stream(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const POOLS = 20_000

test('20 000 random pools with and without bounds: the sum is exact, no bound is broken, nobody with more weight gets less, order of input does not matter', () => {
  const next = stream(8_052_026)
  let [shared, refused] = [0, 0]
  const faults: string[] = []
  for (let at = 0; at < POOLS; at++) {
    const trial = tryPool(randomPool(next, at % 2 === 1))
    if (trial.kind === 'refused') refused += 1
    else {
      shared += 1
      faults.push(...trial.faults.map((fault) => `${at} ${fault}`))
    }
  }
  expect(faults).toEqual([])
  expect(shared + refused).toBe(POOLS)
  expect(shared).toBeGreaterThan(18_000)
}, 120_000)
