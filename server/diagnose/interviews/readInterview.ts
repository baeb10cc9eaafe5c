import { readInterview } from '@milepost/contract/diagnose/interviews'
import { cutSentences, passageOf } from '@milepost/contract/diagnose/sentences'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { listStrata } from '../waves/data.ts'
import { codebookOf } from './codebook.ts'
import { findInterview, listCodings, listFinished } from './data.ts'
import { linesOf } from './interviews.ts'

export const readInterviewRoute = serve(readInterview, {
  run: async ({ tx, institutionId, input, actor, library: lib }) => {
    const row = await findInterview(tx, institutionId, input.interviewId)
    const role = lib.interviewGuide.roles.find((one) => one.code === row?.role) ?? lib.interviewGuide.roles[0]
    const [interview] = row ? await linesOf(tx, institutionId, [row]) : []
    if (!row || !interview || !role) throw new Refusal('not-found')
    const stratum = (await listStrata(tx, institutionId, [row.wave_id])).find((one) => one.code === row.stratum_code)
    const codings = await listCodings(tx, institutionId, [input.interviewId])
    const finished = await listFinished(tx, institutionId, [input.interviewId])
    const isMine = (one: { coder_id: string }) => one.coder_id === actor.accountId
    // two coders are independent only while neither sees what the other did
    const othersHidden = row.double_coded && !(finished.some(isMine) && finished.length > 1)
    const text = row.transcript
    return {
      interview,
      stratumName: { zh: stratum?.name_zh ?? row.stratum_code, en: stratum?.name_en || stratum?.name_zh || row.stratum_code },
      role,
      consentWords: lib.interviewGuide.consent,
      questions: role.questions.flatMap((number) => lib.interviewGuide.questions.filter((one) => one.number === number)),
      language: row.language as 'zh' | 'en' | null,
      revision: row.revision,
      text,
      sentences: text === null ? [] : cutSentences(text).map((one) => ({ ...one })),
      codes: await codebookOf(tx, institutionId, lib),
      codings: codings
        .filter((one) => isMine(one) || !othersHidden)
        .map((one) => ({
          codingId: one.coding_id,
          code: one.code,
          start: one.start_at,
          end: one.end_at,
          text: passageOf(text ?? '', one.start_at, one.end_at),
          strength: one.strength,
          quotable: one.quotable,
          coder: one.coder_name,
          mine: isMine(one),
        })),
      finished: finished.some(isMine),
      othersHidden: othersHidden && codings.some((one) => !isMine(one)),
    }
  },
})
