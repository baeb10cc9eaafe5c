import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'

/** What everybody's year should have: the person's own report (Art. 17) and a record made during the year (Art. 23-24). */
export const recordKind = z.enum(['self-report', 'routine-record'])
const people = z.array(id).min(1).max(5000)

export const readMissing = endpoint({
  name: 'appraise.readMissing',
  method: 'GET',
  path: '/api/cycles/:cycleId/missing',
  permission: 'appraisal.list',
  summary: { zh: '缺少的述职和平时记录', en: 'Missing reports and routine records' },
  input: z.object({ cycleId: id }),
  output: z.object({
    missing: z.array(
      z.object({
        what: recordKind,
        personId: id,
        name: z.string(),
        unit: bilingual,
        /** Why it may be missing: leave, secondment; empty: nothing on record. */
        participation: z.array(bilingual),
        firstNoticeOn: day.nullable(),
        secondNoticeOn: day.nullable(),
        talkedOn: day.nullable(),
        talkedBy: z.string().nullable(),
        talk: z.string(),
        waivedOn: day.nullable(),
        waivedBy: z.string().nullable(),
        because: z.string(),
      }),
    ),
  }),
  audit: null,
})

export const noticeMissing = endpoint({
  name: 'appraise.noticeMissing',
  method: 'POST',
  path: '/api/cycles/:cycleId/missing/notices',
  permission: 'participation.keep',
  summary: { zh: '发出补交通知（两次，须在不同日期）', en: 'Give notice of what is missing (twice, on different days)' },
  input: z.object({ cycleId: id, what: recordKind, personIds: people }),
  output: z.object({ noticed: z.number(), second: z.number() }),
  audit: 'missing-noticed',
})

export const talkAboutMissing = endpoint({
  name: 'appraise.talkAboutMissing',
  method: 'POST',
  path: '/api/cycles/:cycleId/missing/talks',
  permission: 'participation.keep',
  summary: { zh: '登记谈话', en: 'Record the talk about what is missing' },
  input: z.object({ cycleId: id, what: recordKind, personIds: people, talkedOn: day, talk: z.string().trim().min(5).max(2000) }),
  output: done,
  audit: 'missing-talked',
})

export const waiveMissing = endpoint({
  name: 'appraise.waiveMissing',
  method: 'POST',
  path: '/api/cycles/:cycleId/missing/waivers',
  permission: 'missing.waive',
  summary: { zh: '批准免办（不代填，不计分）', en: 'Go on without it, by name and reason; nothing is filled in' },
  input: z.object({ cycleId: id, what: recordKind, personIds: people, reason: z.string().trim().min(10).max(1000) }),
  output: done,
  audit: 'missing-waived',
})
