import { randomUUID } from 'node:crypto'
import { enterPaper } from '@milepost/contract/diagnose/collection'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { putSheets } from '../ballots/ballotData.ts'
import { type FieldFault, readBallotAnswers } from '../ballots/readBallotAnswers.ts'
import type { NewSheet } from '../waves/data.ts'
import { findAsked } from '../waves/findAsked.ts'
import { storeAnswers } from '../waves/storedAnswers.ts'

type Stack = {
  readonly batch: string
  /** `no`: the number written on the sheet, where the stack is numbered. */
  readonly sheets: readonly { readonly stratum: string; readonly answers: Readonly<Record<string, string>>; readonly no?: number }[]
}

/** A stack of paper answers, typed in: all of it or nothing. */
export async function putPaper(
  tx: Tx,
  asked: Awaited<ReturnType<typeof findAsked>>,
  { batch, sheets }: Stack,
  today: string,
): Promise<void> {
  const { wave, questionnaire, strata } = asked
  if (wave.closed_on !== null) throw new Refusal('wave-closed')
  const faults: FieldFault[] = []
  const read = sheets.map((sheet, at): NewSheet => {
    const answered = readBallotAnswers(questionnaire.instrument, sheet.answers)
    const place = { zh: `第 ${at + 1} 份：`, en: `Sheet ${at + 1}: ` }
    if (!strata.some((one) => one.code === sheet.stratum))
      faults.push({ pointer: `/sheets/${at}/stratum`, zh: `${place.zh}没有这一层。`, en: `${place.en}there is no such level.` })
    for (const fault of answered.faults)
      faults.push({ pointer: `/sheets/${at}${fault.pointer}`, zh: place.zh + fault.zh, en: place.en + fault.en })
    return {
      sheetId: randomUUID(),
      stratum: sheet.stratum,
      answeredOn: today,
      sourceKey: randomUUID(),
      channel: 'paper',
      batch,
      paperNo: sheet.no ?? null,
      answers: storeAnswers(questionnaire.instrument, answered.answers),
      texts: answered.texts,
    }
  })
  if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
  await putSheets(tx, { institutionId: wave.institution_id, waveId: wave.wave_id }, read)
}

export const enterPaperRoute = serve(enterPaper, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    await putPaper(tx, await findAsked(tx, institutionId, input.waveId), input, today)
    audit({ kind: 'wave', id: input.waveId, detail: { batch: input.batch, sheets: input.sheets.length } })
    return { entered: input.sheets.length }
  },
})
