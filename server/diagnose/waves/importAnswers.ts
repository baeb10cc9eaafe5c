import { answersTemplate, importAnswers } from '@milepost/contract/diagnose/waves'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { importRows, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { findQuestionnaire, findWave, insertSheets, listSourceKeys, listStrata, type NewSheet } from './data.ts'
import { readSheets } from './readSheets.ts'

/** Saves one anonymous sheet a row: neither address, nor time finer than a day, nor any column that is not an item is kept. */
export const importAnswersRoute = serve(importAnswers, {
  run: async ({ tx, institutionId, input, table, today, audit }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
    if (!wave || !questionnaire) throw new Refusal('not-found')
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const strata = await listStrata(tx, institutionId, [wave.wave_id])
    const known = await listSourceKeys(tx, institutionId, wave.wave_id)
    const sheets = readSheets(table, { instrument: questionnaire.instrument, strata, mapping: input.mapping ?? {} })
    const rows = sheets.map(
      ({ row, sourceKey, stratum, answers, problems }): JudgedRow<NewSheet> => ({
        row,
        key: stratum,
        judged:
          problems.length > 0
            ? { verdict: 'wrong', problems }
            : known.has(sourceKey)
              ? { verdict: 'same' }
              : { verdict: 'new', save: { sheetId: newId(), stratum, answeredOn: today, sourceKey, answers } },
      }),
    )
    const report = await importRows(input.step, rows, (right) =>
      insertSheets(
        tx,
        { institutionId, waveId: wave.wave_id },
        right.map((one) => one.save),
      ),
    )
    audit({ kind: 'wave', id: wave.wave_id, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})

export const answersTemplateRoute = serve(answersTemplate, {
  run: async ({ tx, institutionId, input }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
    if (!wave || !questionnaire) throw new Refusal('not-found')
    const [first] = await listStrata(tx, institutionId, [wave.wave_id])
    const zh = input.language === 'zh'
    const { items, scale } = questionnaire.instrument
    const columns = [zh ? '层级' : 'stratum', ...items.map((item) => (zh ? item.text.zh : item.text.en || item.text.zh))]
    const example = [
      (zh ? first?.name_zh : first?.name_en || first?.name_zh) ?? '',
      ...items.map((item) => (item.kind === 'scale' ? String(scale.most) : '')),
    ]
    return writeXlsx(zh ? '答卷导入模板.xlsx' : 'answers-template.xlsx', columns, [example])
  },
})
