import { type ConditionParameters, type StructureClass, type StructureKind, tierOf } from '@milepost/pavement/parameters'
import type { Damage, DeductionSurvey, NotSurveyed, SectionRecord } from '@milepost/pavement/record'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellProblem, ValuesOf } from '../../platform/spreadsheet/columns.ts'
import { type DamageColumn, DIRECTIONS, PAVEMENTS, SECTION_SHEET } from './columns.ts'
import { stakeText } from './stake.ts'

export type SectionValues = ValuesOf<typeof SECTION_SHEET>
export type FoundDamage = Omit<DamageColumn, 'column'> & { readonly heading: Bilingual; readonly amount: string }

export type ReadSection = {
  readonly record: SectionRecord
  readonly stated: Readonly<Record<string, string>>
  readonly problems: readonly CellProblem[]
}

const NOT_SURVEYED: NotSurveyed = { kind: 'not-surveyed', because: 'blank in the file' }
const DOES_NOT_APPLY = { kind: 'not-applicable' } as const

/**
 * One row of a survey as the engine takes it. What was measured goes before an index stated beside it; a blank cell was not
 * surveyed, and counts are complete or absent: a blank among them is no nought.
 */
export function readSection(values: SectionValues, damages: readonly FoundDamage[], parameters: ConditionParameters): ReadSection {
  const problems: CellProblem[] = []
  const [fromM, toM] = [Math.min(values.from, values.to), Math.max(values.from, values.to)]
  const parts = parameters.pqi[values.pavement][tierOf(values.roadClass)].weightsBasisPoints
  /** An index that PQI does not ask for on this road is simply not applicable where it was not surveyed. */
  const blankOf = (asked: number | undefined) => ((asked ?? 0) > 0 ? NOT_SURVEYED : DOES_NOT_APPLY)
  const ofPart = (part: DamageColumn['part']) => damages.filter((damage) => damage.part === part)
  const bumps = readBumps(values, problems)
  const wear = readWear(values, problems) ?? given(values.pwi)
  const skid = values.sfc !== null ? ({ kind: 'measured', sfc: values.sfc } as const) : given(values.sri)
  /** Wear and skidding share one place in PQI: where one was surveyed the other is not asked for. */
  const other = blankOf(wear || skid ? 0 : parts['PWI-or-SRI'])
  const record: SectionRecord = {
    section: `${values.route} ${stakeText(fromM)}-${stakeText(toM)} ${DIRECTIONS[values.direction].zh}`,
    roadClass: values.roadClass,
    pavement: values.pavement,
    lengthMetres: String(toM - fromM),
    distress: readDistress(values, ofPart('distress'), parameters, problems),
    roughness: values.iri !== null ? { kind: 'measured', iri: values.iri } : (given(values.rqi) ?? NOT_SURVEYED),
    rutting: values.rd !== null ? { kind: 'measured', millimetres: values.rd } : (given(values.rdi) ?? blankOf(parts.RDI)),
    bumps: bumps ?? given(values.pbi) ?? blankOf(parts.PBI),
    wear: wear ?? other,
    skid: skid ?? other,
    strength: values.ssr !== null ? { kind: 'ratio', ssr: values.ssr } : (given(values.pssi) ?? DOES_NOT_APPLY),
    subgrade: countedOf(ofPart('sci')) ?? given(values.sci) ?? NOT_SURVEYED,
    structures: readStructures(values) ?? given(values.bci) ?? NOT_SURVEYED,
    facilities: countedOf(ofPart('tci')) ?? given(values.tci) ?? NOT_SURVEYED,
    slopeEndangersTraffic: values.slopeEndangersTraffic === 'yes',
  }
  return { record, stated: statedIn(values), problems }
}

const given = (index: string | null) => (index === null ? null : ({ kind: 'given', index } as const))

/** Indices the file states, to be compared with what is computed. */
function statedIn(values: SectionValues): Record<string, string> {
  const { pci, rqi, rdi, pbi, pwi, sri, pssi, sci, bci, tci } = values
  const all = { PCI: pci, RQI: rqi, RDI: rdi, PBI: pbi, PWI: pwi, SRI: sri, PSSI: pssi, SCI: sci, BCI: bci, TCI: tci }
  return Object.fromEntries(Object.entries(all).flatMap(([index, value]) => (value === null ? [] : [[index, value]])))
}

function readDistress(
  values: SectionValues,
  damages: readonly FoundDamage[],
  parameters: ConditionParameters,
  problems: CellProblem[],
): SectionRecord['distress'] {
  if (values.dr !== null) return { kind: 'ratio', percent: values.dr }
  if (damages.length === 0) return given(values.pci) ?? NOT_SURVEYED
  const rated = parameters.distress[values.pavement]
  const fits = ({ kind, severity }: FoundDamage) => rated.find((one) => one.id === kind)?.weights[severity] !== undefined
  for (const damage of damages)
    if (!fits(damage) && Number(damage.amount) !== 0) problems.push(notOnThisPavement(damage.heading, values.pavement))
  if (values.surveyedArea === null) {
    problems.push({ column: SECTION_SHEET.surveyedArea.heading.zh, message: NEEDS_AREA })
    return NOT_SURVEYED
  }
  return { kind: 'counted', surveyedSquareMetres: values.surveyedArea, damages: damages.filter(fits).map(damageOf) }
}

const damageOf = ({ kind, severity, amount }: FoundDamage): Damage => ({ kind, severity, amount })

/** Kinds with at least one figure were looked at; the others were not. */
function countedOf(damages: readonly FoundDamage[]): DeductionSurvey | null {
  if (damages.length === 0) return null
  return { kind: 'counted', surveyed: [...new Set(damages.map((damage) => damage.kind))], damages: damages.map(damageOf) }
}

function readBumps({ bumpsLight, bumpsMedium, bumpsHeavy }: SectionValues, problems: CellProblem[]): SectionRecord['bumps'] | null {
  if (bumpsLight === null && bumpsMedium === null && bumpsHeavy === null) return null
  if (bumpsLight === null || bumpsMedium === null || bumpsHeavy === null) {
    problems.push({ column: SECTION_SHEET.bumpsLight.heading.zh, message: NEEDS_ALL_THREE })
    return null
  }
  return { kind: 'counted', light: bumpsLight, medium: bumpsMedium, heavy: bumpsHeavy }
}

function readWear({ wr, mpdCentre, mpdLeft, mpdRight }: SectionValues, problems: CellProblem[]): SectionRecord['wear'] | null {
  if (wr !== null) return { kind: 'ratio', percent: wr }
  if (mpdCentre === null && mpdLeft === null && mpdRight === null) return null
  if (mpdCentre === null || mpdLeft === null || mpdRight === null) {
    problems.push({ column: SECTION_SHEET.mpdCentre.heading.zh, message: NEEDS_ALL_DEPTHS })
    return null
  }
  return { kind: 'measured', centre: mpdCentre, left: mpdLeft, right: mpdRight }
}

/** All three blank: not surveyed. Otherwise a blank one is no such structure. */
function readStructures({ bridge, tunnel, culvert }: SectionValues): SectionRecord['structures'] | null {
  const found: readonly (readonly [StructureKind, StructureClass | 'none' | 'blank'])[] = [
    ['bridge', bridge],
    ['tunnel', tunnel],
    ['culvert', culvert],
  ]
  if (found.every(([, worst]) => worst === 'blank')) return null
  return {
    kind: 'listed',
    structures: found.flatMap(([kind, worst]) =>
      worst === 'none' || worst === 'blank' ? [] : [{ kind, name: '', structureClass: worst }],
    ),
  }
}

const NEEDS_AREA = { zh: '填了路面损坏，还需填调查面积。', en: 'There is pavement damage; enter the surveyed area too.' }
const NEEDS_ALL_THREE = {
  zh: '跳车轻、中、重三列须同时填写，没有请填 0。',
  en: 'Enter all three columns of bumps; write 0 where there is none.',
}
const NEEDS_ALL_DEPTHS = { zh: 'MPD 中、左、右三列须同时填写。', en: 'Enter all three profile depths.' }
const notOnThisPavement = (heading: Bilingual, pavement: keyof typeof PAVEMENTS): CellProblem => ({
  column: heading.zh,
  message: {
    zh: `“${heading.zh}”不是${PAVEMENTS[pavement].zh}路面的损坏类型。`,
    en: `“${heading.en}” is no damage of ${PAVEMENTS[pavement].en} pavement.`,
  },
})
