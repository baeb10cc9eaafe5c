import { reportingFloor } from '@milepost/anonymity/threshold'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { AggregatedActual } from '@milepost/scorecard/cardResult'

/** The level as the public reads it; null when it was not measured, or when fewer people than may be shown stand behind it. */
export function publicActual(actual: AggregatedActual | null | undefined, digits: number): string | null {
  if (!actual || (actual.n !== undefined && actual.n < reportingFloor.leastForNumbers)) return null
  return roundHalfAway(actual.value, digits)
}
