import { cardFileTemplate } from '@milepost/contract/design/cards'
import { serve } from '../../platform/http/serve.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { CARD_COLUMNS } from './columns.ts'

export const cardFileTemplateRoute = serve(cardFileTemplate, {
  run: ({ input }) => writeTemplate(input.language === 'zh' ? '计分卡导入模板.xlsx' : 'cards-template.xlsx', CARD_COLUMNS, input.language),
})
