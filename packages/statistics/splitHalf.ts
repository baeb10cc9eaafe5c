import { completeRows, type ItemColumn, type Scale } from './answers.ts'
import { type NotComputed, notComputed, type Result } from './evidence.ts'
import { covariance, isConstant, standardDeviation, sum, variance } from './moments.ts'
import { reverseKeyed } from './reverseKeyed.ts'

export type Halves = {
  /** Correlation of the two half sums. */
  readonly r: number
  /** 2r / (1 + r): reliability of the whole if both halves have the same length. `null` at r = -1. */
  readonly spearmanBrown: number | null
  /** The same for halves of unequal length (Horst 1951); equals the former for equal halves. `null` for a negative r, whose sign the formula loses. */
  readonly spearmanBrownUnequal: number | null
  /** Guttman's lambda 4, 2 (1 - (s1^2 + s2^2) / s^2): does not assume equal variances. */
  readonly guttman: number | null
}
export type SplitHalf = {
  /** First ceil(k/2) items against the rest, as SPSS splits. */
  readonly firstAndSecond: Halves
  /** Items 1, 3, 5, ... against 2, 4, 6, ... */
  readonly oddAndEven: Halves
}
export type SplitHalfResult = Result<'split-half', SplitHalf>

/**
 * Split-half reliability over complete cases, reversed items turned first. Undefined for fewer than two items, fewer than two complete cases, or
 * a half whose sum never varies.
 */
export function splitHalf(items: readonly ItemColumn[], options: { scale?: Scale } = {}): SplitHalfResult {
  const method = 'split-half'
  const columns = items.map((item) => (item.reverse ? reverseKeyed(item, scaleOf(options.scale)) : item.answers))
  const { rows, excluded } = completeRows(columns)
  const evidence = { n: rows.length, excluded }
  if (items.length < 2) return notComputed(method, 'too-few-items', evidence)
  if (rows.length < 2) return notComputed(method, rows.length === 0 ? 'no-complete-cases' : 'too-few-cases', evidence)
  const half = Math.ceil(items.length / 2)
  const firstAndSecond = halvesBy(rows, (index) => index < half)
  const oddAndEven = halvesBy(rows, (index) => index % 2 === 0)
  if (!firstAndSecond || !oddAndEven) return constantHalf(evidence)
  return { kind: 'computed', method, ...evidence, warnings: [], firstAndSecond, oddAndEven }
}

const constantHalf = (evidence: Parameters<typeof notComputed>[2]): NotComputed<'split-half'> =>
  notComputed('split-half', 'constant-series', evidence)

function halvesBy(rows: readonly (readonly number[])[], inFirst: (index: number) => boolean): Halves | undefined {
  const sums = (wanted: boolean): number[] => rows.map((row) => sum(row.filter((_, index) => inFirst(index) === wanted)))
  const [one, other] = [sums(true), sums(false)]
  if (isConstant(one) || isConstant(other)) return undefined
  const r = covariance(one, other) / (standardDeviation(one) * standardDeviation(other))
  const whole = variance(one.map((value, index) => value + other[index]!))
  const items = rows[0]!.length
  const share = rows[0]!.filter((_, index) => inFirst(index)).length / items
  return {
    r,
    spearmanBrown: 1 + r < 1e-12 ? null : (2 * r) / (1 + r),
    spearmanBrownUnequal: horst(r, share * (1 - share)),
    guttman: whole === 0 ? null : 2 * (1 - (variance(one) + variance(other)) / whole),
  }
}

/** Reliability of the whole from the correlation of two parts whose lengths have this product of shares (1/4 for halves). */
function horst(r: number, shares: number): number | null {
  const square = r * r
  if (r < 0) return null
  if (1 - square < 1e-14) return 1
  return (Math.sqrt(square * square + 4 * square * (1 - square) * shares) - square) / (2 * (1 - square) * shares)
}

function scaleOf(scale: Scale | undefined): Scale {
  if (!scale) throw new TypeError('a reversed item needs its scale')
  return scale
}
