import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, done, empty, id } from '../fields.ts'

/** What the office records of a person's year besides posts and absences: postings, refusal to take part, the hearing of another unit. */

export const postingKind = z.enum(['secondment', 'training', 'mission', 'innovation'])
const postingFields = { kind: postingKind, host: z.string().trim().min(2).max(200), startsOn: day, endsOn: day.nullable() }

export const readPostings = endpoint({
  name: 'appraise.readPostings',
  method: 'GET',
  path: '/api/postings',
  permission: 'participation.keep',
  summary: { zh: '挂职、派出登记', en: 'Secondments and postings on record' },
  input: empty,
  output: z.object({
    postings: z.array(
      z.object({ postingId: id, personId: id, name: z.string(), employeeNo: z.string(), ...postingFields, recordedBy: z.string() }),
    ),
  }),
  audit: null,
})

export const recordPosting = endpoint({
  name: 'appraise.recordPosting',
  method: 'POST',
  path: '/api/postings',
  permission: 'participation.keep',
  summary: { zh: '登记挂职、派出', en: 'Record a secondment or posting' },
  input: z.object({ personId: id, ...postingFields }),
  output: z.object({ postingId: id }),
  audit: 'posting-recorded',
})

export const endPosting = endpoint({
  name: 'appraise.endPosting',
  method: 'POST',
  path: '/api/postings/:postingId/ending',
  permission: 'participation.keep',
  summary: { zh: '登记挂职、派出结束', en: 'Record the end of a posting' },
  input: z.object({ postingId: id, endsOn: day }),
  output: done,
  audit: 'posting-ended',
})

export const recordRefusal = endpoint({
  name: 'appraise.recordRefusal',
  method: 'PUT',
  path: '/api/cycles/:cycleId/people/:personId/refusal',
  permission: 'participation.keep',
  summary: { zh: '登记拒不参加考核（两次书面通知并谈话）', en: 'Record a refusal to take part (two reminders and a talk)' },
  input: z.object({
    cycleId: id,
    personId: id,
    firstNoticeOn: day,
    secondNoticeOn: day,
    talkedOn: day,
    talk: z.string().trim().min(10).max(4000),
  }),
  output: done,
  audit: 'refusal-recorded',
})

export const withdrawRefusal = endpoint({
  name: 'appraise.withdrawRefusal',
  method: 'DELETE',
  path: '/api/cycles/:cycleId/people/:personId/refusal',
  permission: 'participation.keep',
  summary: { zh: '撤销拒不参加考核的登记（本人改为参加）', en: 'Take the refusal back: the person takes part after all' },
  input: z.object({ cycleId: id, personId: id }),
  output: done,
  audit: 'refusal-withdrawn',
})

export const recordHearing = endpoint({
  name: 'appraise.recordHearing',
  method: 'PUT',
  path: '/api/appraisals/:appraisalId/hearing',
  permission: 'participation.keep',
  summary: { zh: '登记原单位或挂职单位意见', en: 'Record what the former unit or the host says' },
  input: z.object({
    appraisalId: id,
    heard: z.string().trim().min(2).max(200),
    heardOn: day,
    opinion: z.string().trim().min(10).max(4000),
    suggestedGrade: z.enum(['excellent', 'qualified', 'basic', 'unqualified']).nullable(),
  }),
  output: done,
  audit: 'hearing-recorded',
})
