import { z } from 'zod'
import { bilingual } from '../fields.ts'

/** One thing to look at: which rule, where, why, and what mends it. `blocks`: cannot be published like this. */
export const lintFinding = z.object({
  code: z.string(),
  severity: z.enum(['blocks', 'warns', 'hints']),
  /** The id of what it is about: a card, perspective, objective, line or measure. */
  about: z.string(),
  name: bilingual,
  rule: bilingual,
  message: bilingual,
  mend: bilingual,
})

export type LintFinding = z.infer<typeof lintFinding>
