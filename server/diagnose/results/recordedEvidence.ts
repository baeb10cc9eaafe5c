import { z } from 'zod'

/** What was recorded beside the survey, and the survey as it stood then. */
export const recordedEvidence = z.object({
  interviews: z.object({ raised: z.number(), asked: z.number() }).nullable(),
  audit: z.enum(['red', 'green']).nullable(),
  severity: z.number().nullable(),
  n: z.number(),
  /** Who entered a count of interviews held outside; null: there is none, or it was counted from codes; missing in older findings. */
  interviewsBy: z.string().nullable().optional(),
})
