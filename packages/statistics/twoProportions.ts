import { chiSquareUpper } from './chiSquare.ts'
import { type Interval, notComputed, type Result } from './evidence.ts'
import { normalQuantile } from './normal.ts'
import { wilsonLimits } from './proportionInterval.ts'

export type TwoProportions = {
  readonly first: number
  readonly second: number
  /** First minus second. */
  readonly difference: number
  /** Newcombe's (1998) method 10 from Wilson's limits: the one to show. */
  readonly interval: Interval
  readonly wald: Interval
  /** Pearson's chi-square with one degree of freedom, without and with Yates's correction; `null` when all or none succeeded. */
  readonly test: { readonly chi2: number; readonly p: number; readonly chi2Corrected: number; readonly pCorrected: number } | null
  /** 2 asin sqrt(p1) - 2 asin sqrt(p2) (Cohen 1988): 0.2 small, 0.5 medium, 0.8 large. */
  readonly cohenH: number
}
export type TwoProportionsResult = Result<'newcombe-1998', TwoProportions>
type Count = { readonly successes: number; readonly cases: number }

/** Difference of the proportions of two independent groups. Undefined when a group has no case. */
export function twoProportions(first: Count, second: Count, options: { level?: number } = {}): TwoProportionsResult {
  const level = options.level ?? 0.95
  for (const { successes, cases } of [first, second])
    if (!(successes >= 0 && successes <= cases)) throw new RangeError(`successes must lie within the cases: ${successes} of ${cases}`)
  const n = first.cases + second.cases
  const empty = [first, second].flatMap(({ cases }, at) => (cases === 0 ? [at === 0 ? 'first' : 'second'] : []))
  if (empty.length > 0) return notComputed('newcombe-1998', 'no-cases', { n, subjects: empty })
  const [p1, p2] = [first.successes / first.cases, second.successes / second.cases]
  const difference = p1 - p2
  const [one, two] = [wilsonLimits(p1, first.cases, level), wilsonLimits(p2, second.cases, level)]
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt((p1 * (1 - p1)) / first.cases + (p2 * (1 - p2)) / second.cases)
  return {
    kind: 'computed',
    method: 'newcombe-1998',
    n,
    excluded: {},
    warnings: [],
    first: p1,
    second: p2,
    difference,
    interval: {
      low: difference - Math.hypot(p1 - one.low, two.high - p2),
      high: difference + Math.hypot(one.high - p1, p2 - two.low),
      level,
    },
    // a difference of shares ends at -1 and 1, as R's prop.test has it
    wald: { low: Math.max(-1, difference - margin), high: Math.min(1, difference + margin), level },
    test: testOf(first, second, difference),
    cohenH: 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)),
  }
}

function testOf(first: Count, second: Count, difference: number): TwoProportions['test'] {
  const share = (first.successes + second.successes) / (first.cases + second.cases)
  if (share === 0 || share === 1) return null
  const room = 1 / first.cases + 1 / second.cases
  const chi2 = difference ** 2 / (share * (1 - share) * room)
  const correction = Math.min(0.5, Math.abs(difference) / room)
  const chi2Corrected = (Math.abs(difference) - correction * room) ** 2 / (share * (1 - share) * room)
  return { chi2, p: chiSquareUpper(chi2, 1), chi2Corrected, pCorrected: chiSquareUpper(chi2Corrected, 1) }
}
