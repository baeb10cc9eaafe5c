import { z } from 'zod'
import { bilingual } from '../fields.ts'

/** What leaders and the authority read beside the public snapshot of the same moment: units by name, every grade counted, red lines. No person. */
export const insideSnapshot = z.object({
  units: z.array(z.object({ code: z.string(), name: bilingual, score: z.string().nullable(), band: z.string() })),
  grades: z.array(z.object({ grade: z.string(), n: z.int() })),
  redLines: z.array(
    z.object({
      measure: bilingual,
      holder: bilingual,
      cause: z.string(),
      action: z.string(),
      dueOn: z.string(),
      check: z.enum(['worked', 'partly', 'did-not']).nullable(),
    }),
  ),
})
export type InsideSnapshot = z.infer<typeof insideSnapshot>
