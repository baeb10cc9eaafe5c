import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { citation } from './appraisals.ts'

export const normStatus = z.enum(['met', 'waived', 'broken', 'not-known', 'not-applicable', 'for-people'])

/** What somebody found of a rule that no record shows. */
export const normFinding = z.object({ verdict: z.enum(['met', 'broken']), note: z.string(), on: day, by: z.string() })

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
    /** Of those, how many somebody has looked at. */
    found: z.number(),
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
        /** Of a rule for people: what they found, the newest first. */
        findings: z.array(normFinding),
      }),
    ),
  }),
  audit: null,
})

export const recordNormFinding = endpoint({
  name: 'appraise.recordNormFinding',
  method: 'POST',
  path: '/api/cycles/:cycleId/norms/:ruleId/findings',
  permission: 'norms.check',
  summary: { zh: '登记由人核对的结论', en: 'Record what was found of a rule for people' },
  input: z.object({
    cycleId: id,
    ruleId: z.string().max(60),
    verdict: z.enum(['met', 'broken']),
    /** What was looked at and what it shows. */
    note: z.string().trim().min(4).max(2000),
    on: day,
  }),
  output: done,
  audit: 'norm-found',
})
