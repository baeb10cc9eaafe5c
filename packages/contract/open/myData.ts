import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'

export const correctionRequest = z.object({
  requestId: id,
  askedBy: z.string(),
  askedAt: z.string(),
  what: z.string(),
  wanted: z.string(),
  state: z.enum(['open', 'corrected', 'declined']),
  answer: z.string(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
})

export const myData = z.object({
  /** Every kind of data that is held: what for, on what ground, for how long, and what it says of me. */
  kinds: z.array(
    z.object({
      code: z.string(),
      name: bilingual,
      purpose: bilingual,
      ground: bilingual,
      kept: bilingual,
      /** Who may read it, besides myself. */
      readBy: bilingual,
      facts: z.array(z.object({ name: bilingual, value: bilingual })),
    }),
  ),
  /** What I did and what was done to my record, newest first. */
  trail: z.array(z.object({ at: z.string(), actor: z.string(), action: z.string(), mine: z.boolean() })),
  requests: z.array(correctionRequest),
})

export const readMyData = endpoint({
  name: 'open.readMyData',
  method: 'GET',
  path: '/api/my-data',
  permission: 'data.own',
  summary: { zh: '我的个人信息', en: 'My data' },
  input: empty,
  output: myData,
  audit: null,
})

export const downloadMyData = endpoint({
  name: 'open.downloadMyData',
  kind: 'download',
  method: 'GET',
  path: '/api/my-data/file',
  permission: 'data.own',
  summary: { zh: '导出我的个人信息', en: 'Export my data' },
  input: empty,
  output: empty,
  audit: 'my-data-exported',
})

export const askCorrection = endpoint({
  name: 'open.askCorrection',
  method: 'POST',
  path: '/api/my-data/corrections',
  permission: 'data.own',
  summary: { zh: '申请更正个人信息', en: 'Ask for a correction of my data' },
  input: z.object({ what: z.string().trim().min(2).max(200), wanted: z.string().trim().min(2).max(1000) }),
  output: z.object({ requestId: id }),
  audit: 'correction-asked',
})

export const readCorrections = endpoint({
  name: 'open.readCorrections',
  method: 'GET',
  path: '/api/corrections',
  permission: 'data.correct',
  summary: { zh: '个人信息更正申请', en: 'Requests for correction' },
  input: empty,
  output: z.object({ requests: z.array(correctionRequest) }),
  audit: null,
})

export const answerCorrection = endpoint({
  name: 'open.answerCorrection',
  method: 'POST',
  path: '/api/corrections/:requestId/answer',
  permission: 'data.correct',
  summary: { zh: '答复更正申请', en: 'Answer a request for correction' },
  input: z.object({ requestId: id, outcome: z.enum(['corrected', 'declined']), answer: z.string().trim().min(2).max(1000) }),
  output: done,
  audit: 'correction-answered',
})
