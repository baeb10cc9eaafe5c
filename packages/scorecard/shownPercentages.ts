import { div, type ExactInput, exact } from '@milepost/exact/exact'
import { largestRemainder } from '@milepost/exact/largestRemainder'
import { roundHalfAway } from '@milepost/exact/rounding'

/**
 * Shares of a column as percentages that add up to exactly 100.00 (largest remainder on the last place; equal remainders:
 * the larger share, then the smaller key). All zero when nothing has weight. For showing only: nothing is computed from them.
 */
export function shownPercentages(shares: readonly { key: string; share: ExactInput }[], places = 2): Map<string, string> {
  const units = 100n * 10n ** BigInt(places)
  const apportioned = largestRemainder(
    units,
    shares.map(({ key, share }) => ({ key, claim: share })),
  )
  if (apportioned.kind === 'undefined') return new Map(shares.map(({ key }) => [key, roundHalfAway(0, places)]))
  return new Map(apportioned.shares.map(({ key, share }) => [key, roundHalfAway(div(share, 10n ** BigInt(places)), places)]))
}

/** One share of one as a percentage, rounded on its own: "82.22". */
export const showShare = (share: ExactInput, places = 2): string => roundHalfAway(exact(share).mul(100n, 1n), places)
