import { groupsWith } from './anova.ts'
import type { Series } from './answers.ts'
import { type Interval, notComputed, type Result } from './evidence.ts'
import { groupPairs } from './groupPairs.ts'
import { mean, variance } from './moments.ts'
import { tukeyQuantile, tukeyUpper } from './studentizedRange.ts'

export type GamesHowellPair = {
  readonly a: string
  readonly b: string
  /** Mean of a less mean of b. */
  readonly difference: number
  /** Welch's degrees of freedom of the pair; `null` with the rest when neither group varies. */
  readonly df: number | null
  readonly q: number | null
  readonly p: number | null
  readonly interval: Interval | null
}
export type GamesHowellResult = Result<'games-howell-1976', { readonly pairs: readonly GamesHowellPair[] }>

/**
 * All pairs of group means without assuming equal variances (Games & Howell 1976). Groups of fewer than two values are dropped and named. Undefined below
 * two groups; a pair of which neither group varies has a difference and no test. `intervals: false` saves their time.
 */
export function gamesHowell(
  series: Series,
  membership: readonly (string | number | null)[],
  options: { level?: number; intervals?: boolean } = {},
): GamesHowellResult {
  const { level = 0.95, intervals = true } = options
  const { groups, excluded, warnings, n } = groupsWith(2, series, membership)
  if (groups.length < 2) return notComputed('games-howell-1976', 'too-few-groups', { n, excluded, warnings })
  const parts = groups.map(({ name, values }) => ({
    name,
    mean: mean(values),
    square: variance(values) / values.length,
    df: values.length - 1,
  }))
  const pairs = groupPairs(parts).map(({ later, earlier }): GamesHowellPair => {
    const difference = later.mean - earlier.mean
    const named = { a: later.name, b: earlier.name, difference }
    const square = later.square + earlier.square
    if (square === 0) return { ...named, df: null, q: null, p: null, interval: null }
    const df = square ** 2 / (later.square ** 2 / later.df + earlier.square ** 2 / earlier.df)
    const se = Math.sqrt(square / 2)
    const q = Math.abs(difference) / se
    const margin = intervals ? tukeyQuantile(level, groups.length, df) * se : null
    return {
      ...named,
      df,
      q,
      p: tukeyUpper(q, groups.length, df),
      interval: margin === null ? null : { low: difference - margin, high: difference + margin, level },
    }
  })
  return { kind: 'computed', method: 'games-howell-1976', n, excluded, warnings, pairs }
}
