import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'

const language = z.enum(['zh', 'en'])

/** What is fixed before an interview is held. No name: whom to meet stands in `arrangement` until consent is on record. */
export const interviewPlan = z.object({
  stratum: z.string().max(40),
  role: z.string().max(40),
  plannedOn: day.nullable(),
  place: z.string().trim().max(200),
  interviewer: z.string().trim().max(100),
  arrangement: z.string().trim().max(500),
})

export const interviewLine = interviewPlan.extend({
  interviewId: id,
  waveId: id,
  number: z.number(),
  consent: z.boolean().nullable(),
  heldOn: day.nullable(),
  hasTranscript: z.boolean(),
  doubleCoded: z.boolean(),
  coders: z.array(z.object({ name: z.string(), finished: z.boolean() })),
})

export const guideRole = z.object({ code: z.string(), name: bilingual, questions: z.array(z.number()) })

export const listInterviews = endpoint({
  name: 'diagnose.listInterviews',
  method: 'GET',
  path: '/api/waves/:waveId/interviews',
  permission: 'transcript.keep',
  summary: { zh: '访谈安排', en: 'Interviews of a wave' },
  input: z.object({ waveId: id }),
  output: z.object({
    wave: bilingual,
    interviews: z.array(interviewLine),
    strata: z.array(z.object({ code: z.string(), name: bilingual })),
    roles: z.array(guideRole),
    sample: z.object({ from: z.number(), to: z.number(), rule: bilingual }),
    /** Share of transcripts to be coded twice, 0 to 1, and the least kappa. */
    doubleCoding: z.object({ share: z.number(), leastKappa: z.number() }),
  }),
  audit: null,
})

export const planInterview = endpoint({
  name: 'diagnose.planInterview',
  method: 'POST',
  path: '/api/waves/:waveId/interviews',
  permission: 'transcript.keep',
  summary: { zh: '安排访谈', en: 'Plan an interview' },
  input: interviewPlan.extend({ waveId: id }),
  output: z.object({ interviewId: id, number: z.number() }),
  audit: 'interview-planned',
})

export const changeInterview = endpoint({
  name: 'diagnose.changeInterview',
  method: 'PUT',
  path: '/api/interviews/:interviewId',
  permission: 'transcript.keep',
  summary: { zh: '更改访谈安排', en: 'Change the plan of an interview' },
  input: interviewPlan.extend({ interviewId: id }),
  output: done,
  audit: 'interview-changed',
})

export const recordConsent = endpoint({
  name: 'diagnose.recordConsent',
  method: 'PUT',
  path: '/api/interviews/:interviewId/consent',
  permission: 'transcript.keep',
  summary: { zh: '记录受访者是否同意（撤回则删除记录）', en: 'Record consent (withdrawing it erases what was said)' },
  input: z.object({ interviewId: id, given: z.boolean(), heldOn: day }),
  output: z.object({ erased: z.boolean() }),
  audit: 'interview-consent-recorded',
})

export const readTranscriptFile = endpoint({
  name: 'diagnose.readTranscriptFile',
  method: 'POST',
  path: '/api/transcript-files',
  permission: 'transcript.keep',
  summary: { zh: '读取访谈记录文件（.docx、.txt）', en: 'Read a transcript file (.docx, .txt)' },
  /** The file's bytes in base64. Nothing is saved. */
  input: z.object({ name: z.string().max(200), content: z.base64().max(4_800_000) }),
  output: z.object({ text: z.string(), pictures: z.number() }),
  audit: null,
})

export const personalMark = z.object({ kind: z.string(), text: z.string(), certain: z.boolean() })

export const saveTranscript = endpoint({
  name: 'diagnose.saveTranscript',
  method: 'PUT',
  path: '/api/interviews/:interviewId/transcript',
  permission: 'transcript.keep',
  summary: { zh: '保存访谈记录', en: 'Save a transcript' },
  input: z.object({
    interviewId: id,
    revision: z.int(),
    language,
    text: z.string().max(400_000),
    /** Replace what identifies somebody by a mark: "[phone]". */
    withoutPersonalData: z.boolean(),
  }),
  output: z.object({ revision: z.number(), text: z.string(), found: z.array(personalMark) }),
  audit: 'transcript-saved',
  shownOnce: true,
})

export const codeLine = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(['problem', 'cause', 'practice', 'suggestion', 'own']),
  name: bilingual,
  description: z.string(),
  /** Added by the institution; the others come with the library and stay. */
  own: z.boolean(),
  retired: z.boolean(),
})

export const sentence = z.object({
  start: z.number(),
  end: z.number(),
  text: z.string(),
  line: z.number(),
  /** Said by the interviewer: shown, not coded, not counted. */
  asked: z.boolean(),
})

export const codingLine = z.object({
  codingId: id,
  code: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  strength: z.number(),
  quotable: z.boolean(),
  coder: z.string(),
  mine: z.boolean(),
})

export const readInterview = endpoint({
  name: 'diagnose.readInterview',
  method: 'GET',
  path: '/api/interviews/:interviewId',
  permission: 'transcript.keep',
  summary: { zh: '查看并编码一次访谈', en: 'Read and code an interview' },
  input: z.object({ interviewId: id }),
  output: z.object({
    interview: interviewLine,
    stratumName: bilingual,
    role: guideRole,
    consentWords: bilingual,
    questions: z.array(z.object({ number: z.number(), text: bilingual, probes: z.array(bilingual) })),
    language: language.nullable(),
    revision: z.number(),
    text: z.string().nullable(),
    sentences: z.array(sentence),
    codes: z.array(codeLine),
    codings: z.array(codingLine),
    finished: z.boolean(),
    /** Somebody else's codes are kept back until both have finished. */
    othersHidden: z.boolean(),
  }),
  audit: null,
})

export const applyCode = endpoint({
  name: 'diagnose.applyCode',
  method: 'POST',
  path: '/api/interviews/:interviewId/codings',
  permission: 'transcript.keep',
  summary: { zh: '给一段话编码', en: 'Code a passage' },
  input: z.object({
    interviewId: id,
    code: z.string().max(40),
    start: z.int().min(0),
    end: z.int().min(1),
    strength: z.int().min(1).max(3),
    quotable: z.boolean(),
  }),
  output: z.object({ codingId: id }),
  audit: 'passage-coded',
})

export const changeCoding = endpoint({
  name: 'diagnose.changeCoding',
  method: 'PUT',
  path: '/api/codings/:codingId',
  permission: 'transcript.keep',
  summary: { zh: '更改编码的强度或可否引用', en: 'Change strength or whether it may be quoted' },
  input: z.object({ codingId: id, strength: z.int().min(1).max(3), quotable: z.boolean() }),
  output: done,
  audit: 'coding-changed',
})

export const removeCoding = endpoint({
  name: 'diagnose.removeCoding',
  method: 'DELETE',
  path: '/api/codings/:codingId',
  permission: 'transcript.keep',
  summary: { zh: '去掉一处编码', en: 'Take a code off a passage' },
  input: z.object({ codingId: id }),
  output: done,
  audit: 'coding-removed',
})

export const finishCoding = endpoint({
  name: 'diagnose.finishCoding',
  method: 'PUT',
  path: '/api/interviews/:interviewId/finishing',
  permission: 'transcript.keep',
  summary: { zh: '声明本人编码已完成（或继续编码）', en: 'Say that one has finished coding (or goes on)' },
  input: z.object({ interviewId: id, finished: z.boolean() }),
  output: done,
  audit: 'coding-finished',
})

export const drawDoubleCoding = endpoint({
  name: 'diagnose.drawDoubleCoding',
  method: 'POST',
  path: '/api/waves/:waveId/double-coding',
  permission: 'transcript.keep',
  summary: { zh: '抽取双人编码的样本', en: 'Draw the sample to be coded twice' },
  input: z.object({ waveId: id }),
  output: z.object({ drawn: z.array(z.number()), transcripts: z.number() }),
  audit: 'double-coding-drawn',
})

const maybe = z.number().nullable()

export const agreementLine = z.object({
  /** null: over all codes, sentence by code. */
  code: z.string().nullable(),
  both: z.number(),
  onlyFirst: z.number(),
  onlySecond: z.number(),
  neither: z.number(),
  /** Per cent of sentences on which both decided alike. */
  percent: maybe,
  kappa: maybe,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  alpha: maybe,
  because: z.string().nullable(),
})

export const readAgreement = endpoint({
  name: 'diagnose.readAgreement',
  method: 'GET',
  path: '/api/waves/:waveId/agreement',
  permission: 'transcript.keep',
  summary: { zh: '双人编码的一致性与分歧', en: 'Agreement of two coders and where they differ' },
  input: z.object({ waveId: id }),
  output: z.object({
    wave: bilingual,
    leastKappa: z.number(),
    coders: z.array(z.string()),
    /** Interviews both have finished. */
    interviews: z.array(z.number()),
    waiting: z.array(z.object({ number: z.number(), missing: z.number() })),
    sentences: z.number(),
    overall: agreementLine.nullable(),
    codes: z.array(agreementLine),
    disagreements: z.array(
      z.object({
        interviewId: id,
        number: z.number(),
        start: z.number(),
        text: z.string(),
        first: z.array(z.string()),
        second: z.array(z.string()),
      }),
    ),
  }),
  audit: null,
})
