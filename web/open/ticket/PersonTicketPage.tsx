import { useParam } from '../../platform/address.tsx'
import { PersonTicket } from './PersonTicket.tsx'

export function PersonTicketPage() {
  return <PersonTicket personId={useParam('personId')} />
}
