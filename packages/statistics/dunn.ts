import { adjustP, type PAdjustment } from './adjustP.ts'
import type { Series } from './answers.ts'
import { presentValues } from './answers.ts'
import { notComputed, type Result } from './evidence.ts'
import { groupPairs } from './groupPairs.ts'
import { kruskalWallis } from './kruskalWallis.ts'
import { sum } from './moments.ts'
import { normalTwoSided } from './normal.ts'
import { tieSizes } from './ranks.ts'

export type DunnPair = { readonly a: string; readonly b: string; readonly z: number; readonly p: number; readonly adjustedP: number }
export type DunnResult = Result<'dunn-1964', { readonly pairs: readonly DunnPair[] }>

/**
 * All pairs of groups by mean ranks after Kruskal-Wallis (Dunn 1964), corrected for ties, p two-sided and adjusted (Holm unless said). Undefined as
 * `kruskalWallis` is.
 */
export function dunn(series: Series, membership: readonly (string | number | null)[], options: { adjust?: PAdjustment } = {}): DunnResult {
  const whole = kruskalWallis(series, membership)
  if (whole.kind === 'undefined') return notComputed('dunn-1964', whole.because, whole)
  const { groups, n, excluded, warnings } = whole
  const ranked = presentValues(series.filter((_, at) => (membership[at] ?? null) !== null))
  const ties = sum(tieSizes(ranked).map((size) => size ** 3 - size)) / (12 * (n - 1))
  const raw = groupPairs(groups).map(({ later, earlier }) => {
    const z = (later.meanRank - earlier.meanRank) / Math.sqrt(((n * (n + 1)) / 12 - ties) * (1 / later.n + 1 / earlier.n))
    return { a: later.name, b: earlier.name, z, p: normalTwoSided(z) }
  })
  const adjusted = adjustP(
    raw.map((pair) => pair.p),
    options.adjust ?? 'holm',
  )
  const pairs = raw.map((pair, at) => ({ ...pair, adjustedP: adjusted[at] ?? pair.p }))
  return { kind: 'computed', method: 'dunn-1964', n, excluded, warnings, pairs }
}
