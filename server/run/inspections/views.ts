import type { RatesView, SectionRow } from '@milepost/contract/run/inspections'
import { compare, div, exact } from '@milepost/exact/exact'
import { roundHalfAway, toDecimalString } from '@milepost/exact/rounding'
import type { LengthRate, NetworkRates } from '@milepost/pavement/network'
import type { SectionAssessment } from '@milepost/pavement/section'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { ConditionIndex } from '@milepost/terms/road'
import type { Inspection } from './data.ts'

export function sectionRow(one: Inspection, unit: Bilingual | null): SectionRow {
  const { inspectionId, route, fromM, toM, direction, roadClass, pavement, unitId, assessment } = one
  return {
    ...{ inspectionId, route, fromM, toM, direction, roadClass, pavement, unitId },
    unit: unit && { ...unit },
    indices: valuesOf(assessment),
    given: [...assessment.given],
    missing: [...assessment.missing],
    disputed: disputedIn(assessment),
  }
}

function valuesOf({ indices }: SectionAssessment): SectionRow['indices'] {
  return Object.fromEntries(
    Object.entries(indices).flatMap(([name, index]) =>
      index.kind === 'computed' || index.kind === 'given' ? [[name, { value: index.official, grade: index.grade }]] : [],
    ),
  )
}

/** Indices stated in the file that differ from the computed ones in the second decimal or more. */
function disputedIn({ indices, computed, stated }: Inspection['assessment']): ConditionIndex[] {
  return computed.filter((name) => {
    const said = stated[name]
    const index = indices[name]
    if (said === undefined || index.kind !== 'computed') return false
    const places = Math.min(2, said.split('.')[1]?.length ?? 0)
    return compare(roundHalfAway(index.value, places), roundHalfAway(said, places)) !== 0
  })
}

export const km = (metres: string): string => toDecimalString(div(exact(metres), 1000), 3)
const rateView = (rate: LengthRate) => ({ km: km(rate.lengthMetres), percent: rate.official })

export function ratesView(rates: NetworkRates): RatesView {
  if (rates.kind !== 'rated') return null
  return {
    km: km(rates.assessedMetres),
    unassessedKm: km(rates.unassessedMetres),
    mean: rates.mean.official,
    byGrade: {
      'road-excellent': rateView(rates.byGrade['road-excellent']),
      'road-good': rateView(rates.byGrade['road-good']),
      'road-fair': rateView(rates.byGrade['road-fair']),
      'road-poor': rateView(rates.byGrade['road-poor']),
      'road-bad': rateView(rates.byGrade['road-bad']),
    },
    excellent: rateView(rates.excellentRate),
    goodOrBetter: rateView(rates.goodOrBetterRate),
    poorOrWorse: rateView(rates.poorOrWorseRate),
  }
}
