import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id } from '../fields.ts'

/** What became of a proposal, said by a named person; a later act takes the place of an earlier one and both stay on record. */
export const recordConsequence = endpoint({
  name: 'reward.recordConsequence',
  method: 'POST',
  path: '/api/cycles/:cycleId/people/:personId/consequences',
  permission: 'consequence.act',
  summary: { zh: '办理一项结果运用建议', en: 'Carry out a proposal that follows from a result, or not' },
  input: z.object({
    cycleId: id,
    personId: id,
    /** The `key` of the proposal. */
    proposal: z.string().trim().min(1).max(80),
    outcome: z.enum(['carried-out', 'not-carried-out']),
    /** The paper it rests on: a document number, a pay form. */
    document: z.string().trim().max(200),
    reason: z.string().trim().max(1000),
  }),
  output: done,
  audit: 'consequence-recorded',
})
