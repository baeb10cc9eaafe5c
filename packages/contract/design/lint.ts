import { z } from 'zod'
import { bilingual } from '../fields.ts'

/** One thing to look at: which rule, where, why, and what mends it. `blocks`: cannot be published like this. */
export const lintFinding = z.object({
  /** The rule of `packages/scorecard/lintCodes`. */
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  /** The id of what it is about (a card, perspective, objective or line) and what that is called. */
  node: z.string(),
  name: bilingual,
  /** Of a finding on another card than the one in view: that card. */
  cardId: z.string().optional(),
  message: bilingual,
  mend: bilingual,
})

export type LintFinding = z.infer<typeof lintFinding>
