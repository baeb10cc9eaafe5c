import { questionnaireSheetTemplate, readQuestionnaireSheet } from '@milepost/contract/diagnose/drafts'
import { serve } from '../../platform/http/serve.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { instrumentOfLibrary } from '../waves/instrumentOfLibrary.ts'
import { onItsSide } from './foreign.ts'
import { readSheet } from './readSheet.ts'
import { SHEET_COLUMNS } from './sheetColumns.ts'

/** A plain table of items, with a verdict on every row. Saves nothing: a draft is started from the right rows. */
export const readQuestionnaireSheetRoute = serve(readQuestionnaireSheet, {
  run: async ({ table, library }) => ({
    title: onItsSide(table.name.replace(/\.\w+$/, '')),
    ...readSheet(table, instrumentOfLibrary(library)),
  }),
})

export const questionnaireSheetTemplateRoute = serve(questionnaireSheetTemplate, {
  run: async ({ input }) =>
    writeTemplate(input.language === 'zh' ? '问卷模板.xlsx' : 'questionnaire-template.xlsx', SHEET_COLUMNS, input.language),
})
