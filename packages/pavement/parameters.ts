import type { Bilingual } from '@milepost/terms/bilingual'
import type { ConditionIndex } from '@milepost/terms/road'

export type Pavement = 'asphalt' | 'concrete'
export type RoadClass = 'expressway' | 'class-1' | 'class-2' | 'class-3' | 'class-4'
/** `any` for damage the standard does not divide by severity. */
export type Severity = 'light' | 'medium' | 'heavy' | 'any'

/** A decimal as text, e.g. "0.412". */
export type DecimalText = string

/**
 * Where a parameter comes from. `verified: false`: in use, but not yet compared with the official text;
 * every assessment that used it says so.
 */
export type Provenance = { verified: boolean; source: string }

/** `100 - a0 * x^a1`, or `100 / (1 + a0 * e^(a1 * x))`, as the index says. */
export type CurveParameters = { a0: DecimalText; a1: DecimalText } & Provenance

/** A kind of pavement damage. Lengths become areas by the width they influence. */
export type DistressKind = {
  id: string
  name: Bilingual
  measuredIn: 'm2' | 'm'
  /** Influence width in metres; null for damage measured as an area. */
  influenceWidth: DecimalText | null
  weights: Readonly<Partial<Record<Severity, DecimalText>>>
} & Provenance

/** A kind of damage to the subgrade or the facilities: points taken off a unit of it, and its weight in the index. */
export type DeductionKind = {
  id: string
  name: Bilingual
  measuredIn: 'place' | 'm' | 'm2'
  deductions: Readonly<Partial<Record<Severity, DeductionRate>>>
  weightBasisPoints: number
} & Provenance

/** `points` for every `per` units; a part of `per` counts in proportion, or as a whole one. */
export type DeductionRate = { points: DecimalText; per: DecimalText; part: 'in-proportion' | 'as-whole' }

export type StructureKind = 'bridge' | 'tunnel' | 'culvert'
/** Classes of a structure from best (1) to worst (5). Culverts: good, fairly good, fairly poor, poor, dangerous. */
export type StructureClass = '1' | '2' | '3' | '4' | '5'

/** The part of PQI that the skid-resistance place takes: wear or skidding, one of the two. */
export type PqiPart = 'PCI' | 'RQI' | 'RDI' | 'PBI' | 'PWI-or-SRI'
export type MqiPart = 'SCI' | 'PQI' | 'BCI' | 'TCI'

/** A band reaches from its least value to that of the band above; five grades, best first. */
export type GradeBands = { leastOfGrade: readonly [DecimalText, DecimalText, DecimalText, DecimalText] } & Provenance
export type GradeException = { index: ConditionIndex; roadClass: RoadClass | null; pavement: Pavement | null } & GradeBands

/** Every number of the road-condition standard in use; a versioned file of `library/`. */
export type ConditionParameters = {
  /** E.g. "JTG 5210-2018"; stored with every assessment. */
  standard: string
  version: string
  unitLengthMetres: DecimalText
  mqi: { weightsBasisPoints: Readonly<Record<MqiPart, number>>; zeroRule: { applies: boolean } & Provenance } & Provenance
  /** Weights by pavement, for expressway and class 1 (`high`) and for classes 2 to 4 (`ordinary`). */
  pqi: Readonly<
    Record<Pavement, Readonly<Record<RoadTier, { weightsBasisPoints: Readonly<Partial<Record<PqiPart, number>>> } & Provenance>>>
  >
  /** Which of the two is taken when both were surveyed. */
  skidPart: 'PWI' | 'SRI'
  pci: Readonly<Record<Pavement, CurveParameters>>
  distress: Readonly<Record<Pavement, readonly DistressKind[]>>
  rqi: Readonly<Record<RoadTier, CurveParameters>>
  rdi: { shallowMillimetres: DecimalText; deepMillimetres: DecimalText; a0: DecimalText; a1: DecimalText } & Provenance
  pbi: { deductions: Readonly<Record<'light' | 'medium' | 'heavy', DecimalText>> } & Provenance
  pwi: CurveParameters
  sri: CurveParameters & { least: DecimalText }
  pssi: CurveParameters
  sci: readonly DeductionKind[]
  tci: readonly DeductionKind[]
  bci: Readonly<Record<StructureKind, Readonly<Record<StructureClass, DecimalText>>>> & Provenance
  /** Deductions of units shorter or longer than the unit length are scaled to it. */
  scaling: { indices: readonly ('SCI' | 'TCI' | 'PBI')[] } & Provenance
  /** Parts rounded to so many places before they are combined, as the provincial forms do; null: exact throughout. */
  partPlaces: number | null
  grades: GradeBands
  gradeExceptions: readonly GradeException[]
}

export type RoadTier = 'high' | 'ordinary'

/** Expressways and class-1 roads are weighted and measured apart from the other classes. */
export function tierOf(roadClass: RoadClass): RoadTier {
  return roadClass === 'expressway' || roadClass === 'class-1' ? 'high' : 'ordinary'
}
