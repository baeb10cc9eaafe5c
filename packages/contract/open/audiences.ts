import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty, id } from '../fields.ts'
import { publicationLine } from './publications.ts'

const language = z.enum(['zh', 'en'])

/** The leaders' book of a snapshot, with charts, to print or to put before a meeting. */
export const downloadBriefing = endpoint({
  name: 'open.downloadBriefing',
  kind: 'download',
  method: 'GET',
  path: '/api/publications/:publicationId/briefing',
  permission: 'publication.preview',
  summary: { zh: '下载领导简报（Word）', en: 'Briefing book for leaders (Word)' },
  input: z.object({ publicationId: id, language }),
  output: empty,
  audit: 'briefing-made',
})

/** The form the authority asks for. */
export const downloadAuthorityForm = endpoint({
  name: 'open.downloadAuthorityForm',
  kind: 'download',
  method: 'GET',
  path: '/api/publications/:publicationId/authority-form',
  permission: 'publication.report',
  summary: { zh: '下载绩效自评表（报主管部门，Word）', en: 'Self-evaluation form for the authority (Word)' },
  input: z.object({ publicationId: id, language }),
  output: empty,
  audit: 'authority-form-made',
})

export const evaluationBlock = z.enum(['execution', 'output', 'benefit', 'satisfaction'])
export type EvaluationBlock = z.infer<typeof evaluationBlock>

/** What the authority reads of one institution: the blocks of its form, units, grades and red lines; no person. */
export const readAuthorityView = endpoint({
  name: 'open.readAuthorityView',
  method: 'GET',
  path: '/api/authority/:publicationId',
  permission: 'publication.report',
  summary: { zh: '主管部门视图', en: 'What the authority reads' },
  input: z.object({ publicationId: id }),
  output: z.object({
    publication: publicationLine,
    institution: bilingual,
    score: z.string().nullable(),
    blocks: z.array(
      z.object({
        block: evaluationBlock,
        measures: z.array(
          z.object({
            code: z.string(),
            name: bilingual,
            unit: bilingual,
            actual: z.string().nullable(),
            target: z.string().nullable(),
            score: z.string().nullable(),
            reached: z.boolean().nullable(),
            miss: bilingual,
          }),
        ),
      }),
    ),
    units: z.array(z.object({ code: z.string(), name: bilingual, score: z.string().nullable(), band: z.string() })),
    grades: z.array(z.object({ grade: z.string(), n: z.int() })),
    redLines: z.object({ all: z.int(), checked: z.int(), worked: z.int() }),
  }),
  audit: null,
})

/** What the authority may open: what is published now, newest first. */
export const listReports = endpoint({
  name: 'open.listReports',
  method: 'GET',
  path: '/api/authority',
  permission: 'publication.report',
  summary: { zh: '已上报的年度', en: 'Years reported to the authority' },
  input: empty,
  output: z.object({ publications: z.array(publicationLine) }),
  audit: null,
})
