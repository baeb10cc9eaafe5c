import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id } from '../fields.ts'

/** Signs of an interest between two people, found in the ratings and cases; the discipline office looks into them. */

export const conflictSign = z.enum(['rated-though-tied', 'nominated-each-other', 'lift-each-other', 'complained-about-rater'])

export const readConflictSigns = endpoint({
  name: 'appraise.readConflictSigns',
  method: 'GET',
  path: '/api/cycles/:cycleId/conflict-signs',
  permission: 'tie.oversee',
  summary: { zh: '可能应当回避的迹象', en: 'Signs that somebody may have to step aside' },
  input: z.object({ cycleId: id }),
  output: z.object({
    signs: z.array(
      z.object({
        sign: conflictSign,
        person: z.object({ personId: id, name: z.string() }),
        other: z.object({ personId: id, name: z.string() }),
        /** Points by which each was rated above what others gave; null: the sign is no figure. */
        lifts: z.array(z.string()),
        cleared: z.object({ reason: z.string(), by: z.string() }).nullable(),
      }),
    ),
  }),
  audit: null,
})

export const answerConflictSign = endpoint({
  name: 'appraise.answerConflictSign',
  method: 'POST',
  path: '/api/cycles/:cycleId/conflict-signs',
  permission: 'tie.oversee',
  summary: { zh: '认定回避或排除', en: 'Find a tie, or clear the sign' },
  input: z.object({
    cycleId: id,
    sign: conflictSign,
    personId: id,
    otherPersonId: id,
    verdict: z.enum(['tied', 'cleared']),
    reason: z.string().trim().min(5).max(1000),
  }),
  output: done,
  audit: 'conflict-sign-answered',
})
