import type { checkTicket } from '@milepost/contract/open/tickets'
import { z } from 'zod'
import type { Sent } from '../../platform/call.ts'

const parts = z.object({ input: z.unknown(), result: z.unknown(), evidence: z.unknown() })

/** The two parts of a ticket file that are checked; null: no ticket. The server judges what is in them. */
export async function readTicketFile(file: File): Promise<Sent<typeof checkTicket> | null> {
  try {
    const { input, result, evidence } = parts.parse(JSON.parse(await file.text()))
    return input && result ? ({ input, result, ...(evidence ? { evidence } : {}) } as Sent<typeof checkTicket>) : null
  } catch {
    return null
  }
}
