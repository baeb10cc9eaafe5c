import { compareInstruments } from '@milepost/contract/diagnose/compareInstruments'
import { compareQuestionnaires, readItemBank } from '@milepost/contract/diagnose/drafts'
import { type Instrument, instrument } from '@milepost/contract/diagnose/instrument'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findQuestionnaire, listQuestionnaireRows } from '../waves/data.ts'
import { instrumentOfLibrary, otherItemsOfLibrary } from '../waves/instrumentOfLibrary.ts'

/** The library's items first, then what it asks about the person and besides, and those of the institution's own questionnaires; the same words appear once. */
export const readItemBankRoute = serve(readItemBank, {
  run: async ({ tx, institutionId, library }) => {
    const seen = new Set<string>()
    const { title } = library.questionnaire
    const own = (await listQuestionnaireRows(tx, institutionId)).map((row) => ({
      source: { zh: `${row.title_zh} 第 ${row.version} 版`, en: `${row.title_en}, version ${row.version}` },
      from: instrument.parse(row.body),
    }))
    const ofLibrary = instrumentOfLibrary(library)
    const shipped = { ...ofLibrary, items: [...ofLibrary.items, ...otherItemsOfLibrary(library)] }
    const items = [{ source: title, from: shipped }, ...own].flatMap(({ source, from }) =>
      from.items.flatMap((item) => {
        const words = `${item.text.zh}|${item.text.en}`
        if (seen.has(words)) return []
        seen.add(words)
        return [{ source, item: plain(item), construct: from.constructs.find((one) => one.code === item.construct) ?? null }]
      }),
    )
    return { items }
  },
})

/** Without what only makes sense in the questionnaire it came from. */
function plain(item: Instrument['items'][number]): Instrument['items'][number] {
  const { block: _block, showIf: _showIf, scale: _scale, ...rest } = item
  return rest
}

export const compareQuestionnairesRoute = serve(compareQuestionnaires, {
  run: async ({ tx, institutionId, input }) => {
    const [before, after] = [
      await findQuestionnaire(tx, institutionId, input.before),
      await findQuestionnaire(tx, institutionId, input.questionnaireId),
    ]
    if (!before || !after) throw new Refusal('not-found')
    return { items: compareInstruments(before.instrument, after.instrument).map((line) => ({ ...line })) }
  },
})
