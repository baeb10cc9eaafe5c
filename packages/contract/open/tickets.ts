import { z } from 'zod'
import { appraisalLine, headView } from '../appraise/appraisals.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { payLineView } from '../reward/outcome.ts'
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
  /** Places after the point of each measure, for the eye; by line of the card. */
  digits: z.record(id, z.number()),
  evidence: z.array(valueEvidence),
  /** The same input scored again, now: the same, or where it differs. */
  replay: z.object({ same: z.boolean(), differsAt: z.array(z.string()), engineVersion: z.string() }),
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

export const readPersonTicket = endpoint({
  name: 'open.readPersonTicket',
  method: 'GET',
  path: '/api/tickets/cycles/:cycleId/people/:personId',
  permission: 'ticket.read',
  summary: { zh: '个人考核说明单', en: 'Appraisal ticket of a person' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    appraisal: appraisalLine,
    heads: z.array(headView),
    lines: z.array(bilingual),
    rulePack: z.string().nullable(),
    decision: z.object({ decidedOn: z.string(), present: z.array(z.string()), reason: z.string(), recordedBy: z.string() }).nullable(),
    /** Why the grade is not excellent; empty when it is, or while nothing is proposed. */
    whyNotExcellent: z.array(bilingual),
    card: scoreTicket.nullable(),
    /** The line of every approved pool of the cycle; empty while none is approved. */
    pay: z.array(payLineView),
    replay: z.object({ same: z.boolean() }).nullable(),
  }),
  audit: null,
})

/** A ticket file scored again. It says that the result follows from the inputs in the file, not that these inputs are the true ones. */
export const checkTicket = endpoint({
  name: 'open.checkTicket',
  method: 'POST',
  path: '/api/tickets/checks',
  permission: 'ticket.check',
  summary: { zh: '核对说明单文件', en: 'Check a ticket file' },
  /** Evidence of the file is held against the input, where the file has it. */
  input: z.object({ input: cardInput, result: cardResult, evidence: z.array(valueEvidence).default([]) }),
  output: z.object({
    same: z.boolean(),
    /** Parts of the result that do not come out the same: named where the file names them. */
    differsAt: z.array(z.object({ id: z.string(), name: bilingual.nullable() })),
    holder: bilingual,
    official: z.string().nullable(),
    engine: z.object({ ofFile: z.string(), now: z.string() }),
  }),
  audit: null,
})
