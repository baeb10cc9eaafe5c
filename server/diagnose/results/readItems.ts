import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { readItems } from '@milepost/contract/diagnose/results'
import { Refusal } from '@milepost/contract/refusals'
import { describe } from '@milepost/statistics/describe'
import { type Category, frequencies } from '@milepost/statistics/frequencies'
import { serve } from '../../platform/http/serve.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { readSheetsOf, type Sheet } from './data.ts'

export const readItemsRoute = serve(readItems, {
  run: async ({ tx, institutionId, input }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
    if (!wave || !questionnaire) throw new Refusal('not-found')
    const sheets = await readSheetsOf(tx, institutionId, input.waveId)
    return { items: questionnaire.instrument.items.map((item) => itemOf(item, questionnaire.instrument, sheets)) }
  },
})

/** Frequencies with the valid per cent, missing and "does not apply" kept apart; nothing below the least cell. */
function itemOf(item: Instrument['items'][number], instrument: Instrument, sheets: readonly Sheet[]) {
  const answers = sheets.map((sheet) => sheet.answers.get(item.code))
  const series = answers.map((answer): Category | null => (item.kind === 'choice' ? (answer?.choice ?? null) : (answer?.value ?? null)))
  const levels =
    item.kind === 'scale'
      ? instrument.scale.points.map((point) => point.value)
      : item.kind === 'choice'
        ? item.options?.map((one) => one.code)
        : undefined
  const table = frequencies(series, levels)
  const hidden = table.valid < instrument.leastCell
  const numbers = item.kind === 'choice' ? null : describe(answers.map((answer) => answer?.value ?? null))
  const notApplicable = answers.filter((answer) => answer?.notApplicable).length
  return {
    code: item.code,
    text: item.text,
    kind: item.kind,
    construct: item.construct,
    reverse: item.reverse,
    valid: table.valid,
    missing: table.missing - notApplicable,
    notApplicable,
    mean: !hidden && numbers?.kind === 'computed' ? numbers.mean : null,
    sd: !hidden && numbers?.kind === 'computed' ? numbers.sd : null,
    rows:
      hidden || item.kind === 'number'
        ? []
        : table.rows.map((row) => ({ category: String(row.category), count: row.count, validPercent: row.validPercent })),
    hidden,
  }
}
