import { commonMultiple, div, type Exact, type ExactInput, exact, sign, ZERO } from '@milepost/exact/exact'

/** One claimant of a pool. Bounds are whole fen, both included; left out, there is none above and zero below. */
export type PayClaim = { key: string; weight: ExactInput; lowerFen?: number; upperFen?: number }

export type PayShare = {
  key: string
  fen: number
  /** The proportional share before rounding; a share held at a bound has the bound here. */
  readonly quota: Exact
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

/** Weights as whole numbers over one denominator: comparing and dividing them needs no fractions. */
type Held = { claim: PayClaim; weight: bigint; fixed: bigint | null; held: PayShare['held'] }

/**
 * Apportions a pool in whole fen in proportion to weights, by largest remainder, within bounds. The shares add up to the pool
 * exactly or nothing is apportioned. A claimant outside a bound is held at it and the rest is shared again (the side that is
 * off by more goes first). Equal remainders: the larger weight first, then the smaller key; never the order of input.
 */
export function apportion(poolInFen: number, claims: readonly PayClaim[]): Apportioned {
  const refused = refusalOf(poolInFen, claims)
  if (refused) return refused
  const pool = BigInt(poolInFen)
  const weights = wholeWeights(claims)
  const settled = holdAtBounds(
    pool,
    claims.map((claim, at) => ({ claim, weight: weights[at] ?? 0n, fixed: null, held: null })),
  )
  const left = pool - fixedTotal(settled)
  const all = freeTotal(settled)
  if (left > 0n && all === 0n) return refuse('upper-bounds-below-pool', poolInFen, Number(left), [])
  const lastFen = luckyKeys(settled, left, all)
  return {
    kind: 'apportioned',
    method: 'largest-remainder',
    tieRule: 'remainder-then-weight-then-key',
    poolFen: poolInFen,
    shares: settled.map((one): PayShare => new Share(one, { left, all, lucky: lastFen.has(one.claim.key) })),
  }
}

/** The share before rounding is worked out when somebody looks at it. */
class Share implements PayShare {
  readonly #of: Held
  readonly #left: bigint
  readonly #all: bigint
  readonly key: string
  readonly fen: number
  readonly byRemainder: boolean
  readonly held: PayShare['held']

  constructor(of: Held, { left, all, lucky }: { left: bigint; all: bigint; lucky: boolean }) {
    this.#of = of
    this.#left = left
    this.#all = all
    this.key = of.claim.key
    this.fen = Number(of.fixed ?? (all === 0n ? 0n : (of.weight * left) / all)) + (lucky ? 1 : 0)
    this.byRemainder = lucky
    this.held = of.held
  }

  get quota(): Exact {
    const { fixed, weight } = this.#of
    if (fixed !== null) return exact(fixed)
    return this.#all === 0n ? ZERO : div(weight * this.#left, this.#all)
  }
}

/** The weights times their common denominator: proportions stay as they are. */
function wholeWeights(claims: readonly PayClaim[]): readonly bigint[] {
  const weights = claims.map(({ weight }) => (typeof weight === 'bigint' ? weight : exact(weight)))
  const common = weights.reduce<bigint>(
    (lowest, weight) => (typeof weight === 'bigint' || lowest % weight.d === 0n ? lowest : commonMultiple(lowest, weight.d)),
    1n,
  )
  return weights.map((weight) => (typeof weight === 'bigint' ? weight * common : weight.s * weight.n * (common / weight.d)))
}

const fixedTotal = (settled: readonly Held[]): bigint => settled.reduce((total, { fixed }) => total + (fixed ?? 0n), 0n)
const freeTotal = (settled: readonly Held[]): bigint =>
  settled.reduce((total, { fixed, weight }) => total + (fixed === null ? weight : 0n), 0n)
const lowerOf = ({ lowerFen }: PayClaim): bigint => BigInt(lowerFen ?? 0)

/** Holds claimants at their bounds until the rest fit. Shares and bounds are compared as numerators over the same total. */
function holdAtBounds(pool: bigint, settled: Held[]): Held[] {
  const left = pool - fixedTotal(settled)
  const total = freeTotal(settled)
  const all = total === 0n ? 1n : total
  let [below, above] = [0n, 0n]
  const tried = settled.map((one): Held => {
    if (one.fixed !== null) return one
    const share = total === 0n ? 0n : one.weight * left
    const { upperFen } = one.claim
    const lower = lowerOf(one.claim)
    if (share < lower * all) {
      below += lower * all - share
      return { ...one, fixed: lower, held: 'at-lower' }
    }
    if (upperFen !== undefined && share > BigInt(upperFen) * all) {
      above += share - BigInt(upperFen) * all
      return { ...one, fixed: BigInt(upperFen), held: 'at-upper' }
    }
    return one
  })
  if (below === 0n && above === 0n) return settled
  const next = tried.map((one, index) => {
    const skip = (below > above && one.held === 'at-upper') || (below < above && one.held === 'at-lower')
    return skip ? (settled[index] ?? one) : one
  })
  return holdAtBounds(pool, next)
}

/** Who gets the last fen: the largest remainders, as many as the whole parts leave. */
function luckyKeys(settled: readonly Held[], left: bigint, all: bigint): Set<string> {
  if (all === 0n) return new Set()
  let given = 0n
  const ranked = settled.flatMap(({ claim, weight, fixed }) => {
    if (fixed !== null) return []
    const share = weight * left
    given += share / all
    return [{ key: claim.key, weight, remainder: share % all }]
  })
  return new Set(
    ranked
      .toSorted(
        (one, other) =>
          descending(one.remainder, other.remainder) || descending(one.weight, other.weight) || (one.key < other.key ? -1 : 1),
      )
      .slice(0, Number(left - given))
      .map(({ key }) => key),
  )
}

const descending = (one: bigint, other: bigint): number => (one > other ? -1 : one < other ? 1 : 0)

const refuse = (because: ApportionRefusal, poolFen: number, amountFen: number, keys: string[]): Apportioned => ({
  kind: 'refused',
  because,
  poolFen,
  amountFen,
  keys,
})
const signOf = (weight: ExactInput): number => (typeof weight === 'bigint' ? (weight < 0n ? -1 : weight > 0n ? 1 : 0) : sign(weight))
const isWhole = (fen: number | undefined): boolean => fen === undefined || (Number.isSafeInteger(fen) && fen >= 0)

function refusalOf(poolFen: number, claims: readonly PayClaim[]): Apportioned | null {
  if (!isWhole(poolFen)) return refuse('pool-not-whole-fen', poolFen, poolFen, [])
  const keysWhere = (fault: (claim: PayClaim) => boolean): string[] => claims.filter(fault).map(({ key }) => key)
  const seen = new Set<string>()
  const twice = keysWhere(({ key }) => seen.size === seen.add(key).size)
  if (twice.length > 0) return refuse('same-person-twice', poolFen, 0, twice)
  const negative = keysWhere(({ weight }) => signOf(weight) < 0)
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
  if (poolFen > lower && claims.every(({ weight }) => signOf(weight) === 0)) return refuse('no-claims', poolFen, poolFen - lower, [])
  const upper = claims.reduce((total, { upperFen }) => total + (upperFen ?? Number.POSITIVE_INFINITY), 0)
  return upper < poolFen ? refuse('upper-bounds-below-pool', poolFen, poolFen - upper, []) : null
}
