import { randomUUID } from 'node:crypto'
import { enterPaper } from '@milepost/contract/diagnose/collection'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { putSheets } from '../ballots/ballotData.ts'
import { type FieldFault, readBallotAnswers } from '../ballots/readBallotAnswers.ts'
import type { NewSheet } from '../waves/data.ts'
import { findAsked } from '../waves/findAsked.ts'
import { storeAnswers } from '../waves/storedAnswers.ts'

/** A stack of paper answers, typed in: all of it or nothing. */
export const enterPaperRoute = serve(enterPaper, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { wave, questionnaire, strata } = await findAsked(tx, institutionId, input.waveId)
    if (wave.closed_on !== null) throw new Refusal('wave-closed')
    const faults: FieldFault[] = []
    const sheets = input.sheets.map((sheet, at): NewSheet => {
      const read = readBallotAnswers(questionnaire.instrument, sheet.answers)
      const place = { zh: `第 ${at + 1} 份：`, en: `Sheet ${at + 1}: ` }
      if (!strata.some((one) => one.code === sheet.stratum))
        faults.push({ pointer: `/sheets/${at}/stratum`, zh: `${place.zh}没有这一层。`, en: `${place.en}there is no such level.` })
      for (const fault of read.faults)
        faults.push({ pointer: `/sheets/${at}${fault.pointer}`, zh: place.zh + fault.zh, en: place.en + fault.en })
      const { answers, texts } = read
      return {
        sheetId: randomUUID(),
        stratum: sheet.stratum,
        answeredOn: today,
        sourceKey: randomUUID(),
        channel: 'paper',
        batch: input.batch,
        answers: storeAnswers(questionnaire.instrument, answers),
        texts,
      }
    })
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    await putSheets(tx, { institutionId, waveId: wave.wave_id }, sheets)
    audit({ kind: 'wave', id: wave.wave_id, detail: { batch: input.batch, sheets: sheets.length } })
    return { entered: sheets.length }
  },
})
