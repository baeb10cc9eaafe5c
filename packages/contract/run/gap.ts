import { z } from 'zod'
import { valueHolder } from '../design/card.ts'
import { bilingual, day, id } from '../fields.ts'

/** A place where a value is due and not there, with the one who answers for it. */
export const gap = z.object({
  /** Measure, period and holder as one text. */
  key: z.string(),
  measureId: id,
  measure: z.object({ code: z.string(), name: bilingual, unit: bilingual }),
  holder: valueHolder,
  holderName: bilingual,
  holderCode: z.string(),
  period: z.object({ periodId: id, code: z.string(), dueOn: day }),
  state: z.enum(['not_due', 'late', 'missing']),
  /** What is entered: the figure alone, numerator and denominator instead of it, or with it the number of answers or its weight. */
  needs: z.enum(['figure', 'parts', 'answers', 'weight']),
  /** The office that collects and reports it. */
  owner: bilingual,
  /** A not-applicable was asked for and waits to be granted. */
  asked: z.boolean(),
})
export type Gap = z.infer<typeof gap>
