import { add, compare, div, type Exact, type ExactText, floorToInteger, isZero, max, min, mul, sub, sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'

/** One unit (or merged pool of small units) in the sharing-out of seats. */
export type SeatClaimant = {
  /** Code of the unit; the last tie-break, so it must be stable. */
  unit: string
  /** How many should take part. */
  people: number
  /** Tilt towards front-line and hardship posts in basis points: 10000 is none, 12000 is 1.2. */
  tiltBasisPoints: number
  /** What last year's sharing left over (positive: owed a part of a seat), as exact text; "0" at the start. */
  carry: ExactText
}

export type SeatShareRules = {
  /** No unit may hold more than this share of its people as seats (but always one); default 3000. */
  unitCeilingBasisPoints: number
}

export type SeatShare = {
  unit: string
  people: number
  /** The unit's proportional part of this year's seats. */
  share: ExactText
  /** share + carry. */
  claim: ExactText
  seats: number
  /** claim - seats, kept between -1 and 1: the ledger for the next year. */
  carryOut: ExactText
}

export type SeatShares =
  | {
      kind: 'shared'
      shares: readonly SeatShare[]
      given: number
      /** Seats no unit could take under its ceiling; empty seats are legal. */
      unplaced: number
    }
  | { kind: 'undefined'; because: 'nobody-takes-part' }

type Pool = { claimant: SeatClaimant; share: Exact; claim: Exact; ceiling: number; seats: number }

/**
 * Shares an institution's excellent seats among its units by people and tilt, with memory: the fraction a unit did not get is
 * carried to the next year, so that small units get their turn instead of never. The whole is never exceeded: whole parts of the claims first,
 * the remaining seats to the largest open claim (then the larger unit, then the unit code), and the same rule backwards
 * when old claims add up to more than there is. The institution's own fraction is not carried; the cap is annual.
 */
export function shareSeats(seats: number, claimants: readonly SeatClaimant[], rules: SeatShareRules): SeatShares {
  const weights = claimants.map(({ people, tiltBasisPoints }) => mul(people, tiltBasisPoints))
  const total = sum(weights)
  if (isZero(total)) return { kind: 'undefined', because: 'nobody-takes-part' }
  const pools = claimants.map((claimant, index): Pool => {
    const share = div(mul(seats, weights[index] ?? 0), total)
    const claim = add(share, claimant.carry)
    const ceiling =
      claimant.people === 0 ? 0 : Math.max(1, Number(floorToInteger(div(mul(claimant.people, rules.unitCeilingBasisPoints), 10_000))))
    return { claimant, share, claim, ceiling, seats: Math.min(ceiling, Math.max(0, Number(floorToInteger(claim)))) }
  })
  let left = seats - pools.reduce((given, pool) => given + pool.seats, 0)
  for (; left > 0; left--) {
    const next = pools.filter((pool) => pool.seats < pool.ceiling).toSorted(byOpenClaim)[0]
    if (!next) break
    next.seats++
  }
  for (; left < 0; left++) {
    const last = pools
      .filter((pool) => pool.seats > 0)
      .toSorted(byOpenClaim)
      .at(-1)
    if (last) last.seats--
  }
  const shares = pools.map(({ claimant, share, claim, seats: own }) => ({
    unit: claimant.unit,
    people: claimant.people,
    share: toExactText(share),
    claim: toExactText(claim),
    seats: own,
    carryOut: toExactText(max(-1, min(1, sub(claim, own)))),
  }))
  return { kind: 'shared', shares, given: seats - Math.max(0, left), unplaced: Math.max(0, left) }
}

function byOpenClaim(one: Pool, other: Pool): number {
  const open = compare(sub(other.claim, other.seats), sub(one.claim, one.seats))
  if (open !== 0) return open
  if (one.claimant.people !== other.claimant.people) return other.claimant.people - one.claimant.people
  return one.claimant.unit < other.claimant.unit ? -1 : 1
}
