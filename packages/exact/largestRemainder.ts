import { add, compare, div, type Exact, type ExactInput, exact, floorToInteger, isZero, mul, sign, sub, sum } from './exact.ts'

export type Claim = {
  /** Stable identity of the claimant (employee number, unit code): the last tie-break, and the key of its share. */
  key: string
  /** Any non-negative weight; only proportions matter. */
  claim: ExactInput
}

export type Share = {
  key: string
  /** Whole units received. */
  share: bigint
  /** The exact proportional share before rounding. */
  quota: Exact
  /** True when the last unit came from the remainders and not from the whole part. */
  byRemainder: boolean
}

export type LargestRemainder =
  | { kind: 'apportioned'; shares: Share[]; method: 'largest-remainder-hare' | 'largest-remainder-droop'; tieRule: typeof TIE_RULE }
  | { kind: 'undefined'; because: 'no-claims' | 'negative-claim' | 'negative-total' | 'duplicate-key'; keys: string[] }

/** Equal remainders: the larger claim first; equal claims: the smaller key by code unit. Never the order of input. */
export const TIE_RULE = 'remainder-then-claim-then-key'

/**
 * Shares out a whole total in proportion to exact claims (Hamilton, Hare-Niemeyer): whole parts first, then one unit each
 * to the largest remainders. The shares add up to the total exactly; the result does not depend on the order of input.
 * Known property, not a fault: a larger total can cost a claimant a unit (Alabama paradox).
 */
export function largestRemainder(
  total: bigint | number,
  claims: readonly Claim[],
  options: { quota?: 'hare' | 'droop' } = {},
): LargestRemainder {
  const units = BigInt(total)
  const refused = refusalOf(units, claims)
  if (refused) return refused
  const droop = options.quota === 'droop'
  const all = sum(claims.map((one) => one.claim))
  const divisor = droop ? add(floorToInteger(div(all, units + 1n)), 1n) : units === 0n ? all : div(all, units)
  const ranked = claims.map((one) => {
    const quota = units === 0n ? mul(0n, all) : div(one.claim, divisor)
    const whole = floorToInteger(quota)
    return { key: one.key, claim: exact(one.claim), quota, whole, remainder: sub(quota, whole) }
  })
  let left = units - ranked.reduce((given, one) => given + one.whole, 0n)
  const lucky = new Set<string>()
  for (const one of ranked.toSorted(byRemainder)) {
    if (left === 0n) break
    if (isZero(one.claim)) continue
    lucky.add(one.key)
    left -= 1n
  }
  return {
    kind: 'apportioned',
    method: droop ? 'largest-remainder-droop' : 'largest-remainder-hare',
    tieRule: TIE_RULE,
    shares: ranked.map(({ key, quota, whole }) => ({
      key,
      quota,
      share: lucky.has(key) ? whole + 1n : whole,
      byRemainder: lucky.has(key),
    })),
  }
}

type Ranked = { key: string; claim: Exact; remainder: Exact }

/** The documented order of `TIE_RULE`. */
export function byRemainder(a: Ranked, b: Ranked): number {
  return compare(b.remainder, a.remainder) || compare(b.claim, a.claim) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** Why claims cannot be shared out, or undefined when they can. */
export function refusalOf(units: bigint, claims: readonly Claim[]): Extract<LargestRemainder, { kind: 'undefined' }> | undefined {
  if (units < 0n) return { kind: 'undefined', because: 'negative-total', keys: [] }
  const negative = claims.filter((one) => sign(one.claim) < 0).map((one) => one.key)
  if (negative.length > 0) return { kind: 'undefined', because: 'negative-claim', keys: negative }
  const seen = new Set<string>()
  const doubled = claims.filter((one) => seen.size === seen.add(one.key).size).map((one) => one.key)
  if (doubled.length > 0) return { kind: 'undefined', because: 'duplicate-key', keys: doubled }
  if (claims.every((one) => isZero(one.claim))) return { kind: 'undefined', because: 'no-claims', keys: claims.map((one) => one.key) }
  return undefined
}
