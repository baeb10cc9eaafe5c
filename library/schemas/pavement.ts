import { z } from 'zod'
import { bilingual, code, decimal, heading } from './fields.ts'

const curve = z.strictObject({ a0: decimal, a1: decimal })
const severity = z.enum(['light', 'medium', 'heavy', 'any'])

/** Distress kinds weigh an area; a length counts with its influence width (metres). */
const distress = z.strictObject({
  code,
  name: bilingual,
  measuredIn: z.enum(['m2', 'm', 'm2-or-m']),
  weights: z.array(z.strictObject({ severity, weight: decimal })).min(1),
  /** Conversion coefficient of automated surveys; null: not given. `strip` where a patch is measured as a strip. */
  automated: z.strictObject({ area: decimal.nullable(), strip: decimal.nullable() }),
})

/** Damage kinds of subgrade and roadside facilities: points off per unit, and the weight of the kind in the index. */
const damage = z.strictObject({
  code,
  name: bilingual,
  countedIn: z.enum(['m2', 'm', 'place']),
  deductions: z.array(z.strictObject({ severity, points: decimal })).min(1),
  weight: decimal,
})

const pavementWeights = z.strictObject({
  surface: z.enum(['asphalt', 'concrete']),
  roadClass: z.enum(['expressway-class1', 'class2-4']),
  weights: z.array(z.strictObject({ index: z.enum(['PCI', 'RQI', 'RDI', 'PBI', 'PWI-or-SRI']), weight: decimal })),
  verified: z.boolean(),
})

export const pavementStandard = z.strictObject({
  ...heading,
  issued: z.iso.date(),
  inForceFrom: z.iso.date(),
  replaces: z.string(),
  /** Length of an assessed section in metres. */
  sectionMetres: z.int(),
  mqi: z.array(z.strictObject({ index: z.enum(['SCI', 'PQI', 'BCI', 'TCI']), weight: decimal })).length(4),
  pqi: z.array(pavementWeights).length(4),
  pci: z.strictObject({ asphalt: curve, concrete: curve, crackWidthMetres: decimal, rutWidthMetres: decimal }),
  rqi: z.strictObject({ expresswayClass1: curve, other: curve }),
  rdi: z.strictObject({ rda: decimal, rdb: decimal, a0: decimal, a1: decimal }),
  pbi: z.strictObject({
    deductions: z.array(
      z.strictObject({ severity: z.enum(['light', 'medium', 'heavy']), fromCm: decimal, toCm: decimal.nullable(), points: decimal }),
    ),
  }),
  pwi: curve,
  sri: z.strictObject({ least: decimal, a0: decimal, a1: decimal }),
  pssi: curve,
  /** Lower bounds of excellent, good, fair, poor; below the last: bad. */
  grades: z.strictObject({
    from: z.strictObject({ excellent: decimal, good: decimal, fair: decimal, poor: decimal }),
    exceptions: z.array(z.strictObject({ index: z.enum(['PCI', 'RQI']), when: bilingual, excellentFrom: decimal, verified: z.boolean() })),
  }),
  asphaltDistress: z.array(distress).min(1),
  concreteDistress: z.array(distress).min(1),
  subgradeDamage: z.array(damage).min(1),
  facilityDamage: z.array(damage).min(1),
  /** Points off by condition class of a structure. */
  structures: z.array(
    z.strictObject({
      kind: z.enum(['bridge', 'tunnel', 'culvert']),
      classes: z.array(z.strictObject({ class: z.int(), name: bilingual, points: decimal })),
    }),
  ),
  /** A section with such a structure has MQI 0. */
  zeroMqi: z.strictObject({ when: bilingual, verified: z.boolean() }),
  unverified: z.array(bilingual),
})

export type PavementStandard = z.infer<typeof pavementStandard>
