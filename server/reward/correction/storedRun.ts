import type { PayRunInput } from '@milepost/pay/payRun'
import { z } from 'zod'

const text = z.string()
const clip = z.object({ from: text, to: text })
const name = z.object({ zh: text, en: text })

/** The input of a computation as it was stored. */
export const storedRun = z.object({
  poolFen: z.int(),
  reserveBp: z.int().optional(),
  factors: z.object({
    grades: z.array(z.object({ grade: text, factor: text, mustCut: z.boolean().optional() })),
    unitScore: clip,
    personScore: clip,
    unitWithoutScore: text.optional(),
    personWithoutScore: text.optional(),
  }),
  units: z.array(z.object({ id: text, name, postMix: text, score: text.nullable(), headcount: text.optional() })),
  people: z.array(
    z.object({
      id: text,
      name: text,
      unit: text,
      postCoefficient: text,
      grade: text,
      attendance: text,
      time: text,
      score: text.nullable(),
      lowerFen: z.int().optional(),
      upperFen: z.int().optional(),
    }),
  ),
}) satisfies z.ZodType<PayRunInput>
