import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { grade } from './appraisals.ts'

/** Term appraisals at the end of a contract (Art. 18-22) and special ones for a project, an emergency or a complaint (Art. 25-26). */
export const otherKind = z.enum(['term', 'special'])
const result = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])
const byRule = z.enum(['qualified', 'unqualified', 'a-year-below-qualified', 'good-reason', 'no-years'])

export const otherAppraisalView = z.object({
  otherAppraisalId: id,
  kind: otherKind,
  personId: id,
  name: z.string(),
  unit: bilingual,
  startsOn: day,
  endsOn: day,
  reason: z.string(),
  tasks: z.string(),
  rater: z.string(),
  openedBy: z.string(),
  openedOn: day,
  /** Rated already: the person sees no more of it before the decision. */
  isRated: z.boolean(),
  rating: z.object({ tasksDone: z.boolean(), goodReason: z.boolean(), opinion: z.string(), ratedBy: z.string(), ratedOn: day }).nullable(),
  /** The annual results within the period as they stand, and what the rule makes of them; a special appraisal has no such rule. */
  years: z.array(z.object({ year: z.number(), grade })),
  byRule: byRule.nullable(),
  decision: z.object({ result, decidedOn: day, present: z.array(z.string()), reason: z.string(), recordedBy: z.string() }).nullable(),
  mayRate: z.boolean(),
  mayDecide: z.boolean(),
})

export const listOtherAppraisals = endpoint({
  name: 'appraise.listOtherAppraisals',
  method: 'GET',
  path: '/api/other-appraisals',
  permission: 'rating.give',
  summary: { zh: '聘期考核与专项考核', en: 'Term and special appraisals' },
  input: empty,
  output: z.object({ appraisals: z.array(otherAppraisalView) }),
  audit: null,
})

export const readOtherAppraisals = endpoint({
  name: 'appraise.readOtherAppraisals',
  method: 'GET',
  path: '/api/people/:personId/other-appraisals',
  permission: 'appraisal.read',
  summary: { zh: '一人的聘期考核与专项考核', en: 'Term and special appraisals of one person' },
  input: z.object({ personId: id }),
  output: z.object({ appraisals: z.array(otherAppraisalView) }),
  audit: null,
})

export const openOtherAppraisal = endpoint({
  name: 'appraise.openOtherAppraisal',
  method: 'POST',
  path: '/api/other-appraisals',
  permission: 'appraisal.open',
  summary: { zh: '开启聘期或专项考核', en: 'Open a term or special appraisal' },
  input: z.object({
    kind: otherKind,
    personId: id,
    startsOn: day,
    endsOn: day,
    reason: z.string().trim().min(5).max(1000),
    tasks: z.string().trim().min(5).max(4000),
    /** Who rates; left out: whoever stands above the person. */
    raterPersonId: id.optional(),
  }),
  output: z.object({ otherAppraisalId: id }),
  audit: 'other-appraisal-opened',
})

export const rateOtherAppraisal = endpoint({
  name: 'appraise.rateOtherAppraisal',
  method: 'PUT',
  path: '/api/other-appraisals/:otherAppraisalId/rating',
  permission: 'rating.give',
  summary: { zh: '评价任务完成情况', en: 'Say whether the tasks were done' },
  input: z.object({
    otherAppraisalId: id,
    tasksDone: z.boolean(),
    /** Tasks not done: for a good reason. */
    goodReason: z.boolean(),
    opinion: z.string().trim().min(10).max(4000),
  }),
  output: done,
  audit: 'other-appraisal-rated',
})

export const decideOtherAppraisal = endpoint({
  name: 'appraise.decideOtherAppraisal',
  method: 'POST',
  path: '/api/other-appraisals/:otherAppraisalId/decision',
  permission: 'grade.decide',
  summary: { zh: '集体研究确定聘期或专项考核结果', en: 'The committee decides a term or special appraisal' },
  input: z.object({ otherAppraisalId: id, result, present: z.array(id).min(1).max(40), reason: z.string().trim().max(4000) }),
  output: done,
  audit: 'other-appraisal-decided',
})
