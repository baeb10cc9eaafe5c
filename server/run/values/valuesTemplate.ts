import { Refusal } from '@milepost/contract/refusals'
import { valuesTemplate } from '@milepost/contract/run/values'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { writeTemplate, writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { findPeriod } from '../periods/data.ts'
import { isGap } from '../scoring/gaps.ts'
import { gapView, readDue, readHolderNames } from '../scoring/readDue.ts'
import { LEVELS, VALUE_SHEET } from './columns.ts'

const EXTRA = { measure: { zh: '指标名称', en: 'Measure' }, holder: { zh: '对象名称', en: 'Holder name' } }

/** An empty file, or one with a row for every value a period still lacks: fill in the figures and import it. */
export const valuesTemplateRoute = serve(valuesTemplate, {
  run: async ({ tx, institutionId, input, today }) => {
    const { language } = input
    if (input.periodId === undefined)
      return writeTemplate(language === 'zh' ? '数据导入模板.xlsx' : 'values-template.xlsx', VALUE_SHEET, language)
    const period = await findPeriod(tx, institutionId, { periodId: input.periodId })
    const cycle = period && (await findCycle(tx, institutionId, period.cycleId))
    if (!period || !cycle) throw new Refusal('not-found')
    const { places } = await readDue(tx, institutionId, { cycle, today })
    const names = await readHolderNames(tx, institutionId, cycle)
    const gaps = places.filter((place) => place.period.periodId === period.periodId && isGap(place)).map((place) => gapView(place, names))
    const { measureCode, scope, level, periodCode, value, numerator, denominator, n, estimated, note } = VALUE_SHEET
    const shown = (text: { zh: string; en: string }) => text[language] || text.zh
    const head = [
      `${measureCode.heading[language]}*`,
      EXTRA.measure[language],
      `${scope.heading[language]}*`,
      EXTRA.holder[language],
      level.heading[language],
      `${periodCode.heading[language]}*`,
      ...[value, numerator, denominator, n, estimated, note].map((column) => column.heading[language]),
    ]
    const rows = gaps.map((gap) => [
      gap.measure.code,
      `${shown(gap.measure.name)} (${shown(gap.measure.unit)})`,
      gap.holderCode,
      shown(gap.holderName),
      LEVELS[gap.holder.kind][language],
      gap.period.code,
      ...[null, null, null, null, null, null],
    ])
    return writeXlsx(language === 'zh' ? `应报未报-${period.code}.xlsx` : `values-due-${period.code}.xlsx`, head, rows)
  },
})
