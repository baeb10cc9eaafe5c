import { z } from 'zod'
import { basisPoints, bilingual, code, decimal, heading } from './fields.ts'

/** Defaults of a pay pool. All figures are proposals until the institution's own pay plan replaces them. */
export const payRules = z
  .strictObject({
    ...heading,
    gradeFactors: z
      .array(z.strictObject({ grade: z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'ungraded']), factor: decimal }))
      .length(5),
    postCoefficients: z
      .array(
        z.strictObject({
          code,
          postClass: z.enum(['management', 'professional', 'skilled-worker']),
          level: bilingual,
          coefficient: decimal,
        }),
      )
      .min(3),
    /** A person's score relative to the unit's mean is held between these. */
    scoreFactor: z.strictObject({ least: decimal, most: decimal }),
    /** A unit's scorecard score / 100 is held between these. */
    unitFactor: z.strictObject({ least: decimal, most: decimal }),
    /** Kept back for upheld appeals, corrections and grades decided later. */
    reserveBp: basisPoints,
    rounding: z.literal('largest-remainder'),
    /** Usual split of performance pay. */
    incentiveShareBp: basisPoints,
    notes: z.array(bilingual),
  })
  .refine((p) => new Set(p.gradeFactors.map((f) => f.grade)).size === 5, 'every grade has one factor')

export type PayRules = z.infer<typeof payRules>
