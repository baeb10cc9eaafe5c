import type { OutputOf } from '@milepost/contract/endpoint'
import { checkTicket, type TicketFile } from '@milepost/contract/open/ticketChecks'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { checkFile } from './checkFile.ts'

/** Scores the inputs of a ticket file again. Nothing is looked up and nothing is kept, so nothing is learnt about anybody. */
export const checkTicketRoute = serve(checkTicket, { run: async ({ input }) => checked(input.ticket) })

/** The file comes from outside: inputs no program has written make the engines throw. */
function checked(ticket: TicketFile): OutputOf<typeof checkTicket> {
  try {
    return checkFile(ticket)
  } catch {
    throw new Refusal('ticket-not-scorable')
  }
}
