import type { checkTicket } from '@milepost/contract/open/ticketChecks'
import { z } from 'zod'
import type { Sent } from '../../platform/call.ts'

/** A card’s ticket has what was taken and given, a person’s the appraisal. */
const ticket = z.union([
  z.looseObject({ input: z.looseObject({}), result: z.looseObject({}) }),
  z.looseObject({ appraisal: z.looseObject({}) }),
])

/** A ticket file as it is; null: no ticket. The server judges what is in it. */
export async function readTicketFile(file: File): Promise<Sent<typeof checkTicket> | null> {
  try {
    const read: unknown = ticket.parse(JSON.parse(await file.text()))
    return { ticket: read } as Sent<typeof checkTicket>
  } catch {
    return null
  }
}
