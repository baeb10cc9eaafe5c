import { compare } from '@milepost/exact/exact'
import { bci } from './bci.ts'
import { distressRatio } from './distressRatio.ts'
import type { IndexValue } from './indexResult.ts'
import { type ConditionParameters, tierOf } from './parameters.ts'
import { pbi } from './pbi.ts'
import { pci } from './pci.ts'
import { pssi, strengthRatio } from './pssi.ts'
import { pwi, wearRatio } from './pwi.ts'
import { rdi } from './rdi.ts'
import { readDecimal } from './reading.ts'
import type { DoesNotApply, GivenIndex, NotSurveyed, SectionRecord } from './record.ts'
import { rqi } from './rqi.ts'
import { lengthScale } from './scaling.ts'
import { sci } from './sci.ts'
import { sri } from './sri.ts'
import { tci } from './tci.ts'

/** The indices that rest on the survey alone; PQI and MQI are put together from them. */
export const surveyedIndices = ['PCI', 'RQI', 'RDI', 'PBI', 'PWI', 'SRI', 'PSSI', 'SCI', 'BCI', 'TCI'] as const
export type SurveyedIndex = (typeof surveyedIndices)[number]

type Sheet = { record: SectionRecord; parameters: ConditionParameters }

/** How each surveyed index is obtained from the record. */
export const indexOf: Readonly<Record<SurveyedIndex, (sheet: Sheet) => IndexValue>> = {
  PCI: ({ record: { distress, pavement }, parameters }) => {
    if (distress.kind === 'ratio') return pci(distress.percent, parameters.pci[pavement])
    if (distress.kind !== 'counted') return withoutSurvey(distress, 'PCI')
    const ratio = distressRatio(distress, parameters.distress[pavement])
    return ratio.kind === 'undefined' ? ratio : pci(ratio.percent, parameters.pci[pavement])
  },
  RQI: ({ record: { roughness, roadClass }, parameters }) =>
    roughness.kind === 'measured' ? rqi(roughness.iri, parameters.rqi[tierOf(roadClass)]) : withoutSurvey(roughness, 'RQI'),
  RDI: ({ record: { rutting }, parameters }) =>
    rutting.kind === 'measured' ? rdi(rutting.millimetres, parameters.rdi) : withoutSurvey(rutting, 'RDI'),
  PBI: ({ record: { bumps, lengthMetres }, parameters }) => {
    if (bumps.kind !== 'counted') return withoutSurvey(bumps, 'PBI')
    const scale = lengthScale('PBI', lengthMetres, parameters)
    return scale.kind === 'undefined' ? scale : pbi(bumps, parameters.pbi, scale)
  },
  PWI: ({ record: { wear }, parameters }) => {
    if (wear.kind === 'ratio') return pwi(wear.percent, parameters.pwi)
    if (wear.kind !== 'measured') return withoutSurvey(wear, 'PWI')
    const ratio = wearRatio(wear)
    return ratio.kind === 'undefined' ? ratio : pwi(ratio.percent, parameters.pwi)
  },
  SRI: ({ record: { skid }, parameters }) => (skid.kind === 'measured' ? sri(skid.sfc, parameters.sri) : withoutSurvey(skid, 'SRI')),
  PSSI: ({ record: { strength }, parameters }) => {
    if (strength.kind === 'ratio') return pssi(strength.ssr, parameters.pssi)
    if (strength.kind !== 'measured') return withoutSurvey(strength, 'PSSI')
    const ratio = strengthRatio(strength)
    return ratio.kind === 'undefined' ? ratio : pssi(ratio.ssr, parameters.pssi)
  },
  SCI: ({ record: { subgrade, lengthMetres }, parameters }) =>
    subgrade.kind === 'counted' ? sci(subgrade, lengthMetres, parameters) : withoutSurvey(subgrade, 'SCI'),
  BCI: ({ record: { structures }, parameters }) =>
    structures.kind === 'listed' ? bci(structures.structures, parameters.bci) : withoutSurvey(structures, 'BCI'),
  TCI: ({ record: { facilities, lengthMetres }, parameters }) =>
    facilities.kind === 'counted' ? tci(facilities, lengthMetres, parameters) : withoutSurvey(facilities, 'TCI'),
}

function withoutSurvey(part: GivenIndex | NotSurveyed | DoesNotApply, field: SurveyedIndex): IndexValue {
  if (part.kind === 'not-applicable') return { kind: 'not-applicable' }
  if (part.kind === 'not-surveyed') return { kind: 'undefined', because: 'not-surveyed', note: part.because }
  const read = readDecimal(part.index, field)
  if (read.kind === 'undefined') return read
  if (compare(read.value, 0) < 0 || compare(read.value, 100) > 0) return { kind: 'undefined', because: 'outside-0-100', field }
  return { kind: 'given', value: part.index }
}
