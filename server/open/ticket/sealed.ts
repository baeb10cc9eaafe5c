import type { z } from 'zod'
import { sealOf } from './replayTicket.ts'

/** The ticket as it goes out, with the seal of all that is on it. */
export function sealed<T extends z.ZodObject>(schema: T, ticket: z.input<T>): z.infer<T> & { seal: string } {
  const shown = schema.parse(ticket)
  return { ...shown, seal: sealOf(shown) }
}
