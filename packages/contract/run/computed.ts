import { z } from 'zod'

/** What a formula took for one value: each figure with its revision, so that it can be looked up. */
export const computedValue = z.object({
  formula: z.string(),
  inputs: z.array(
    z.object({
      code: z.string(),
      period: z.string(),
      /** null: there was none. */
      value: z.string().nullable(),
      revision: z.int().nullable(),
    }),
  ),
})
export type ComputedValue = z.infer<typeof computedValue>
