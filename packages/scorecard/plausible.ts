import { absolute, compare, type Decimal, div, type Exact, exact, isZero, max, mul, sign, sub } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'

/** Why a figure is doubted. It may still be right: a person looks at the reason and confirms. */
export type Doubt =
  /** A share cannot lie outside 0..100; a figure that never was negative is. */
  | { kind: 'outside-range'; least: Decimal | null; most: Decimal | null }
  /** Divided or multiplied by a power of ten it would be an ordinary figure of this series. */
  | { kind: 'unit-mistaken'; factor: 10 | 100 | 1000 | 10000; tooLarge: boolean; meant: Decimal; usual: Decimal }
  /** Far from everything before it. */
  | { kind: 'jump'; usual: Decimal; least: Decimal; most: Decimal; before: number }

export type Series = {
  /** Earlier figures of the same measure, holder and kind of period, oldest first. */
  readonly before: readonly Decimal[]
  /** What the figure is held against where there is no history yet; null: nothing. */
  readonly target: Decimal | null
  /** The measure is a percentage of a whole. */
  readonly isShare: boolean
}

/** House defaults: so many figures make a history; how far from its middle is far; within which factor a figure is ordinary. */
const ENOUGH = 4
const SPREADS = 6
const LEAST_SPREAD = '0.3'
const FACTOR_ALONE = 3
const ORDINARY = 2
const MOST_BEFORE = 12
const FACTORS = [10, 100, 1000, 10000] as const
const HUNDRED = '100'

/**
 * What is doubtful about a figure (in the measure's own unit, as decimal text), most telling first; empty where nothing is, or where there
 * is nothing to hold it against. A unit mistaken by a power of ten is told from a jump, because the mending is another.
 * The middle is the median, the spread the median absolute deviation: both withstand a wrong figure among the earlier ones.
 */
export function doubtsAbout(actual: Decimal, series: Series): readonly Doubt[] {
  const before = series.before.slice(-MOST_BEFORE)
  const outside = outsideRange(actual, before, series.isShare)
  const usual = before.length > 0 ? medianOf(before.map((one) => exact(one))) : series.target === null ? null : exact(series.target)
  if (usual === null) return outside
  const unit = isZero(usual) || isZero(actual) ? [] : mistakenUnit(exact(actual), usual)
  if (unit.length > 0) return [...unit, ...outside]
  return [
    ...outside,
    ...jump(
      exact(actual),
      before.map((one) => exact(one)),
      usual,
    ),
  ]
}

function outsideRange(actual: Decimal, before: readonly Decimal[], isShare: boolean): Doubt[] {
  const all = before.map((one) => exact(one))
  const least = isShare || (all.length > 0 && all.every((one) => sign(one) >= 0)) ? '0' : null
  // a share of a plan may pass the whole; where it did before, it is not doubted
  const most = isShare && all.every((one) => compare(one, HUNDRED) <= 0) ? HUNDRED : null
  const low = least !== null && compare(actual, least) < 0
  const high = most !== null && compare(actual, most) > 0
  return low || high ? [{ kind: 'outside-range', least, most }] : []
}

function mistakenUnit(actual: Exact, usual: Exact): Doubt[] {
  if (sign(actual) !== sign(usual) || within(actual, usual, FACTOR_ALONE)) return []
  for (const factor of FACTORS)
    for (const tooLarge of [true, false]) {
      const meant = tooLarge ? div(actual, factor) : mul(actual, factor)
      if (within(meant, usual, ORDINARY))
        return [{ kind: 'unit-mistaken', factor, tooLarge, meant: toDecimalString(meant), usual: toDecimalString(usual) }]
    }
  return []
}

/** Within a factor of another figure of the same sign. */
function within(figure: Exact, other: Exact, factor: number): boolean {
  const ratio = div(figure, other)
  return compare(ratio, div(1, factor)) >= 0 && compare(ratio, factor) <= 0
}

function jump(actual: Exact, before: readonly Exact[], usual: Exact): Doubt[] {
  if (before.length === 0) return []
  if (before.length < ENOUGH) {
    if (isZero(usual) || isZero(actual) || (sign(actual) === sign(usual) && within(actual, usual, FACTOR_ALONE))) return []
    return [told(usual, div(usual, FACTOR_ALONE), mul(usual, FACTOR_ALONE), before.length)]
  }
  const spread = medianOf(before.map((one) => absolute(sub(one, usual))))
  const reach = max(mul(spread, SPREADS), mul(absolute(usual), LEAST_SPREAD))
  if (isZero(reach) || compare(absolute(sub(actual, usual)), reach) <= 0) return []
  return [told(usual, sub(usual, reach), usual.add(reach), before.length)]
}

const told = (usual: Exact, least: Exact, most: Exact, before: number): Doubt => ({
  kind: 'jump',
  usual: toDecimalString(usual),
  least: toDecimalString(least),
  most: toDecimalString(most),
  before,
})

function medianOf(figures: readonly Exact[]): Exact {
  const sorted = [...figures].sort((a, b) => compare(a, b))
  const upper = sorted[Math.floor(sorted.length / 2)] ?? exact(0)
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper
  return div(lower.add(upper), 2)
}
