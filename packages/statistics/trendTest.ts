import { chiSquareUpper } from './chiSquare.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum } from './moments.ts'

export type Trend = {
  readonly chi2: number
  readonly df: 1
  readonly p: number
  /** Change of the proportion for one step of the score. */
  readonly slope: number
}
export type TrendResult = Result<'cochran-armitage-trend', Trend>

/**
 * Whether a proportion rises or falls along ordered groups (Cochran 1954, Armitage 1955), scores 1, 2, 3, ... unless given. Undefined for fewer than two
 * groups with cases, when all or none succeeded, or when the scores are all equal.
 */
export function trendTest(
  successes: readonly number[],
  totals: readonly number[],
  scores: readonly number[] = totals.map((_, at) => at + 1),
): TrendResult {
  const method = 'cochran-armitage-trend'
  if (successes.length !== totals.length || successes.some((count, at) => !(count >= 0 && count <= totals[at]!)))
    throw new RangeError('successes must lie within the cases of their group')
  const n = sum(totals)
  if (totals.filter((total) => total > 0).length < 2) return notComputed(method, 'too-few-groups', { n })
  const share = sum(successes) / n
  const centre = sum(totals.map((total, at) => total * scores[at]!)) / n
  const spread = sum(totals.map((total, at) => total * (scores[at]! - centre) ** 2))
  if (share === 0 || share === 1 || spread === 0) return notComputed(method, 'constant-series', { n })
  const together = sum(successes.map((count, at) => (count - totals[at]! * share) * (scores[at]! - centre)))
  const chi2 = together ** 2 / (spread * share * (1 - share))
  return { kind: 'computed', method, n, excluded: {}, warnings: [], chi2, df: 1, p: chiSquareUpper(chi2, 1), slope: together / spread }
}
