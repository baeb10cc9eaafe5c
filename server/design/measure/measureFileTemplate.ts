import { measureFileTemplate } from '@milepost/contract/design/measures'
import { serve } from '../../platform/http/serve.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { MEASURE_COLUMNS } from './fileColumns.ts'

export const measureFileTemplateRoute = serve(measureFileTemplate, {
  run: ({ input }) =>
    writeTemplate(input.language === 'zh' ? '指标导入模板.xlsx' : 'measures-template.xlsx', MEASURE_COLUMNS, input.language),
})
