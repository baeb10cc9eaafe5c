import { scaleOf } from '@milepost/contract/diagnose/asking'
import { exportAnswers, exportCodebook } from '@milepost/contract/diagnose/statistics'
import { serve } from '../../platform/http/serve.ts'
import { writeCsv, writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { releasedSheets } from '../results/releasedSheets.ts'
import { findAsked } from '../waves/findAsked.ts'
import { answerTable, refuseRowsThatStandOut } from './answerTable.ts'
import { savFile } from './savFile.ts'

export const exportAnswersRoute = serve(exportAnswers, {
  run: async ({ tx, institutionId, input, now, audit }) => {
    const { wave, questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    const { instrument } = questionnaire
    const sheets = await releasedSheets(tx, institutionId, input.waveId)
    const personal = instrument.items.filter((item) => item.about)
    refuseRowsThatStandOut(sheets, { leastCell: instrument.leastCell, personal: input.personal === 'with' ? personal : [] })
    const asked = input.personal === 'with' ? instrument : { ...instrument, items: instrument.items.filter((item) => !item.about) }
    const { variables, rows } = answerTable({ instrument: asked, sheets, levels: strata, language: input.language })
    audit({ kind: 'wave', id: wave.wave_id, detail: { format: input.format, rows: rows.length } })
    const name = input.language === 'zh' ? `${wave.name_zh} 答卷` : `${wave.name_en || wave.name_zh} answers`
    if (input.format === 'sav')
      return { fileName: `${name}.sav`, mediaType: 'application/x-spss-sav', bytes: savFile({ variables, rows, title: name, now }) }
    const columns = variables.map((variable) => variable.name)
    return input.format === 'csv' ? writeCsv(`${name}.csv`, columns, rows) : writeXlsx(`${name}.xlsx`, columns, rows)
  },
})

/** What every variable of an export means, in words. */
export const exportCodebookRoute = serve(exportCodebook, {
  run: async ({ tx, institutionId, input }) => {
    const { wave, questionnaire } = await findAsked(tx, institutionId, input.waveId)
    const { instrument } = questionnaire
    const zh = input.language === 'zh'
    const pick = (text: { zh: string; en: string }) => (zh ? text.zh : text.en || text.zh)
    const columns = zh
      ? ['题号', '题目', '题型', '构念', '反向题', '取值', '不适用', '必答', '显示条件']
      : ['Item', 'Words', 'Kind', 'Construct', 'Reversed', 'Values', 'Does not apply', 'Required', 'Condition']
    const rows = instrument.items.map((item) => {
      const scale = item.kind === 'scale' ? scaleOf(instrument, item) : null
      const values = scale
        ? scale.points.map((point) => `${point.value} = ${pick(point.name)}`)
        : (item.options ?? []).map((one) => `${one.code} = ${pick(one.name)}`)
      const construct = instrument.constructs.find((one) => one.code === item.construct)
      return [
        item.code,
        pick(item.text),
        item.kind,
        construct ? `${construct.code} ${pick(construct.name)}` : '',
        item.reverse ? (zh ? '是' : 'yes') : '',
        values.join('; '),
        scale?.notApplicable ? `99 = ${pick(scale.notApplicable)}` : '',
        item.required ? (zh ? '是' : 'yes') : '',
        item.showIf ? `${item.showIf.item} ∈ {${item.showIf.among.join(', ')}}` : '',
      ]
    })
    return writeXlsx(`${zh ? `${wave.name_zh} 编码簿` : `${wave.name_en || wave.name_zh} codebook`}.xlsx`, columns, rows)
  },
})
