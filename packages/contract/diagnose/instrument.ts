import { z } from 'zod'
import { bilingual } from '../fields.ts'

/** A questionnaire as it is asked and read: frozen once it is adopted. */
export const instrument = z.object({
  scale: z.object({
    least: z.int(),
    most: z.int(),
    points: z.array(z.object({ value: z.int(), name: bilingual })),
    /** Counts as missing, never as a number. */
    notApplicable: bilingual,
  }),
  constructs: z.array(z.object({ code: z.string(), kind: z.enum(['problem', 'cause', 'outcome', 'other']), name: bilingual })),
  items: z
    .array(
      z.object({
        code: z.string().regex(/^[A-Za-z][\w-]{0,39}$/),
        /** scale: an answer of the scale; number: any number; choice: one of named options, or any text when none are named. */
        kind: z.enum(['scale', 'number', 'choice']),
        construct: z.string().nullable(),
        link: z.string().nullable(),
        reverse: z.boolean(),
        text: bilingual,
        options: z.array(z.object({ code: z.string(), name: bilingual })).optional(),
      }),
    )
    .min(1)
    .max(400),
  /** No cell with fewer answers is shown; five is the floor. */
  leastCell: z.int().min(5),
  /** Lower ends of the severity bands, worst first. */
  severityBands: z.array(z.object({ code: z.string(), name: bilingual, from: z.string() })),
})

export type Instrument = z.infer<typeof instrument>
