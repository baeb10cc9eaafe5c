import { expect, test } from 'vitest'
import { divisorShares } from './divisorMethods.ts'
import { largestRemainder } from './largestRemainder.ts'

/** The worked example of the README: ten seats among 5, 3 and 1. */
const CLAIMS = [5, 3, 1].map((claim, at) => ({ key: `k${at}`, claim }))
test('by largest remainder and by D’Hondt alike: 6, 3 and 1', () => {
  const [remainder, dhondt] = [largestRemainder(10, CLAIMS), divisorShares(10, CLAIMS, 'dhondt')]
  for (const result of [remainder, dhondt])
    expect(result.kind === 'apportioned' && result.shares.map(({ share }) => Number(share))).toEqual([6, 3, 1])
})
