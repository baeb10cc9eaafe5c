import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { citation } from './appraisals.ts'

/** The discipline office's record: sanctions and open cases, by kind, dates and document. They bound or suspend a grade (Art. 42, 43). */

const document = z.string().trim().min(2).max(200)
const sanctionGiven = z.object({ kind: z.string().max(60), decidedOn: day, inForceUntil: day.nullable(), document })

export const sanctionView = z.object({
  sanctionId: id,
  personId: id,
  name: z.string(),
  employeeNo: z.string(),
  kind: z.string(),
  decidedOn: day,
  inForceUntil: day.nullable(),
  document: z.string(),
  liftedOn: day.nullable(),
  recordedBy: z.string(),
})

export const investigationView = z.object({
  investigationId: id,
  personId: id,
  name: z.string(),
  employeeNo: z.string(),
  openedOn: day,
  document: z.string(),
  closedOn: day.nullable(),
  sanctionId: id.nullable(),
  recordedBy: z.string(),
})

export const readRecord = endpoint({
  name: 'appraise.readRecord',
  method: 'GET',
  path: '/api/appraisal-record',
  permission: 'sanction.keep',
  summary: { zh: '处分与立案登记', en: 'Sanctions and open cases on record' },
  input: empty,
  output: z.object({
    sanctions: z.array(sanctionView),
    investigations: z.array(investigationView),
    /** What each kind of sanction leaves, with the rule it rests on. */
    kinds: z.array(
      z.object({
        kind: z.string(),
        name: bilingual,
        note: bilingual,
        periodMonths: z.number().nullable(),
        citation,
      }),
    ),
  }),
  audit: null,
})

export const recordSanction = endpoint({
  name: 'appraise.recordSanction',
  method: 'POST',
  path: '/api/sanctions',
  permission: 'sanction.keep',
  summary: { zh: '登记处分', en: 'Record a sanction' },
  input: sanctionGiven.extend({ personId: id }),
  output: z.object({ sanctionId: id }),
  audit: 'sanction-recorded',
})

export const liftSanction = endpoint({
  name: 'appraise.liftSanction',
  method: 'POST',
  path: '/api/sanctions/:sanctionId/lifting',
  permission: 'sanction.keep',
  summary: { zh: '登记处分撤销', en: 'Record that a sanction was taken back' },
  input: z.object({ sanctionId: id, liftedOn: day }),
  output: done,
  audit: 'sanction-lifted',
})

export const openInvestigation = endpoint({
  name: 'appraise.openInvestigation',
  method: 'POST',
  path: '/api/investigations',
  permission: 'sanction.keep',
  summary: { zh: '登记立案', en: 'Record an open case' },
  input: z.object({ personId: id, openedOn: day, document }),
  output: z.object({ investigationId: id }),
  audit: 'investigation-opened',
})

export const closeInvestigation = endpoint({
  name: 'appraise.closeInvestigation',
  method: 'POST',
  path: '/api/investigations/:investigationId/closing',
  permission: 'sanction.keep',
  summary: { zh: '登记结案', en: 'Record that a case is closed' },
  input: z.object({
    investigationId: id,
    closedOn: day,
    /** null: no sanction came of it. */
    sanction: sanctionGiven.nullable(),
  }),
  output: done,
  audit: 'investigation-closed',
})
