import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, id } from '../fields.ts'

/** The five facets of the annual form, then shortfalls and the plan for the next year. */
export const reportFacet = z.enum(['ethics', 'ability', 'diligence', 'results', 'integrity', 'shortfalls', 'next-year'])
const text = z.string().max(4000)
export const reportBody = z.partialRecord(reportFacet, text)

/** Something that is on record about the year and may be taken over: from the plan, the values, a check-in, a critical incident. */
export const reportMaterial = z.object({
  facet: reportFacet,
  source: z.enum(['plan', 'values', 'check-ins', 'incidents']),
  text: bilingual,
})

export const readSelfReport = endpoint({
  name: 'appraise.readSelfReport',
  method: 'GET',
  path: '/api/cycles/:cycleId/self-report',
  permission: 'self-report.write',
  summary: { zh: '本人述职（含已有记录）', en: 'One’s own report, with what is on record already' },
  input: z.object({ cycleId: id }),
  output: z.object({
    appraisalId: id.nullable(),
    body: reportBody,
    savedAt: z.string().nullable(),
    submittedAt: z.string().nullable(),
    material: z.array(reportMaterial),
    open: z.boolean(),
  }),
  audit: null,
})

export const saveSelfReport = endpoint({
  name: 'appraise.saveSelfReport',
  method: 'PUT',
  path: '/api/cycles/:cycleId/self-report',
  permission: 'self-report.write',
  summary: { zh: '暂存述职', en: 'Keep the report as a draft' },
  input: z.object({ cycleId: id, body: reportBody }),
  output: z.object({ savedAt: z.string() }),
  audit: null,
})

export const submitSelfReport = endpoint({
  name: 'appraise.submitSelfReport',
  method: 'POST',
  path: '/api/cycles/:cycleId/self-report',
  permission: 'self-report.write',
  summary: { zh: '提交述职', en: 'Hand in the report' },
  input: z.object({ cycleId: id, body: reportBody }),
  output: done,
  audit: 'self-report-submitted',
})
