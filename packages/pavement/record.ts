import type { DecimalText, Pavement, RoadClass, Severity, StructureClass, StructureKind } from './parameters.ts'

/** An index computed elsewhere and taken as it is, 0-100. */
export type GivenIndex = { kind: 'given'; index: DecimalText }
/** Not surveyed: a named gap, not a zero. */
export type NotSurveyed = { kind: 'not-surveyed'; because: string }
/** The survey does not apply here, e.g. rutting on concrete. */
export type DoesNotApply = { kind: 'not-applicable' }

/** Amount of one kind of damage: m2, m or places, as the kind is measured. */
export type Damage = { kind: string; severity: Severity; amount: DecimalText }
export type Structure = { kind: StructureKind; name: string; structureClass: StructureClass }

/** What was found on one section in one survey. Every part says how it was obtained. */
export type SectionRecord = {
  section: string
  roadClass: RoadClass
  pavement: Pavement
  lengthMetres: DecimalText
  distress:
    | { kind: 'counted'; damages: readonly Damage[]; surveyedSquareMetres: DecimalText }
    /** The distress ratio DR in per cent, as automated surveys deliver it. */
    | { kind: 'ratio'; percent: DecimalText }
    | GivenIndex
    | NotSurveyed
  /** IRI in m/km. */
  roughness: { kind: 'measured'; iri: DecimalText } | GivenIndex | NotSurveyed
  /** Rut depth in mm. */
  rutting: { kind: 'measured'; millimetres: DecimalText } | GivenIndex | NotSurveyed | DoesNotApply
  /** Numbers of bumps by severity. */
  bumps: { kind: 'counted'; light: number; medium: number; heavy: number } | GivenIndex | NotSurveyed | DoesNotApply
  /** Mean profile depth in mm of the lane centre and the wheel paths, or the wear ratio in per cent. */
  wear:
    | { kind: 'measured'; centre: DecimalText; left: DecimalText; right: DecimalText }
    | { kind: 'ratio'; percent: DecimalText }
    | GivenIndex
    | NotSurveyed
    | DoesNotApply
  /** Sideway force coefficient. */
  skid: { kind: 'measured'; sfc: DecimalText } | GivenIndex | NotSurveyed | DoesNotApply
  /** Standard and measured deflection in the same unit, or their ratio SSR. Sampled; no part of PQI. */
  strength:
    | { kind: 'measured'; standard: DecimalText; deflection: DecimalText }
    | { kind: 'ratio'; ssr: DecimalText }
    | GivenIndex
    | NotSurveyed
    | DoesNotApply
  /** `surveyed` lists the kinds that were looked at; one without a damage has none. A kind not listed was not looked at. */
  subgrade: DeductionSurvey | GivenIndex | NotSurveyed
  /** An empty list says that there is no structure in the section. */
  structures: { kind: 'listed'; structures: readonly Structure[] } | GivenIndex | NotSurveyed
  facilities: DeductionSurvey | GivenIndex | NotSurveyed
  /** A slope collapse that endangers traffic, seen in the survey. */
  slopeEndangersTraffic: boolean
}

export type DeductionSurvey = { kind: 'counted'; surveyed: 'all' | readonly string[]; damages: readonly Damage[] }
