import type { OutputOf } from '@milepost/contract/endpoint'
import type { readTicket } from '@milepost/contract/open/tickets'

/** A score ticket as the server gives it. */
export type Ticket = OutputOf<typeof readTicket>
