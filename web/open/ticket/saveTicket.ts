import { saveFile } from '../../platform/saveFile.ts'

/** The ticket as a file that `milepost score --replay` reads. */
export function saveTicket(ticket: object, name: string): void {
  saveFile({ blob: new Blob([JSON.stringify(ticket, null, 1)], { type: 'application/json' }), fileName: `ticket-${name}.json` })
}
