import { z } from 'zod'
import { decimal } from '../fields.ts'

/** What a value says beside its figure, for rules that take counts, milestones or a named person's judgement. */
export const valueDetail = z.object({
  counts: z.record(z.string(), decimal).optional(),
  milestones: z.record(z.string(), z.enum(['done', 'late', 'undone'])).optional(),
  judgement: z.object({ band: z.string(), points: decimal, by: z.string(), reason: z.string(), evidence: z.array(z.string()) }).optional(),
})

export type ValueDetail = z.infer<typeof valueDetail>
