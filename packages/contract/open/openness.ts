import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'

export const opennessItem = z.object({
  code: z.enum(['hearing', 'scorecard', 'own-plan', 'notice', 'objections', 'own-result', 'interview', 'pay-rules', 'public-page']),
  audience: z.enum(['self', 'unit', 'authority', 'public']),
  weightBp: z.int(),
  published: z.enum(['on-time', 'late', 'missing', 'not-due']),
  /** Those who should see it and those who did; null where nobody counts readers. */
  entitled: z.int().nullable(),
  viewed: z.int().nullable(),
  /** Where it can be seen or mended. */
  href: z.string(),
})

export const readOpenness = endpoint({
  name: 'open.readOpenness',
  method: 'GET',
  path: '/api/cycles/:cycleId/openness',
  permission: 'openness.read',
  summary: {
    zh: '公开度：应公开事项是否按时、覆盖到多少人',
    en: 'Openness: what had to be made known, in time or not, and how many it reached',
  },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** Per cent with two decimals; null while nothing is due. */
    rate: z.string().nullable(),
    items: z.array(opennessItem),
    note: bilingual,
    verified: z.boolean(),
  }),
  audit: null,
})
