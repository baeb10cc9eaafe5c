import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'
import { importInput, importReport } from '../importing.ts'
import { ITEM_KINDS, instrument } from './instrument.ts'
import { WAVE_MODES } from './promises.ts'

export const listQuestionnaires = endpoint({
  name: 'diagnose.listQuestionnaires',
  method: 'GET',
  path: '/api/questionnaires',
  permission: 'questionnaire.read',
  summary: { zh: '问卷列表', en: 'Questionnaires' },
  input: empty,
  output: z.object({
    questionnaires: z.array(
      z.object({ questionnaireId: id, code: z.string(), version: z.number(), title: bilingual, items: z.number(), hash: z.string() }),
    ),
  }),
  audit: null,
})

export const readQuestionnaire = endpoint({
  name: 'diagnose.readQuestionnaire',
  method: 'GET',
  path: '/api/questionnaires/:questionnaireId',
  permission: 'questionnaire.read',
  summary: { zh: '查看问卷', en: 'Read a questionnaire' },
  input: z.object({ questionnaireId: id }),
  output: z.object({ questionnaireId: id, code: z.string(), version: z.number(), title: bilingual, hash: z.string(), instrument }),
  audit: null,
})

export const adoptQuestionnaire = endpoint({
  name: 'diagnose.adoptQuestionnaire',
  method: 'POST',
  path: '/api/questionnaires/from-library',
  permission: 'questionnaire.edit',
  summary: { zh: '采用内容库的诊断问卷（44 题）', en: 'Adopt the 44-item diagnosis questionnaire of the library' },
  input: empty,
  output: z.object({ questionnaireId: id }),
  audit: 'questionnaire-adopted',
})

export const createQuestionnaire = endpoint({
  name: 'diagnose.createQuestionnaire',
  method: 'POST',
  path: '/api/questionnaires',
  permission: 'questionnaire.edit',
  summary: { zh: '登记本单位自有问卷', en: 'Register a questionnaire of one’s own' },
  input: z.object({ code: z.string().regex(/^[\w-]{2,40}$/), title: bilingual, instrument }),
  output: z.object({ questionnaireId: id }),
  audit: 'questionnaire-created',
})

export const stratumInput = z.object({
  code: z.string().regex(/^[\w-]{1,40}$/),
  name: bilingual,
  /** How many people could answer; null when nobody knows (the public). */
  population: z.int().min(1).max(10_000_000).nullable(),
})

export const openWave = endpoint({
  name: 'diagnose.openWave',
  method: 'POST',
  path: '/api/waves',
  permission: 'questionnaire.edit',
  summary: { zh: '新建调查轮次', en: 'Open a wave' },
  input: z.object({ questionnaireId: id, name: bilingual, openedOn: day, strata: z.array(stratumInput).min(1).max(60) }),
  output: z.object({ waveId: id }),
  audit: 'wave-opened',
})

export const waveState = z.object({
  waveId: id,
  questionnaireId: id,
  name: bilingual,
  openedOn: day,
  /** The last day on which ballots are taken. */
  closesOn: day.nullable(),
  closedOn: day.nullable(),
  /** By file only, or by ballot. */
  collects: z.enum(['import', 'online']),
  mode: z.enum(WAVE_MODES),
  strata: z.array(stratumInput.extend({ answers: z.number() })),
})

export const listWaves = endpoint({
  name: 'diagnose.listWaves',
  method: 'GET',
  path: '/api/waves',
  permission: 'diagnosis.read',
  summary: { zh: '调查轮次列表', en: 'Waves' },
  input: empty,
  output: z.object({ waves: z.array(waveState) }),
  audit: null,
})

export const closeWave = endpoint({
  name: 'diagnose.closeWave',
  method: 'POST',
  path: '/api/waves/:waveId/closing',
  permission: 'questionnaire.edit',
  summary: { zh: '结束调查轮次', en: 'Close a wave' },
  input: z.object({ waveId: id }),
  output: done,
  audit: 'wave-closed',
})

/** Which columns hold what, when the file does not use item codes or texts as headings. */
export const answerMapping = z.object({
  /** Heading of the column that names the stratum; left out: every answer belongs to `stratum`. */
  stratumColumn: z.string().optional(),
  /** The stratum of all answers when the file has no such column. */
  stratum: z.string().optional(),
  /** Item code -> heading; an empty heading: the file does not hold this item. */
  columns: z.record(z.string(), z.string()).optional(),
  /** Words of the file -> answers of the scale. */
  words: z.record(z.string(), z.int()).optional(),
  /** Words of the file that mean "do not know / does not apply". */
  notApplicable: z.array(z.string()).optional(),
  /** Heading of the column that says how long answering took (seconds, 3分20秒, 00:03:20); left out: no time is kept. */
  durationColumn: z.string().optional(),
  /** Where the file has no such column: headings of the moments it was begun and sent; only the seconds between them are kept. */
  startColumn: z.string().optional(),
  endColumn: z.string().optional(),
})

export const importAnswers = endpoint({
  name: 'diagnose.importAnswers',
  kind: 'upload',
  method: 'POST',
  path: '/api/waves/:waveId/answers',
  permission: 'answers.import',
  summary: { zh: '导入答卷（普通表格或问卷星导出）', en: 'Import answers (a plain table or an export of 问卷星)' },
  input: importInput.extend({ waveId: id, mapping: answerMapping.optional() }),
  output: importReport,
  audit: 'answers-imported',
})

export const matchAnswers = endpoint({
  name: 'diagnose.matchAnswers',
  kind: 'upload',
  method: 'POST',
  path: '/api/waves/:waveId/answers/columns',
  permission: 'answers.import',
  summary: { zh: '看答卷文件的列与题目如何对应', en: 'See which column of a file of answers holds which item' },
  input: z.object({ waveId: id }),
  output: z.object({
    rows: z.number(),
    stratumColumn: z.string().nullable(),
    columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
    items: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(ITEM_KINDS),
        text: bilingual,
        construct: z.string().nullable(),
        /** null: no column was recognised. */
        heading: z.string().nullable(),
      }),
    ),
  }),
  audit: null,
})

export const answersTemplate = endpoint({
  name: 'diagnose.answersTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/waves/:waveId/answers/template',
  permission: 'answers.import',
  summary: { zh: '下载答卷导入模板', en: 'Template for answers' },
  input: z.object({ waveId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})
