import { anova } from './anova.ts'
import type { Series } from './answers.ts'
import { type Interval, notComputed, type Result } from './evidence.ts'
import { groupPairs } from './groupPairs.ts'
import { tukeyQuantile, tukeyUpper } from './studentizedRange.ts'

export type TukeyPair = {
  readonly a: string
  readonly b: string
  /** Mean of a less mean of b. */
  readonly difference: number
  /** At the simultaneous level. */
  readonly interval: Interval
  /** Adjusted for all pairs. */
  readonly p: number
}
export type TukeyHsdResult = Result<'tukey-kramer', { readonly pairs: readonly TukeyPair[] }>

/**
 * All pairs of group means, the risk of any false alarm held at 1 - level (Tukey 1953; Kramer 1956 for unequal sizes). Assumes equal variances: with
 * unequal ones take `gamesHowell`. Undefined as `anova` is.
 */
export function tukeyHsd(
  series: Series,
  membership: readonly (string | number | null)[],
  options: { level?: number } = {},
): TukeyHsdResult {
  const level = options.level ?? 0.95
  const whole = anova(series, membership)
  if (whole.kind === 'undefined') return notComputed('tukey-kramer', whole.because, whole)
  const { groups, ssWithin, dfWithin, n, excluded, warnings } = whole
  const critical = tukeyQuantile(level, groups.length, dfWithin)
  const pairs = groupPairs(groups).map(({ later, earlier }): TukeyPair => {
    const difference = later.mean - earlier.mean
    const se = Math.sqrt((ssWithin / dfWithin / 2) * (1 / later.n + 1 / earlier.n))
    return {
      a: later.name,
      b: earlier.name,
      difference,
      interval: { low: difference - critical * se, high: difference + critical * se, level },
      p: tukeyUpper(Math.abs(difference) / se, groups.length, dfWithin),
    }
  })
  return { kind: 'computed', method: 'tukey-kramer', n, excluded, warnings, pairs }
}
