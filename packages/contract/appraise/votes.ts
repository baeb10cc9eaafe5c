import { z } from 'zod'
import { id } from '../fields.ts'

const count = z.int().min(0).max(40)
export const says = z.enum(['for', 'against', 'abstained'])

/** A vote of the committee, as totals or by name. */
export const committeeVote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('totals'), for: count, against: count, abstained: count }),
  z.object({
    kind: z.literal('by-name'),
    votes: z
      .array(z.object({ person: id, says }))
      .min(1)
      .max(40),
  }),
])

/** The same as it is read afterwards. */
export const voteView = z.object({
  for: z.number(),
  against: z.number(),
  abstained: z.number(),
  /** Empty: the totals were typed in. */
  names: z.array(z.object({ name: z.string(), says })),
})
