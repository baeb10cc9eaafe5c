import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { citation } from './appraisals.ts'

export const normStatus = z.enum(['met', 'waived', 'broken', 'not-known', 'not-applicable', 'for-people'])

export const readNorms = endpoint({
  name: 'appraise.readNorms',
  method: 'GET',
  path: '/api/cycles/:cycleId/norms',
  permission: 'norms.read',
  summary: { zh: '逐条核对考核规定', en: 'The cycle checked against the rules, article by article' },
  input: z.object({ cycleId: id }),
  output: z.object({
    met: z.number(),
    waived: z.number(),
    broken: z.number(),
    blocking: z.number(),
    notKnown: z.number(),
    forPeople: z.number(),
    notApplicable: z.number(),
    results: z.array(
      z.object({
        id: z.string(),
        stage: z.string(),
        severity: z.enum(['blocking', 'advisory']),
        text: bilingual,
        citation,
        status: normStatus,
        evidence: bilingual,
        /** Where the audit trail shows it: the act, its numbers, the days, and who acted. */
        records: z.array(bilingual),
      }),
    ),
  }),
  audit: null,
})
