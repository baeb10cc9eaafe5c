import type { ConditionIndex } from '@milepost/terms/road'
import { type ConditionParameters, type Provenance, tierOf } from './parameters.ts'
import type { SectionRecord } from './record.ts'

/** A parameter in use that nobody has yet compared with the official text; shown beside the result. */
export type ToVerify = { parameter: string; source: string }

type Used = { parameter: string } & Provenance

/** The parameters an index of this section rests on, by index. */
function parametersUsed(record: SectionRecord, parameters: ConditionParameters): Readonly<Record<ConditionIndex, readonly Used[]>> {
  const { pavement, roadClass, distress, subgrade, facilities } = record
  const tier = tierOf(roadClass)
  const damaged = distress.kind === 'counted' ? distress.damages.map(({ kind }) => kind) : []
  const kinds = parameters.distress[pavement].filter(({ id }) => damaged.includes(id))
  const scaling = { parameter: 'scaling', ...parameters.scaling }
  const isOdd = record.lengthMetres !== parameters.unitLengthMetres
  const scalingOf = (index: 'SCI' | 'TCI' | 'PBI') => (isOdd && parameters.scaling.indices.includes(index) ? [scaling] : [])
  return {
    PCI: [
      { parameter: `pci.${pavement}`, ...parameters.pci[pavement] },
      ...kinds.map((kind) => ({ parameter: `distress.${pavement}.${kind.id}`, ...kind })),
    ],
    RQI: [{ parameter: `rqi.${tier}`, ...parameters.rqi[tier] }],
    RDI: [{ parameter: 'rdi', ...parameters.rdi }],
    PBI: [{ parameter: 'pbi', ...parameters.pbi }, ...scalingOf('PBI')],
    PWI: [{ parameter: 'pwi', ...parameters.pwi }],
    SRI: [{ parameter: 'sri', ...parameters.sri }],
    PSSI: [{ parameter: 'pssi', ...parameters.pssi }],
    PQI: [{ parameter: `pqi.${pavement}.${tier}`, ...parameters.pqi[pavement][tier] }],
    SCI:
      subgrade.kind === 'counted' ? [...parameters.sci.map((kind) => ({ parameter: `sci.${kind.id}`, ...kind })), ...scalingOf('SCI')] : [],
    BCI: [{ parameter: 'bci', ...parameters.bci }],
    TCI:
      facilities.kind === 'counted'
        ? [...parameters.tci.map((kind) => ({ parameter: `tci.${kind.id}`, ...kind })), ...scalingOf('TCI')]
        : [],
    MQI: [
      { parameter: 'mqi', ...parameters.mqi },
      ...(parameters.mqi.zeroRule.applies ? [{ parameter: 'mqi.zeroRule', ...parameters.mqi.zeroRule }] : []),
    ],
  }
}

/** The unverified parameters behind the indices that were computed; an index that was given or is missing rests on none. */
export function unverifiedParameters(
  computed: readonly ConditionIndex[],
  record: SectionRecord,
  parameters: ConditionParameters,
): readonly ToVerify[] {
  const used = parametersUsed(record, parameters)
  const unverified = computed.flatMap((index) => used[index]).filter(({ verified }) => !verified)
  return [...new Map(unverified.map(({ parameter, source }) => [parameter, { parameter, source }])).values()]
}
