import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { cardInput } from '../run/cardInput.ts'
import { cardResult } from '../run/cardResult.ts'

/** Who recorded a value that a score took up, in every revision. */
export const valueEvidence = z.object({
  measure: id,
  period: z.string(),
  unit: z.string().nullable(),
  revisions: z.array(
    z.object({
      revision: z.number(),
      state: z.string(),
      actual: z.string().nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      grantedBy: z.string().nullable(),
      source: z.string(),
    }),
  ),
})

export const scoreTicket = z.object({
  kind: z.literal('card'),
  cardId: id,
  holder: z.object({ kind: z.enum(['institution', 'unit', 'person']), name: bilingual }),
  /** official: frozen by a run; live: as the values stand now. */
  standing: z.enum(['official', 'live']),
  run: z
    .object({ revision: z.number(), ranAt: z.string(), ranBy: z.string(), engineVersion: z.string(), inputHash: z.string() })
    .nullable(),
  scorecard: z.object({ name: bilingual, publishedBy: z.string().nullable(), publishedAt: z.string().nullable() }),
  input: cardInput,
  result: cardResult,
  /** sha256 of the inputs of this card; that of the run is of all its cards. */
  inputHash: z.string(),
  /** Places after the point of each measure, for the eye; by line of the card. */
  digits: z.record(id, z.number()),
  evidence: z.array(valueEvidence),
  /** Names of the units whose values went in, by the code they stand under. */
  unitNames: z.record(z.string(), bilingual),
  /** The same input scored again, now: the same, or where it differs. */
  replay: z.object({ same: z.boolean(), differsAt: z.array(z.string()), engineVersion: z.string() }),
  /** sha256 of everything else on the ticket: whatever is changed in the file shows. */
  seal: z.string(),
})

export const readTicket = endpoint({
  name: 'open.readTicket',
  method: 'GET',
  path: '/api/tickets/cards/:cardId',
  permission: 'ticket.read',
  summary: { zh: '计分卡得分说明单', en: 'Score ticket of a card' },
  input: z.object({ cardId: id }),
  output: scoreTicket,
  audit: null,
})
