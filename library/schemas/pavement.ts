import type { FhwaParameters } from '@milepost/pavement/fhwa'
import type { ConditionParameters } from '@milepost/pavement/parameters'
import { z } from 'zod'
import { basisPoints, bilingual, code, decimal, heading } from './fields.ts'

const provenance = { verified: z.boolean(), source: z.string().min(1) }
const curve = z.strictObject({ a0: decimal, a1: decimal, ...provenance })
const tiers = <S extends z.ZodType>(each: S) => z.strictObject({ high: each, ordinary: each })
const pavements = <S extends z.ZodType>(each: S) => z.strictObject({ asphalt: each, concrete: each })
const severity = z.enum(['light', 'medium', 'heavy', 'any'])

const distressKind = z.strictObject({
  id: code,
  name: bilingual,
  measuredIn: z.enum(['m2', 'm']),
  influenceWidth: decimal.nullable(),
  weights: z.partialRecord(severity, decimal),
  ...provenance,
})

const deductionKind = z.strictObject({
  id: code,
  name: bilingual,
  measuredIn: z.enum(['place', 'm', 'm2']),
  deductions: z.partialRecord(severity, z.strictObject({ points: decimal, per: decimal, part: z.enum(['in-proportion', 'as-whole']) })),
  weightBasisPoints: basisPoints,
  ...provenance,
})

const deductionKinds = z
  .array(deductionKind)
  .min(1)
  .refine((kinds) => kinds.reduce((sum, kind) => sum + kind.weightBasisPoints, 0) === 10_000, 'weights must sum to 10000')

const classes = z.strictObject({ '1': decimal, '2': decimal, '3': decimal, '4': decimal, '5': decimal })
const pqiWeights = z.strictObject({
  weightsBasisPoints: z
    .partialRecord(z.enum(['PCI', 'RQI', 'RDI', 'PBI', 'PWI-or-SRI']), basisPoints)
    .refine((weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0) === 10_000, 'weights must sum to 10000'),
  ...provenance,
})
const leastOfGrade = z.tuple([decimal, decimal, decimal, decimal])

/** Exactly what the pavement engine takes. */
const parameters = z.strictObject({
  standard: z.string(),
  version: z.string(),
  unitLengthMetres: decimal,
  mqi: z.strictObject({
    weightsBasisPoints: z.strictObject({ SCI: basisPoints, PQI: basisPoints, BCI: basisPoints, TCI: basisPoints }),
    zeroRule: z.strictObject({ applies: z.boolean(), ...provenance }),
    ...provenance,
  }),
  pqi: pavements(tiers(pqiWeights)),
  skidPart: z.enum(['PWI', 'SRI']),
  pci: pavements(curve),
  distress: pavements(z.array(distressKind).min(1)),
  rqi: tiers(curve),
  rdi: z.strictObject({ shallowMillimetres: decimal, deepMillimetres: decimal, a0: decimal, a1: decimal, ...provenance }),
  pbi: z.strictObject({ deductions: z.strictObject({ light: decimal, medium: decimal, heavy: decimal }), ...provenance }),
  pwi: curve,
  sri: z.strictObject({ a0: decimal, a1: decimal, least: decimal, ...provenance }),
  pssi: curve,
  sci: deductionKinds,
  tci: deductionKinds,
  bci: z.strictObject({ bridge: classes, tunnel: classes, culvert: classes, ...provenance }),
  scaling: z.strictObject({ indices: z.array(z.enum(['SCI', 'TCI', 'PBI'])), ...provenance }),
  partPlaces: z.int().min(0).max(9).nullable(),
  grades: z.strictObject({ leastOfGrade, ...provenance }),
  gradeExceptions: z.array(
    z.strictObject({
      index: z.enum(['PCI', 'RQI']),
      roadClass: z.enum(['expressway', 'class-1', 'class-2', 'class-3', 'class-4']).nullable(),
      pavement: z.enum(['asphalt', 'concrete']).nullable(),
      leastOfGrade,
      ...provenance,
    }),
  ),
}) satisfies z.ZodType<ConditionParameters>

export const pavementStandard = z.strictObject({
  ...heading,
  issued: z.iso.date(),
  inForceFrom: z.iso.date(),
  replaces: z.string(),
  parameters,
  /** Height of a bump in cm, by severity; `to` is outside the class. */
  bumpHeights: z.array(z.strictObject({ severity: z.enum(['light', 'medium', 'heavy']), from: decimal, to: decimal.nullable() })),
  /** Conversion coefficients of automated surveys, in place of the severity weights; null: not given. */
  automated: z.array(z.strictObject({ pavement: z.enum(['asphalt', 'concrete']), kind: code, coefficient: decimal.nullable() })),
  /** What has to be compared with the official text, in words. */
  toVerify: z.array(bilingual),
})

export type PavementStandard = z.infer<typeof pavementStandard>

const limits = z.strictObject({ good: decimal, poor: decimal, ...provenance })

/** The US federal rating, printed beside the Chinese indices for comparison between countries. */
export const federalRating = z.strictObject({
  ...heading,
  parameters: z.strictObject({
    standard: z.string(),
    inchesAMilePerMetreAKilometre: decimal,
    iri: limits,
    cracking: z.strictObject({ asphalt: limits, 'jointed-concrete': limits, 'continuous-concrete': limits }),
    rutting: limits,
    faulting: limits,
  }) satisfies z.ZodType<FhwaParameters>,
})

export type FederalRating = z.infer<typeof federalRating>
