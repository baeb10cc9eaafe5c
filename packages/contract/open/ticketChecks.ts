import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual } from '../fields.ts'
import { cardInput } from '../run/cardInput.ts'
import { cardResult } from '../run/cardResult.ts'
import { personTicket } from './personTicket.ts'
import { scoreTicket, valueEvidence } from './tickets.ts'

/** The ticket of a card as a file. What the engine took and gave is enough; a file that names a holder or a run is a whole ticket, sealed. */
const cardFile = z.looseObject({
  kind: z.literal('card').optional(),
  input: cardInput,
  result: cardResult,
  /** Held against the input, where the file has it. */
  evidence: z.array(valueEvidence).default([]),
  ...scoreTicket.pick({ holder: true, run: true, inputHash: true, cardId: true }).partial().shape,
  seal: z.string().optional(),
})

const personFile = z.looseObject({ ...personTicket.shape, card: z.looseObject(scoreTicket.shape).nullable() })

/** A ticket as it was saved to a file, with whatever else stands in it: the seal is of the whole. */
export const ticketFile = z.discriminatedUnion('kind', [personFile, cardFile])
export type TicketFile = z.infer<typeof ticketFile>

const part = z.object({ name: bilingual, shown: z.string(), same: z.boolean() })

/** A ticket file scored again. It says that the results follow from the inputs in the file, not that these inputs are the true ones. */
export const checkTicket = endpoint({
  name: 'open.checkTicket',
  method: 'POST',
  path: '/api/tickets/checks',
  permission: 'ticket.check',
  summary: { zh: '核对说明单文件', en: 'Check a ticket file' },
  input: z.object({ ticket: ticketFile }),
  output: z.object({
    same: z.boolean(),
    /** Score, seat, grade and every amount, each worked out again. */
    parts: z.array(part),
    /** Places that do not come out the same: named where the file names them. */
    differsAt: z.array(z.object({ id: z.string(), name: bilingual.nullable() })),
    holder: bilingual,
    /** The score the file says, and what it is worked out again. */
    official: z.string().nullable(),
    again: z.string().nullable(),
    engine: z.object({ ofFile: z.string(), now: z.string() }),
  }),
  audit: null,
})
