import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { representative } from './results.ts'

export const postNotice = endpoint({
  name: 'appraise.postNotice',
  method: 'POST',
  path: '/api/cycles/:cycleId/notice',
  permission: 'notice.post',
  summary: { zh: '公示拟定优秀人员', en: 'Post the internal notice of excellent grades' },
  input: z.object({
    cycleId: id,
    /** Longer than the rule asks, never shorter; absent: as long as the rule asks. */
    workingDays: z.int().min(1).max(60).optional(),
  }),
  output: z.object({ noticeId: id, lastDay: day }),
  audit: 'notice-posted',
})

export const noticeView = z.object({
  noticeId: id,
  year: z.number(),
  postedOn: day,
  lastDay: day,
  workingDays: z.number(),
  /** The working days that are counted, so that anybody can check them. */
  counted: z.array(day),
  state: z.enum(['open', 'over', 'withdrawn', 'closed']),
  /** Names and units only, and only until the notice is closed. */
  people: z.array(z.object({ name: z.string(), unit: bilingual })),
  count: z.number(),
  objections: z.array(
    z.object({
      objectionId: id,
      raisedAt: z.string(),
      isAnswered: z.boolean(),
      /** May the reader answer it now? */
      mayAnswer: z.boolean(),
      /** null: the reader neither raised it nor answers it. */
      said: z
        .object({
          raisedBy: z.string(),
          facts: z.string(),
          answer: z.string().nullable(),
          answeredBy: z.string().nullable(),
          /** Raised for somebody who cannot act: by whom, on which paper, and when the answer was handed to both. */
          represented: z.object({ forWhom: z.string(), by: z.string(), paper: z.string(), bothServedOn: day.nullable() }).nullable(),
        })
        .nullable(),
    }),
  ),
})

export const readNotices = endpoint({
  name: 'appraise.readNotices',
  method: 'GET',
  path: '/api/notices',
  permission: 'notice.read',
  summary: { zh: '单位内公示', en: 'Internal notices' },
  input: empty,
  output: z.object({ notices: z.array(noticeView) }),
  audit: null,
})

export const raiseObjection = endpoint({
  name: 'appraise.raiseObjection',
  method: 'POST',
  path: '/api/notices/:noticeId/objections',
  permission: 'objection.raise',
  summary: { zh: '提出异议', en: 'Raise an objection' },
  input: z.object({
    noticeId: id,
    facts: z.string().trim().min(10).max(4000),
  }),
  output: done,
  audit: 'objection-raised',
})

export const raiseObjectionFor = endpoint({
  name: 'appraise.raiseObjectionFor',
  method: 'POST',
  path: '/api/notices/:noticeId/objections-for',
  permission: 'result.serve',
  summary: { zh: '为不能行使权利的人登记代理人提出的异议', en: 'Take in an objection raised for somebody who cannot act' },
  input: z.object({ noticeId: id, personId: id, facts: z.string().trim().min(10).max(4000), representative }),
  output: done,
  audit: 'objection-raised-for',
})

export const serveObjectionToBoth = endpoint({
  name: 'appraise.serveObjectionToBoth',
  method: 'POST',
  path: '/api/objections/:objectionId/served',
  permission: 'result.serve',
  summary: { zh: '登记答复已送达本人和代理人', en: 'Record that the answer was handed to the person and the representative' },
  input: z.object({ objectionId: id }),
  output: done,
  audit: 'objection-served-both',
})

export const answerObjection = endpoint({
  name: 'appraise.answerObjection',
  method: 'PUT',
  path: '/api/objections/:objectionId/answer',
  permission: 'objection.answer',
  summary: { zh: '答复异议', en: 'Answer an objection' },
  input: z.object({ objectionId: id, answer: z.string().trim().min(10).max(4000) }),
  output: done,
  audit: 'objection-answered',
})

export const closeNotice = endpoint({
  name: 'appraise.closeNotice',
  method: 'POST',
  path: '/api/notices/:noticeId/closing',
  permission: 'notice.post',
  summary: { zh: '公示期满，等次生效', en: 'Close the notice; grades become final' },
  input: z.object({ noticeId: id }),
  output: z.object({ final: z.number() }),
  audit: 'notice-closed',
})
