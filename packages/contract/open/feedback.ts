import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'

/** Anybody says something to the institution. Nothing about the sender is kept. */
export const sendFeedback = endpoint({
  name: 'open.sendFeedback',
  method: 'POST',
  path: '/api/public/feedback',
  permission: 'feedback.send',
  summary: { zh: '公众留言', en: 'Say something to the institution' },
  input: z.object({
    institution: z.string().max(60).optional(),
    /** Code of the measure it is about; empty: of the whole page. */
    measureCode: z.string().trim().max(60).default(''),
    said: z.string().trim().min(5).max(1000),
  }),
  output: done,
  audit: 'feedback-sent',
})

export const feedbackLine = z.object({
  feedbackId: id,
  saidOn: day,
  measureCode: z.string(),
  /** Of the measure it is about; null: of the whole page, or the code is none of this institution's. */
  measureName: bilingual.nullable(),
  said: z.string(),
  state: z.enum(['new', 'answered', 'set-aside']),
  answer: z.string(),
  shown: z.boolean(),
  answeredOn: day.nullable(),
  answeredBy: z.string().nullable(),
})
export type FeedbackLine = z.infer<typeof feedbackLine>

export const listFeedback = endpoint({
  name: 'open.listFeedback',
  method: 'GET',
  path: '/api/feedback',
  permission: 'feedback.answer',
  summary: { zh: '公众留言列表', en: 'What the public said' },
  input: empty,
  output: z.object({ feedback: z.array(feedbackLine) }),
  audit: null,
})

export const answerFeedback = endpoint({
  name: 'open.answerFeedback',
  method: 'POST',
  path: '/api/feedback/:feedbackId/answer',
  permission: 'feedback.answer',
  summary: { zh: '答复公众留言', en: 'Answer what the public said' },
  input: z.object({
    feedbackId: id,
    /** set-aside: nothing to answer (advertising, abuse); it is never shown. */
    outcome: z.enum(['answered', 'set-aside']),
    answer: z.string().trim().min(5).max(2000),
    /** Message and answer appear on the public page. */
    shown: z.boolean(),
  }),
  output: done,
  audit: 'feedback-answered',
})
