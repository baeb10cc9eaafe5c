import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'

/** A line of a ticket: a node of the card, or of a person’s ticket `score`, `grade`, `head:…` or `pay:…`. */
const line = z.string().trim().min(1).max(80)
const facts = z.string().trim().min(10).max(4000)
/** Made by the sender: the same objection sent twice is one. */
const objectionId = id.optional()

export const objectToCard = endpoint({
  name: 'open.objectToCard',
  method: 'POST',
  path: '/api/tickets/cards/:cardId/objections',
  permission: 'ticket.objectToCard',
  summary: { zh: '对说明单的一行提出异议', en: 'Object to a line of a score ticket' },
  /** revision: of the official run whose ticket was read; left out: the newest. */
  input: z.object({ cardId: id, line, facts, objectionId, revision: z.int().min(1).optional() }),
  output: done,
  audit: 'line-objected',
})

export const objectToPerson = endpoint({
  name: 'open.objectToPerson',
  method: 'POST',
  path: '/api/tickets/cycles/:cycleId/people/:personId/objections',
  permission: 'ticket.object',
  summary: { zh: '对本人考核说明单的一行提出异议', en: 'Object to a line of one’s own appraisal ticket' },
  input: z.object({ cycleId: id, personId: id, line, facts, objectionId }),
  output: done,
  audit: 'line-objected',
})

export const lineObjection = z.object({
  objectionId: id,
  personId: id.nullable(),
  cardId: id.nullable(),
  year: z.number(),
  holder: bilingual,
  line: z.string(),
  /** The line by its name, and what it showed when the objection was raised. */
  name: bilingual,
  shown: z.string(),
  facts: z.string(),
  raisedAt: z.string(),
  raisedBy: z.string(),
  outcome: z.enum(['stands', 'to-correct']).nullable(),
  answer: z.string(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
  /** May the reader answer it now? */
  mayAnswer: z.boolean(),
})
export type LineObjection = z.infer<typeof lineObjection>

/** One’s own; those who answer read all. */
export const listLineObjections = endpoint({
  name: 'open.listLineObjections',
  method: 'GET',
  path: '/api/tickets/objections',
  permission: 'ticket.check',
  summary: { zh: '对说明单各行的异议', en: 'Objections to lines of tickets' },
  input: empty,
  output: z.object({ objections: z.array(lineObjection) }),
  audit: null,
})

export const answerLineObjection = endpoint({
  name: 'open.answerLineObjection',
  method: 'POST',
  path: '/api/tickets/objections/:objectionId/answer',
  permission: 'ticket.answer',
  summary: { zh: '答复对说明单的异议', en: 'Answer an objection to a line of a ticket' },
  input: z.object({
    objectionId: id,
    /** stands: the line is right; to-correct: the value is put right by a correction and a new run. */
    outcome: z.enum(['stands', 'to-correct']),
    answer: z.string().trim().min(10).max(4000),
  }),
  output: done,
  audit: 'line-answered',
})
