import { reportingFloor } from '@milepost/anonymity/threshold'
import type { PublicMeasure } from '@milepost/contract/open/publications'
import { compare } from '@milepost/exact/exact'
import type { MeasureInput, ValueInput } from '@milepost/scorecard/card'
import { readActual } from '@milepost/scorecard/readActual'
import { publicActual } from './publicActual.ts'

/**
 * What a measure's values were inside the year, by the measure's own rules: period by period over all units, and unit by unit over all
 * periods, the units without a name and only where enough of them report.
 */
export function withinYear(measure: MeasureInput | undefined, digits: number): Pick<PublicMeasure, 'periods' | 'spread'> {
  if (!measure) return { periods: [], spread: null }
  const figure = (values: readonly ValueInput[]) =>
    publicActual(readActual({ ...measure, minN: 0, values: [...values] }, 'official', 0).actual, digits)
  const periods = [...new Set(measure.values.map(({ period }) => period))].sort()
  const units = [...new Set(measure.values.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))]
  const levels = units
    .map((unit) => figure(measure.values.filter((value) => value.unit === unit)))
    .filter((level) => level !== null)
    .sort(compare)
  const middle = levels[Math.floor((levels.length - 1) / 2)]
  const [least, most] = [levels[0], levels.at(-1)]
  return {
    periods:
      periods.length < 2
        ? []
        : periods.map((period) => ({ period, actual: figure(measure.values.filter((one) => one.period === period)) })),
    spread:
      levels.length < reportingFloor.leastForNumbers || least === undefined || most === undefined || middle === undefined
        ? null
        : { units: levels.length, least, median: middle, most },
  }
}
