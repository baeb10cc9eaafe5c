import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { codeLine } from './interviews.ts'

const maybe = z.number().nullable()

export const quote = z.object({
  quoteId: id,
  code: z.string(),
  text: z.string(),
  strength: z.number(),
  /** Where it was said, as coarsely as it must be told: a level of five or more interviewees, else all of them. */
  from: bilingual,
})

export const readVoices = endpoint({
  name: 'diagnose.readVoices',
  method: 'GET',
  path: '/api/waves/:waveId/voices',
  permission: 'diagnosis.read',
  summary: { zh: '访谈证据：编码×层级与引文', en: 'What interviewees said: codes by level, and quotes' },
  input: z.object({ waveId: id }),
  output: z.object({
    wave: bilingual,
    /** Interviewees whose transcript has been coded; null: fewer than the least number, nothing is shown. */
    interviewed: maybe,
    least: z.number(),
    planned: z.number(),
    strata: z.array(z.object({ code: z.string(), name: bilingual, interviewed: maybe })),
    rows: z.array(
      z.object({
        code: z.string(),
        parent: z.string().nullable(),
        kind: codeLine.shape.kind,
        name: bilingual,
        /** Interviewees who raised it (or a code below it), the share of all, and the mean strength. */
        raised: z.number(),
        percent: z.number(),
        strength: maybe,
        /** In the order of `strata`; null: hidden. */
        byStratum: z.array(maybe),
      }),
    ),
    quotes: z.array(quote),
  }),
  audit: null,
})

export const readCodes = endpoint({
  name: 'diagnose.readCodes',
  method: 'GET',
  path: '/api/interview-codes',
  permission: 'transcript.keep',
  summary: { zh: '访谈编码簿', en: 'Codebook for interviews' },
  input: empty,
  output: z.object({ codes: z.array(codeLine.extend({ passages: z.number() })) }),
  audit: null,
})

export const saveCode = endpoint({
  name: 'diagnose.saveCode',
  method: 'PUT',
  path: '/api/interview-codes/:code',
  permission: 'transcript.keep',
  summary: { zh: '新增或修改本单位的编码', en: 'Add or change a code of one’s own' },
  input: z.object({
    code: z.string().regex(/^[A-Za-z0-9][\w.-]{0,39}$/),
    parent: z.string().max(40).nullable(),
    name: bilingual,
    description: z.string().trim().max(500),
    retired: z.boolean(),
  }),
  output: done,
  audit: 'interview-code-saved',
})

export const importCodes = endpoint({
  name: 'diagnose.importCodes',
  kind: 'upload',
  method: 'POST',
  path: '/api/interview-codes/import',
  permission: 'transcript.keep',
  summary: { zh: '导入编码簿（CSV、Excel）', en: 'Import a codebook (CSV, Excel)' },
  input: importInput,
  output: importReport,
  audit: 'interview-codes-imported',
})

export const exportCodes = endpoint({
  name: 'diagnose.exportCodes',
  kind: 'download',
  method: 'GET',
  path: '/api/interview-codes/export',
  permission: 'transcript.keep',
  summary: { zh: '导出编码簿（CSV、REFI-QDA .qdc）', en: 'Export the codebook (CSV, REFI-QDA .qdc)' },
  input: z.object({ format: z.enum(['csv', 'qdc']), language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})

export const importCodebook = endpoint({
  name: 'diagnose.importCodebook',
  kind: 'attach',
  method: 'POST',
  path: '/api/interview-codes/qdc',
  permission: 'transcript.keep',
  summary: { zh: '导入 REFI-QDA 编码簿（.qdc）', en: 'Import a REFI-QDA codebook (.qdc)' },
  input: importInput,
  output: importReport,
  audit: 'interview-codes-imported',
})

export const exportProject = endpoint({
  name: 'diagnose.exportProject',
  kind: 'download',
  method: 'GET',
  path: '/api/waves/:waveId/qda-project',
  permission: 'transcript.keep',
  summary: { zh: '导出访谈与编码（REFI-QDA .qdpx）', en: 'Export interviews with their codes (REFI-QDA .qdpx)' },
  input: z.object({ waveId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: 'interviews-exported',
})

export const importProject = endpoint({
  name: 'diagnose.importProject',
  kind: 'attach',
  method: 'POST',
  path: '/api/waves/:waveId/qda-project',
  permission: 'transcript.keep',
  summary: { zh: '导入访谈与编码（REFI-QDA .qdpx）', en: 'Import interviews with their codes (REFI-QDA .qdpx)' },
  input: importInput.extend({ waveId: id }),
  output: importReport,
  audit: 'interviews-imported',
})
