import { groupsWith } from './anova.ts'
import type { Series } from './answers.ts'
import { chiSquareUpper } from './chiSquare.ts'
import { notComputed, type Result } from './evidence.ts'
import { sum, variance } from './moments.ts'

export type BartlettVariances = { readonly k2: number; readonly df: number; readonly p: number }
export type BartlettVariancesResult = Result<'bartlett-1937', BartlettVariances>

/**
 * Whether normal groups have equal variances (Bartlett 1937); sensitive to skew, prefer `levene` with medians for answers on a scale. Groups of fewer
 * than two values are dropped and named. Undefined below two groups, or when a group does not vary (the logarithm of its variance has no end).
 */
export function bartlettVariances(series: Series, membership: readonly (string | number | null)[]): BartlettVariancesResult {
  const { groups, excluded, warnings, n } = groupsWith(2, series, membership)
  if (groups.length < 2) return notComputed('bartlett-1937', 'too-few-groups', { n, excluded, warnings })
  const parts = groups.map(({ name, values }) => ({ name, df: values.length - 1, variance: variance(values) }))
  const constant = parts.filter((part) => part.variance === 0).map((part) => part.name)
  if (constant.length > 0) return notComputed('bartlett-1937', 'zero-within-variance', { n, excluded, warnings, subjects: constant })
  const dfWithin = sum(parts.map((part) => part.df))
  const pooled = sum(parts.map((part) => part.df * part.variance)) / dfWithin
  const raw = dfWithin * Math.log(pooled) - sum(parts.map((part) => part.df * Math.log(part.variance)))
  const df = groups.length - 1
  const k2 = Math.max(0, raw / (1 + (sum(parts.map((part) => 1 / part.df)) - 1 / dfWithin) / (3 * df)))
  return { kind: 'computed', method: 'bartlett-1937', n, excluded, warnings, k2, df, p: chiSquareUpper(k2, df) }
}
