import { compare, type ExactText } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { ConditionIndex } from '@milepost/terms/road'
import { bandsFor, gradeOf } from './grade.ts'
import type { GradedIndex, IndexValue } from './indexResult.ts'
import { mqi } from './mqi.ts'
import { type ConditionParameters, tierOf } from './parameters.ts'
import { pqi } from './pqi.ts'
import type { SectionRecord } from './record.ts'
import { indexOf, surveyedIndices } from './sectionIndices.ts'
import { type ToVerify, unverifiedParameters } from './toVerify.ts'

export type SectionAssessment = {
  section: string
  /** The parameters it was assessed by. */
  standard: string
  parametersVersion: string
  indices: Readonly<Record<ConditionIndex, GradedIndex>>
  computed: readonly ConditionIndex[]
  given: readonly ConditionIndex[]
  missing: readonly ConditionIndex[]
  notApplicable: readonly ConditionIndex[]
  /** Unverified parameters that the computed indices rest on. */
  toVerify: readonly ToVerify[]
}

/** All condition indices, PQI and MQI last. */
export const conditionIndices = [...surveyedIndices, 'PQI', 'MQI'] as const satisfies readonly ConditionIndex[]

/**
 * Assesses one road section: every index from what was surveyed, PQI and MQI put together from them, each with its value, official rounding,
 * grade, evidence and warnings. What was not surveyed stays a named gap, and so does every index that needs it.
 */
export function assessSection(record: SectionRecord, parameters: ConditionParameters): SectionAssessment {
  const values = new Map<ConditionIndex, IndexValue>(surveyedIndices.map((index) => [index, indexOf[index]({ record, parameters })]))
  const { weightsBasisPoints } = parameters.pqi[record.pavement][tierOf(record.roadClass)]
  const { skidPart, partPlaces } = parameters
  values.set('PQI', pqi(present(values, ['PCI', 'RQI', 'RDI', 'PBI', 'PWI', 'SRI']), { weightsBasisPoints, skidPart, partPlaces }))
  const heldAtZeroBy = parameters.mqi.zeroRule.applies ? dangers(record) : []
  const mqiRules = { weightsBasisPoints: parameters.mqi.weightsBasisPoints, partPlaces, heldAtZeroBy }
  values.set('MQI', mqi(present(values, ['SCI', 'PQI', 'BCI', 'TCI']), mqiRules))
  const graded = (index: ConditionIndex) => gradedIndex(index, values.get(index) ?? { kind: 'not-applicable' }, record, parameters)
  const of = (kind: GradedIndex['kind']) => conditionIndices.filter((index) => values.get(index)?.kind === kind)
  const computed = of('computed')
  return {
    section: record.section,
    standard: parameters.standard,
    parametersVersion: parameters.version,
    indices: {
      PCI: graded('PCI'),
      RQI: graded('RQI'),
      RDI: graded('RDI'),
      PBI: graded('PBI'),
      PWI: graded('PWI'),
      SRI: graded('SRI'),
      PSSI: graded('PSSI'),
      SCI: graded('SCI'),
      BCI: graded('BCI'),
      TCI: graded('TCI'),
      PQI: graded('PQI'),
      MQI: graded('MQI'),
    },
    computed,
    given: of('given'),
    missing: of('undefined'),
    notApplicable: of('not-applicable'),
    toVerify: unverifiedParameters(computed, record, parameters),
  }
}

function present<Index extends ConditionIndex>(
  values: ReadonlyMap<ConditionIndex, IndexValue>,
  names: readonly Index[],
): Partial<Record<Index, ExactText>> {
  const parts: Partial<Record<Index, ExactText>> = {}
  for (const name of names) {
    const value = values.get(name)
    if (value?.kind === 'computed' || value?.kind === 'given') parts[name] = value.value
  }
  return parts
}

/** What holds a whole section at zero: a bridge, tunnel or culvert of the worst class, or a slope that endangers traffic. */
function dangers({ structures, slopeEndangersTraffic }: SectionRecord): readonly string[] {
  const listed = structures.kind === 'listed' ? structures.structures : []
  const worst = listed.filter(({ structureClass }) => structureClass === '5').map(({ kind, name }) => `${kind} ${name}`.trim())
  return slopeEndangersTraffic ? [...worst, 'slope'] : worst
}

function gradedIndex(index: ConditionIndex, value: IndexValue, road: SectionRecord, parameters: ConditionParameters): GradedIndex {
  if (value.kind === 'not-applicable') return { kind: 'not-applicable', index }
  if (value.kind === 'undefined') return { ...value, index }
  const { grade, warnings } = gradeOf(value.value, bandsFor(index, road, parameters))
  const official = roundHalfAway(value.value, 2)
  const evidence = value.kind === 'computed' ? value.evidence : {}
  const own = value.kind === 'computed' ? value.warnings : []
  return { kind: value.kind, index, value: value.value, official, grade, evidence, warnings: [...own, ...warnings] }
}

/** Whether a graded index stands at or above a target, e.g. the least MQI a plan asks for; null where there is no value. */
export function reaches(index: GradedIndex, target: string): boolean | null {
  return index.kind === 'computed' || index.kind === 'given' ? compare(index.value, target) >= 0 : null
}
