import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'

/** The second level: what lifts somebody out, and what takes something away, is looked at by the one above the superior before anybody is told. */

const confirmed = z.enum(['excellent', 'basic', 'unqualified'])

export const readConfirmations = endpoint({
  name: 'appraise.readConfirmations',
  method: 'GET',
  path: '/api/cycles/:cycleId/confirmations',
  permission: 'grade.confirm',
  summary: { zh: '上一级确认一览', en: 'What the second level has to confirm' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** Everything for those who oversee; for a head what waits for the head. */
    people: z.array(
      z.object({
        appraisalId: id,
        name: z.string(),
        unit: bilingual,
        grade: confirmed,
        /** Proposed, or decided already. */
        isDecided: z.boolean(),
        score: z.string().nullable(),
        superior: z.string().nullable(),
        /** null: nobody of the institution stands above the superior. */
        secondLevel: z.string().nullable(),
        mayConfirm: z.boolean(),
        state: z.enum(['waiting', 'confirmed', 'returned', 'nobody-above']),
        by: z.string().nullable(),
        on: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  }),
  audit: null,
})

export const confirmGrades = endpoint({
  name: 'appraise.confirmGrades',
  method: 'POST',
  path: '/api/cycles/:cycleId/confirmations',
  permission: 'grade.confirm',
  summary: { zh: '上一级确认或退回一次', en: 'Confirm at the second level, or send back once' },
  input: z.object({
    cycleId: id,
    appraisalIds: z.array(id).min(1).max(2000),
    verdict: z.enum(['confirmed', 'returned']),
    /** Needed to send back. */
    reason: z.string().trim().max(2000),
  }),
  output: z.object({ settled: z.number() }),
  audit: 'grades-confirmed',
})
