import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { Holder } from '@milepost/contract/run/holder'
import type { DataState } from '@milepost/scorecard/dataStates'
import type { Period } from '../periods/data.ts'
import type { PeriodKind } from '../periods/periodCode.ts'
import type { StoredValue } from '../values/data.ts'
import { type Facts, speaks } from './facts.ts'
import { grainOf } from './grain.ts'
import { sourcesOf } from './sources.ts'

/** One place where a value belongs: a period of one who reports. */
export type SheetPlace = {
  readonly period: Period
  readonly holder: Holder
  readonly state: DataState
  /** What was last said, whether it counts or not. */
  readonly value: StoredValue | null
}

/** Everything that makes up a measure's figure for one holder in a cycle: what is there and what is still missing. */
export type ValueSheet = {
  readonly measure: MeasureDesign
  readonly holder: Holder
  readonly grain: PeriodKind | null
  /** The holder itself, or the units below that are put together. */
  readonly sources: readonly Holder[]
  readonly places: readonly SheetPlace[]
}

export function valueSheet(measure: MeasureDesign, holder: Holder, facts: Facts): ValueSheet {
  const sources = sourcesOf(holder, facts.tree, {
    reported: (one) => facts.valuesOf(measure.measureId, one).some(speaks),
    expected: (one) => facts.isExpected(measure.measureId, one),
    addsUp: measure.unitAggregation !== 'none',
  })
  const level = sources[0]?.kind ?? holder.kind
  const grain = grainOf({
    frequency: measure.definition.frequency,
    inCycle: facts.kinds,
    withValues: facts.kindsWithValues(measure.measureId, level),
  })
  const periods = facts.periods.filter((period) => period.kind === grain)
  return { measure, holder, grain, sources, places: sources.flatMap((source) => placesOf(measure, source, periods, facts)) }
}

function placesOf(measure: MeasureDesign, holder: Holder, periods: readonly Period[], facts: Facts): SheetPlace[] {
  const byPeriod = new Map(facts.valuesOf(measure.measureId, holder).map((value) => [value.periodId, value]))
  const window = facts.windowOf(holder)
  const asked = periods.filter((period) => !window || (period.startsOn <= window.to && period.endsOn >= window.from))
  return asked.map((period) => {
    const value = byPeriod.get(period.periodId) ?? null
    return { period, holder, value, state: value && speaks(value) ? stateOf(value) : gapIn(period, facts.today) }
  })
}

/** What a value in force is to the engine; nought over nought is reported, and the engine names it undefined itself. */
function stateOf({ state }: StoredValue): DataState {
  if (state === 'not-applicable') return 'not_applicable'
  return state === 'suspended' || state === 'estimated' ? state : 'reported'
}

/** Nothing said: not due yet, late while the period is open, missing once it is closed. */
function gapIn(period: Pick<Period, 'state' | 'dueOn'>, today: string): DataState {
  if (period.state === 'closed') return 'missing'
  return today > period.dueOn ? 'late' : 'not_due'
}
