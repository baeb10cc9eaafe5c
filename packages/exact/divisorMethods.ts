import { compare, div, exact, isZero } from './exact.ts'
import { type Claim, refusalOf } from './largestRemainder.ts'

/** `dhondt` divides by 1, 2, 3 ... and favours large claims a little; `sainte-lague` by 1, 3, 5 ... and favours nobody. */
export type DivisorMethod = 'dhondt' | 'sainte-lague'
export type DivisorShares =
  | { kind: 'apportioned'; shares: { key: string; share: bigint }[]; method: DivisorMethod; tieRule: 'quotient-then-claim-then-key' }
  | { kind: 'undefined'; because: 'no-claims' | 'negative-claim' | 'negative-total' | 'duplicate-key'; keys: string[] }

/**
 * Shares out seats one by one to the highest claim over its next divisor. Exact; a larger total never costs a claimant a seat (unlike
 * `largestRemainder`), but a share may leave its exact quota by more than one. Equal quotients: the larger claim, then the smaller key.
 */
export function divisorShares(total: number, claims: readonly Claim[], method: DivisorMethod): DivisorShares {
  const refused = refusalOf(BigInt(total), claims)
  if (refused) return refused
  const divisorOf = (seats: number): number => (method === 'dhondt' ? seats + 1 : 2 * seats + 1)
  const takers = claims.map(({ key, claim }) => ({ key, claim: exact(claim), seats: 0, quotient: exact(claim) }))
  for (let given = 0; given < total; given++) {
    const next = takers.filter(({ claim }) => !isZero(claim)).reduce((best, one) => (before(one, best) ? one : best))
    next.seats += 1
    next.quotient = div(next.claim, divisorOf(next.seats))
  }
  return {
    kind: 'apportioned',
    method,
    tieRule: 'quotient-then-claim-then-key',
    shares: takers.map(({ key, seats }) => ({ key, share: BigInt(seats) })),
  }
}

type Taker = { key: string; claim: ReturnType<typeof exact>; quotient: ReturnType<typeof exact> }

function before(one: Taker, best: Taker): boolean {
  const order = compare(one.quotient, best.quotient) || compare(one.claim, best.claim)
  return order > 0 || (order === 0 && one.key < best.key)
}
