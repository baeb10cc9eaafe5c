import type { MeasureDesign } from '@milepost/contract/design/measure'
import { type Holder, THE_INSTITUTION } from '@milepost/contract/run/holder'
import { toDecimalString } from '@milepost/exact/rounding'
import type { LengthRate, NetworkRates } from '@milepost/pavement/network'
import type { ConditionIndex } from '@milepost/terms/road'
import type { Unit } from '../../institution/published.ts'
import type { ComputedValue } from '../values/saveStatements.ts'
import type { Inspection } from './data.ts'
import { networkOf } from './network.ts'
import { km } from './views.ts'

type Rated = Extract<NetworkRates, { kind: 'rated' }>
type Formula = {
  readonly index: ConditionIndex
  readonly rate: (rates: Rated) => LengthRate
  /** Which roads the measure is about; without it all that were inspected. */
  readonly covers?: (inspection: Inspection) => boolean
}

/**
 * National and provincial trunk roads that are no expressways. The letter of a route's number says which network it belongs to
 * (GB/T 917: G national, S provincial, X county, Y township, C village).
 */
const isTrunkRoad = ({ route, roadClass }: Inspection) => /^[GS]/i.test(route.trim()) && roadClass !== 'expressway'

/** How the library's pavement measures come from the graded kilometres; by library code, so that an own code changes nothing. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  PS01: { index: 'PQI', rate: (rates) => rates.goodOrBetterRate, covers: isTrunkRoad },
  PS02: { index: 'MQI', rate: (rates) => rates.goodOrBetterRate },
  PS03: { index: 'MQI', rate: (rates) => rates.poorOrWorseRate },
  PS04: { index: 'RQI', rate: (rates) => rates.excellentRate },
}

/** Which roads a measure is about, by its library code. */
export function roadsOf(code: string): 'trunk' | 'all' | null {
  const formula = FORMULAS[code]
  return formula ? (formula.covers ? 'trunk' : 'all') : null
}

type NotComputed = { readonly measure: string; readonly holder: Holder; readonly because: 'no-formula' | 'nothing-assessed' }
export type PavementValues = { readonly values: readonly ComputedValue[]; readonly notComputed: readonly NotComputed[] }

/** The pavement measures of the institution and of every unit that has a section, as kilometres over kilometres. */
export function pavementValues(
  measures: readonly MeasureDesign[],
  inspections: readonly Inspection[],
  units: readonly Unit[],
): PavementValues {
  const values: ComputedValue[] = []
  const notComputed: NotComputed[] = []
  for (const measure of measures) {
    const formula = FORMULAS[measure.libraryCode ?? measure.code]
    if (!formula) {
      notComputed.push({ measure: measure.code, holder: THE_INSTITUTION, because: 'no-formula' })
      continue
    }
    const network = networkOf(formula.covers ? inspections.filter(formula.covers) : inspections, units, formula.index)
    const holders: readonly { holder: Holder; rates: NetworkRates }[] = [
      { holder: THE_INSTITUTION, rates: network.whole },
      ...network.units.map(({ unitId, rates }) => ({ holder: { kind: 'unit', unitId } as const, rates })),
    ]
    for (const { holder, rates } of holders) {
      if (rates.kind === 'rated') values.push(valueOfRates(measure, holder, rates, formula))
      else notComputed.push({ measure: measure.code, holder, because: 'nothing-assessed' })
    }
  }
  return { values, notComputed }
}

function valueOfRates(measure: MeasureDesign, holder: Holder, rates: Rated, { index, rate }: Formula): ComputedValue {
  const { lengthMetres, percent } = rate(rates)
  const left = Number(rates.unassessedMetres) > 0 ? `; ${km(rates.unassessedMetres)} km without ${index}` : ''
  return {
    measure,
    holder,
    actual: toDecimalString(percent, 9),
    numerator: km(lengthMetres),
    denominator: km(rates.assessedMetres),
    n: null,
    detail: null,
    note: `${index}: ${km(lengthMetres)} / ${km(rates.assessedMetres)} km${left}`,
  }
}
