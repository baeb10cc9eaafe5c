import { scaleOf } from '@milepost/contract/diagnose/asking'
import { answersTemplate, importAnswers, matchAnswers } from '@milepost/contract/diagnose/waves'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { importRows, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Cell } from '../../platform/spreadsheet/table.ts'
import { writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { insertSheets, listSourceKeys, type NewSheet } from './data.ts'
import { findAsked } from './findAsked.ts'
import { guessColumns, guessStratumColumn, readSheets } from './readSheets.ts'
import { storeAnswers } from './storedAnswers.ts'

/** Saves one anonymous sheet a row: neither address, nor time finer than a day, nor any column that is not an item is kept. */
export const importAnswersRoute = serve(importAnswers, {
  run: async ({ tx, institutionId, input, table, today, audit }) => {
    const { wave, questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const known = await listSourceKeys(tx, institutionId, wave.wave_id)
    const sheets = readSheets(table, { instrument: questionnaire.instrument, strata, mapping: input.mapping ?? {} })
    const rows = sheets.map(
      ({ row, sourceKey, stratum, seconds, answers, texts, problems }): JudgedRow<NewSheet> => ({
        row,
        key: stratum,
        judged:
          problems.length > 0
            ? { verdict: 'wrong', problems }
            : known.has(sourceKey)
              ? { verdict: 'same' }
              : {
                  verdict: 'new',
                  save: {
                    sheetId: newId(),
                    stratum,
                    answeredOn: today,
                    sourceKey,
                    seconds,
                    answers: storeAnswers(questionnaire.instrument, answers),
                    texts,
                  },
                },
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
    const { questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    const [first] = strata
    const zh = input.language === 'zh'
    const { items } = questionnaire.instrument
    const columns = [zh ? '层级' : 'stratum', ...items.map((item) => (zh ? item.text.zh : item.text.en || item.text.zh))]
    const example = [
      (zh ? first?.name_zh : first?.name_en || first?.name_zh) ?? '',
      ...items.map((item) => (item.kind === 'scale' ? String(scaleOf(questionnaire.instrument, item).most) : '')),
    ]
    return writeXlsx(zh ? '答卷导入模板.xlsx' : 'answers-template.xlsx', columns, [example])
  },
})

/** What the columns of a file hold and which item each seems to be, so that a person can set right what was not recognised. Saves nothing. */
export const matchAnswersRoute = serve(matchAnswers, {
  run: async ({ tx, institutionId, input, table }) => {
    const { questionnaire } = await findAsked(tx, institutionId, input.waveId)
    const guessed = guessColumns(table, questionnaire.instrument)
    return {
      rows: table.rows.length,
      stratumColumn: guessStratumColumn(table),
      columns: table.columns.map((heading, at) => ({ heading, samples: samplesOf(table.rows.map((row) => row.cells[at] ?? null)) })),
      items: questionnaire.instrument.items.map(({ code, kind, text, construct }) => ({
        code,
        kind,
        text,
        construct,
        heading: table.columns[guessed.get(code) ?? -1] ?? null,
      })),
    }
  },
})

/** The first few different cells of a column, short. */
function samplesOf(cells: readonly Cell[]): string[] {
  const said = cells
    .filter((cell) => cell !== null && cell !== '')
    .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)))
  return [...new Set(said)].slice(0, 4).map((one) => one.slice(0, 60))
}
