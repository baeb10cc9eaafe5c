import type { Exact } from '@milepost/exact/exact'
import { type Aggregated, aggregate, type Figure } from './aggregate.ts'
import type { Aggregation } from './card.ts'

export type PeriodFigure = Figure & { period: string }
export type OverTime = Aggregated & {
  /** Periods that entered the figure. */
  used: string[]
  /** Periods passed over because only the last one counts. */
  passedOver: string[]
}

/** One figure for the whole span: flows summed, levels by their last, mean, lowest or highest, rates as the ratio of the sums. */
export function aggregateOverTime(figures: readonly PeriodFigure[], how: Exclude<Aggregation, 'hit-rate'>, ratioScale?: Exact): OverTime {
  const inOrder = figures.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  const taken = how === 'last' ? inOrder.slice(-1) : inOrder
  return {
    ...aggregate(taken, how === 'last' ? 'sum' : how, ratioScale),
    used: taken.map(({ period }) => period),
    passedOver: inOrder.slice(0, inOrder.length - taken.length).map(({ period }) => period),
  }
}
