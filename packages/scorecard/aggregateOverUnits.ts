import type { Exact } from '@milepost/exact/exact'
import { type Aggregated, aggregate, type Figure } from './aggregate.ts'
import type { UnitAggregation } from './card.ts'

export type UnitFigure = Figure & { unit: string }
export type OverUnits = Aggregated & {
  /** Units that entered, in the order given. */
  used: string[]
  /** Units named twice: each may be counted once below a node, so nothing is computed until that is mended. */
  countedTwice: string[]
}

/** One figure for a group of units in one period, by the measure's own rule for units (which is not its rule for time). */
export function aggregateOverUnits(figures: readonly UnitFigure[], how: UnitAggregation, ratioScale?: Exact): OverUnits {
  const units = figures.map(({ unit }) => unit)
  const countedTwice = [...new Set(units.filter((unit, index) => units.indexOf(unit) !== index))]
  if (countedTwice.length > 0) return { kind: 'undefined', because: 'no-values', used: [], countedTwice }
  return { ...aggregate(figures, how, ratioScale), used: units, countedTwice }
}
