import type { CardScoreView } from '@milepost/contract/run/scores'
import { exact, parseExact } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { processSignals } from '@milepost/statistics/processSignals'
import type { TrendPoint } from './trends.ts'

/** So many values make the limits; what comes later is held against them. With fewer there is a trend and no signal. */
const BASELINE = 12

/** Whether the newest value of a measure moved more than it usually does; null while too few values make it usual, or none ever differed. */
export function signalOf(trend: readonly TrendPoint[]): CardScoreView['lines'][number]['signal'] {
  const figures = trend.flatMap(({ period, shown }) => {
    const read = shown === null ? null : parseExact(shown)
    return read?.kind === 'exact' ? [{ period, value: Number(shown) }] : []
  })
  if (figures.length < BASELINE) return null
  const found = processSignals(
    figures.map(({ value }) => value),
    { baseline: BASELINE },
  )
  const last = figures.at(-1)
  if (found.kind !== 'computed' || !last) return null
  const shown = (value: number) => roundHalfAway(exact(value.toFixed(9)), 2)
  return {
    centre: shown(found.centre),
    lower: shown(found.lower),
    upper: shown(found.upper),
    baseline: BASELINE,
    period: last.period,
    signals: [...(found.points.at(-1)?.signals ?? [])],
  }
}
