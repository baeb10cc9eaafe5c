import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'
import { importInput, rowVerdict } from '../importing.ts'
import { instrument, instrumentItem } from './instrument.ts'

const code = z.string().regex(/^[\w-]{2,40}$/)

const draftLine = z.object({
  draftId: id,
  code: z.string(),
  title: bilingual,
  items: z.number(),
  revision: z.number(),
  changedBy: z.string(),
  changedAt: z.string(),
})

export const listDrafts = endpoint({
  name: 'diagnose.listDrafts',
  method: 'GET',
  path: '/api/questionnaire-drafts',
  permission: 'questionnaire.edit',
  summary: { zh: '问卷草稿列表', en: 'Drafts of questionnaires' },
  input: empty,
  output: z.object({ drafts: z.array(draftLine) }),
  audit: null,
})

export const startDraft = endpoint({
  name: 'diagnose.startDraft',
  method: 'POST',
  path: '/api/questionnaire-drafts',
  permission: 'questionnaire.edit',
  summary: { zh: '新建问卷草稿', en: 'Start a draft of a questionnaire' },
  input: z.object({
    code,
    title: bilingual,
    /** What it starts from: nothing, the library's 44 items, a frozen questionnaire, or one read from a file. */
    from: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('blank') }),
      z.object({ kind: z.literal('library') }),
      z.object({ kind: z.literal('questionnaire'), questionnaireId: id }),
      z.object({ kind: z.literal('instrument'), instrument }),
    ]),
  }),
  output: z.object({ draftId: id }),
  audit: 'questionnaire-draft-started',
})

export const readDraft = endpoint({
  name: 'diagnose.readDraft',
  method: 'GET',
  path: '/api/questionnaire-drafts/:draftId',
  permission: 'questionnaire.edit',
  summary: { zh: '查看问卷草稿', en: 'Read a draft' },
  input: z.object({ draftId: id }),
  output: draftLine.extend({
    instrument,
    /** The newest frozen version under the same code, to compare with. */
    newest: z.object({ questionnaireId: id, version: z.number(), instrument }).nullable(),
  }),
  audit: null,
})

export const saveDraft = endpoint({
  name: 'diagnose.saveDraft',
  method: 'PUT',
  path: '/api/questionnaire-drafts/:draftId',
  permission: 'questionnaire.edit',
  summary: { zh: '保存问卷草稿', en: 'Save a draft' },
  input: z.object({ draftId: id, revision: z.int(), title: bilingual, instrument }),
  output: z.object({ revision: z.number() }),
  audit: 'questionnaire-draft-saved',
})

export const discardDraft = endpoint({
  name: 'diagnose.discardDraft',
  method: 'DELETE',
  path: '/api/questionnaire-drafts/:draftId',
  permission: 'questionnaire.edit',
  summary: { zh: '放弃问卷草稿', en: 'Discard a draft' },
  input: z.object({ draftId: id }),
  output: done,
  audit: 'questionnaire-draft-discarded',
})

export const freezeDraft = endpoint({
  name: 'diagnose.freezeDraft',
  method: 'POST',
  path: '/api/questionnaire-drafts/:draftId/freezing',
  permission: 'questionnaire.edit',
  summary: { zh: '定稿为问卷版本', en: 'Freeze a draft as a version' },
  input: z.object({ draftId: id, revision: z.int() }),
  output: z.object({ questionnaireId: id, version: z.number(), hash: z.string() }),
  audit: 'questionnaire-frozen',
})

export const readQuestionnaireFile = endpoint({
  name: 'diagnose.readQuestionnaireFile',
  method: 'POST',
  path: '/api/questionnaire-files',
  permission: 'questionnaire.edit',
  summary: { zh: '读取问卷文件（LimeSurvey .lss、Qualtrics .qsf）', en: 'Read a questionnaire file (LimeSurvey .lss, Qualtrics .qsf)' },
  input: z.object({ name: z.string().max(200), content: z.string().max(4_500_000) }),
  output: z.object({
    title: bilingual,
    instrument,
    questions: z.number(),
    /** What could not be taken over, or only in part. */
    notes: z.array(z.object({ question: z.string(), zh: z.string(), en: z.string(), lost: z.boolean() })),
  }),
  audit: null,
})

export const readQuestionnaireSheet = endpoint({
  name: 'diagnose.readQuestionnaireSheet',
  kind: 'upload',
  method: 'POST',
  path: '/api/questionnaire-files/sheet',
  permission: 'questionnaire.edit',
  summary: { zh: '读取写在表格里的问卷（每行一题）', en: 'Read a questionnaire written in a spreadsheet, one item a row' },
  input: importInput.pick({ columns: true }),
  output: z.object({
    title: bilingual,
    /** The right rows; null where none is. */
    instrument: instrument.nullable(),
    rows: z.array(rowVerdict),
  }),
  audit: null,
})

export const questionnaireSheetTemplate = endpoint({
  name: 'diagnose.questionnaireSheetTemplate',
  kind: 'download',
  method: 'GET',
  path: '/api/questionnaire-files/template',
  permission: 'questionnaire.edit',
  summary: { zh: '问卷表格模板', en: 'Template of a questionnaire in a spreadsheet' },
  input: z.object({ language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})

export const readItemBank = endpoint({
  name: 'diagnose.readItemBank',
  method: 'GET',
  path: '/api/item-bank',
  permission: 'questionnaire.edit',
  summary: { zh: '题库：内容库与本单位用过的题', en: 'Item bank: the library’s items and those used before' },
  input: empty,
  output: z.object({
    items: z.array(
      z.object({
        source: bilingual,
        item: instrumentItem,
        construct: instrument.shape.constructs.element.nullable(),
      }),
    ),
  }),
  audit: null,
})

export const compareQuestionnaires = endpoint({
  name: 'diagnose.compareQuestionnaires',
  method: 'GET',
  path: '/api/questionnaires/:questionnaireId/comparison',
  permission: 'questionnaire.read',
  summary: { zh: '逐题比较两个问卷版本', en: 'Compare two versions item by item' },
  input: z.object({ questionnaireId: id, before: id }),
  output: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        change: z.enum(['same', 'wording', 'scale', 'new', 'dropped']),
        before: bilingual.nullable(),
        after: bilingual.nullable(),
      }),
    ),
  }),
  audit: null,
})
