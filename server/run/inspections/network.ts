import { type NetworkRates, networkRates } from '@milepost/pavement/network'
import type { ConditionIndex } from '@milepost/terms/road'
import type { Unit } from '../../institution/published.ts'
import type { Inspection } from './data.ts'

/** Rates of the whole network and of each unit with its sections and those of the units below. */
export type Network = {
  readonly index: ConditionIndex
  readonly whole: NetworkRates
  readonly units: readonly { readonly unitId: string; readonly sections: number; readonly rates: NetworkRates }[]
}

export function networkOf(inspections: readonly Inspection[], units: readonly Unit[], index: ConditionIndex): Network {
  const above = new Map(units.map((unit) => [unit.unitId, unit.parentUnitId]))
  const byUnit = new Map<string, Inspection[]>()
  for (const inspection of inspections)
    for (let at = inspection.unitId; at !== null; at = above.get(at) ?? null) byUnit.set(at, [...(byUnit.get(at) ?? []), inspection])
  return {
    index,
    whole: ratesOf(inspections, index),
    units: units.flatMap(({ unitId, kind }) => {
      const own = kind === 'bureau' ? undefined : byUnit.get(unitId)
      return own ? [{ unitId, sections: own.length, rates: ratesOf(own, index) }] : []
    }),
  }
}

const ratesOf = (inspections: readonly Inspection[], index: ConditionIndex) =>
  networkRates(
    inspections.map(({ assessment, fromM, toM }) => ({
      section: assessment.section,
      lengthMetres: String(toM - fromM),
      index: assessment.indices[index],
    })),
  )
