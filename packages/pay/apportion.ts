import { compare, div, type Exact, type ExactInput, exact, floorToInteger, isZero, mul, sign, sub, sum, ZERO } from '@milepost/exact/exact'
import { byRemainder } from '@milepost/exact/largestRemainder'

/** One claimant of a pool. Bounds are whole fen, both included; left out, there is none above and zero below. */
export type PayClaim = { key: string; weight: ExactInput; lowerFen?: number; upperFen?: number }

export type PayShare = {
  key: string
  fen: number
  /** The proportional share before rounding; a share held at a bound has the bound here. */
  quota: Exact
  /** The last fen came by largest remainder. */
  byRemainder: boolean
  held: 'at-lower' | 'at-upper' | null
}

export type Apportioned =
  | { kind: 'apportioned'; method: 'largest-remainder'; tieRule: 'remainder-then-weight-then-key'; poolFen: number; shares: PayShare[] }
  | { kind: 'refused'; because: ApportionRefusal; poolFen: number; amountFen: number; keys: string[] }

/** `amountFen` of a refusal: what is short, left over or wrong, in fen. */
export type ApportionRefusal =
  /** Every weight is zero: `amountFen` is what cannot be shared. */
  | 'no-claims'
  | 'pool-not-whole-fen'
  | 'negative-factor'
  | 'same-person-twice'
  | 'bound-not-whole-fen'
  | 'bounds-crossed'
  /** Lower bounds together exceed the pool by `amountFen`. */
  | 'lower-bounds-exceed-pool'
  /** Upper bounds, or those who have weight, leave `amountFen` of the pool undistributed. */
  | 'upper-bounds-below-pool'

type Held = { claim: PayClaim; weight: Exact; fixed: bigint | null; held: PayShare['held'] }

/**
 * Apportions a pool in whole fen in proportion to weights, by largest remainder, within bounds. The shares add up to the pool
 * exactly or nothing is apportioned. A claimant outside a bound is held at it and the rest is shared again (the side that is
 * off by more goes first). Equal remainders: the larger weight first, then the smaller key; never the order of input.
 */
export function apportion(poolInFen: number, claims: readonly PayClaim[]): Apportioned {
  const refused = refusalOf(poolInFen, claims)
  if (refused) return refused
  const pool = BigInt(poolInFen)
  const settled = holdAtBounds(
    pool,
    claims.map((claim) => ({ claim, weight: exact(claim.weight), fixed: null, held: null })),
  )
  const left = pool - fixedTotal(settled)
  const free = settled.filter(({ fixed }) => fixed === null)
  const all = sum(free.map(({ weight }) => weight))
  if (left > 0n && isZero(all)) return refuse('upper-bounds-below-pool', poolInFen, Number(left), [])
  const lastFen = luckyKeys(free, left, all)
  return {
    kind: 'apportioned',
    method: 'largest-remainder',
    tieRule: 'remainder-then-weight-then-key',
    poolFen: poolInFen,
    shares: settled.map(({ claim, weight, fixed, held }) => {
      const quota = fixed === null ? share(weight, left, all) : exact(fixed)
      const lucky = lastFen.has(claim.key)
      return { key: claim.key, fen: Number(floorToInteger(quota)) + (lucky ? 1 : 0), quota, byRemainder: lucky, held }
    }),
  }
}

const share = (weight: Exact, left: bigint, all: Exact): Exact => (isZero(all) ? ZERO : div(mul(weight, left), all))
const fixedTotal = (settled: readonly Held[]): bigint => settled.reduce((total, { fixed }) => total + (fixed ?? 0n), 0n)
const lowerOf = ({ lowerFen }: PayClaim): bigint => BigInt(lowerFen ?? 0)

/** Holds claimants at their bounds until the rest fit. */
function holdAtBounds(pool: bigint, settled: Held[]): Held[] {
  const left = pool - fixedTotal(settled)
  const all = sum(settled.filter(({ fixed }) => fixed === null).map(({ weight }) => weight))
  let [below, above] = [ZERO, ZERO]
  const tried = settled.map((one): Held => {
    if (one.fixed !== null) return one
    const quota = share(one.weight, left, all)
    const { upperFen } = one.claim
    if (compare(quota, lowerOf(one.claim)) < 0) {
      below = below.add(sub(lowerOf(one.claim), quota))
      return { ...one, fixed: lowerOf(one.claim), held: 'at-lower' }
    }
    if (upperFen !== undefined && compare(quota, upperFen) > 0) {
      above = above.add(sub(quota, upperFen))
      return { ...one, fixed: BigInt(upperFen), held: 'at-upper' }
    }
    return one
  })
  if (isZero(below) && isZero(above)) return settled
  const side = compare(below, above)
  const next = tried.map((one, index) => {
    const skip = (side > 0 && one.held === 'at-upper') || (side < 0 && one.held === 'at-lower')
    return skip ? settled[index]! : one
  })
  return holdAtBounds(pool, next)
}

/** Who gets the last fen: the largest remainders, as many as the whole parts leave. */
function luckyKeys(free: readonly Held[], left: bigint, all: Exact): Set<string> {
  const ranked = free.map(({ claim, weight }) => {
    const quota = share(weight, left, all)
    return { key: claim.key, claim: weight, remainder: sub(quota, floorToInteger(quota)) }
  })
  const given = free.reduce((total, { weight }) => total + floorToInteger(share(weight, left, all)), 0n)
  return new Set(
    ranked
      .toSorted(byRemainder)
      .slice(0, Number(left - given))
      .map(({ key }) => key),
  )
}

const refuse = (because: ApportionRefusal, poolFen: number, amountFen: number, keys: string[]): Apportioned => ({
  kind: 'refused',
  because,
  poolFen,
  amountFen,
  keys,
})
const isWhole = (fen: number | undefined): boolean => fen === undefined || (Number.isSafeInteger(fen) && fen >= 0)

function refusalOf(poolFen: number, claims: readonly PayClaim[]): Apportioned | null {
  if (!isWhole(poolFen)) return refuse('pool-not-whole-fen', poolFen, poolFen, [])
  const keysWhere = (fault: (claim: PayClaim) => boolean): string[] => claims.filter(fault).map(({ key }) => key)
  const seen = new Set<string>()
  const twice = keysWhere(({ key }) => seen.size === seen.add(key).size)
  if (twice.length > 0) return refuse('same-person-twice', poolFen, 0, twice)
  const negative = keysWhere(({ weight }) => sign(weight) < 0)
  if (negative.length > 0) return refuse('negative-factor', poolFen, 0, negative)
  const odd = keysWhere(({ lowerFen, upperFen }) => !isWhole(lowerFen) || !isWhole(upperFen))
  if (odd.length > 0) return refuse('bound-not-whole-fen', poolFen, 0, odd)
  const crossed = keysWhere(({ lowerFen = 0, upperFen }) => upperFen !== undefined && upperFen < lowerFen)
  if (crossed.length > 0) return refuse('bounds-crossed', poolFen, 0, crossed)
  return boundsRefusal(poolFen, claims)
}

function boundsRefusal(poolFen: number, claims: readonly PayClaim[]): Apportioned | null {
  const lower = claims.reduce((total, { lowerFen = 0 }) => total + lowerFen, 0)
  if (lower > poolFen) return refuse('lower-bounds-exceed-pool', poolFen, lower - poolFen, [])
  if (poolFen > lower && claims.every(({ weight }) => isZero(weight))) return refuse('no-claims', poolFen, poolFen - lower, [])
  const upper = claims.reduce((total, { upperFen }) => total + (upperFen ?? Number.POSITIVE_INFINITY), 0)
  return upper < poolFen ? refuse('upper-bounds-below-pool', poolFen, poolFen - upper, []) : null
}
