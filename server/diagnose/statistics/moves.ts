import { adjustP } from '@milepost/statistics/adjustP'
import type { Series } from '@milepost/statistics/answers'
import { welchT } from '@milepost/statistics/tTest'

const LEVEL = 0.05

/** One thing asked in two waves of people nobody can follow: Welch's comparison of the two groups. null: too few answered in either. */
export function moveOf(was: Series, is: Series, leastCell: number) {
  const result = welchT([...is, ...was], [...is.map(() => 'a'), ...was.map(() => 'b')])
  const [after, before] = result.kind === 'computed' ? result.groups : []
  if (result.kind !== 'computed' || !after || !before || Math.min(after.n, before.n) < leastCell) return null
  return {
    nBefore: before.n,
    nAfter: after.n,
    before: before.mean,
    after: after.mean,
    difference: result.difference,
    interval: { low: result.interval.low, high: result.interval.high },
    p: result.p,
    g: result.effect.hedgesG,
  }
}

/** Of several comparisons made together which go beyond noise: Holm's adjustment, at 0.05. */
export function beyondNoise<L extends { readonly p: number; readonly difference: number }>(lines: readonly L[]) {
  const adjusted = adjustP(
    lines.map((line) => line.p),
    'holm',
  )
  return lines.map((line, at) => {
    const adjustedP = adjusted[at] ?? null
    const beyond = adjustedP !== null && adjustedP < LEVEL
    return {
      ...line,
      adjustedP,
      verdict: !beyond ? ('within-noise' as const) : line.difference > 0 ? ('higher' as const) : ('lower' as const),
    }
  })
}
