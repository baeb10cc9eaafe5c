import { saveFile } from '../../platform/saveFile.ts'

/** The ticket as a file that `milepost score --replay` reads. */
export function saveTicket(ticket: { readonly cardId: string }): void {
  saveFile({ blob: new Blob([JSON.stringify(ticket, null, 1)], { type: 'application/json' }), fileName: `ticket-${ticket.cardId}.json` })
}
