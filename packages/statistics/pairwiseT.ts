import { adjustP, type PAdjustment } from './adjustP.ts'
import { anova } from './anova.ts'
import type { Series } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { groupPairs } from './groupPairs.ts'
import { tTwoSided } from './studentT.ts'

export type PairwiseTPair = { readonly a: string; readonly b: string; readonly t: number; readonly p: number; readonly adjustedP: number }
export type PairwiseTResult = Result<'pairwise-t-pooled', { readonly df: number; readonly pairs: readonly PairwiseTPair[] }>

/** t tests of all pairs of groups with the standard deviation pooled over all groups, p adjusted (Holm unless said). Undefined as `anova` is. */
export function pairwiseT(
  series: Series,
  membership: readonly (string | number | null)[],
  options: { adjust?: PAdjustment } = {},
): PairwiseTResult {
  const whole = anova(series, membership)
  if (whole.kind === 'undefined') return notComputed('pairwise-t-pooled', whole.because, whole)
  const { groups, ssWithin, dfWithin: df, n, excluded, warnings } = whole
  const raw = groupPairs(groups).map(({ later, earlier }) => {
    const t = (later.mean - earlier.mean) / Math.sqrt((ssWithin / df) * (1 / later.n + 1 / earlier.n))
    return { a: later.name, b: earlier.name, t, p: tTwoSided(t, df) }
  })
  const adjusted = adjustP(
    raw.map((pair) => pair.p),
    options.adjust ?? 'holm',
  )
  const pairs = raw.map((pair, at) => ({ ...pair, adjustedP: adjusted[at] ?? pair.p }))
  return { kind: 'computed', method: 'pairwise-t-pooled', n, excluded, warnings, df, pairs }
}
