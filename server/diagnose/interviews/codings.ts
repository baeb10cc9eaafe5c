import { randomInt } from 'node:crypto'
import { applyCode, changeCoding, drawDoubleCoding, finishCoding, removeCoding } from '@milepost/contract/diagnose/interviews'
import { cutSentences } from '@milepost/contract/diagnose/sentences'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { codebookOf } from './codebook.ts'
import {
  deleteCoding,
  findCoding,
  findInterview,
  insertCoding,
  listFinished,
  listInterviewRows,
  setFinished,
  updateCoding,
  updateInterview,
} from './data.ts'

export const applyCodeRoute = serve(applyCode, {
  run: async ({ tx, institutionId, input, actor, library, audit }) => {
    const row = await findInterview(tx, institutionId, input.interviewId)
    if (!row || row.transcript === null || actor.accountId === null) throw new Refusal('not-found')
    await refuseFinished(tx, { institutionId, interviewId: input.interviewId, coderId: actor.accountId })
    const code = (await codebookOf(tx, institutionId, library)).find((one) => one.code === input.code && !one.retired)
    const answered = cutSentences(row.transcript).filter((one) => !one.asked)
    const fields = [
      ...(code
        ? []
        : [{ pointer: '/code', zh: '编码簿中没有这一编码，或已停用。', en: 'The codebook has no such code, or it is retired.' }]),
      ...(answered.some((one) => one.start < input.end && input.start < one.end)
        ? []
        : [{ pointer: '/start', zh: '所选位置不在受访者说的话里。', en: 'The passage holds nothing the interviewee said.' }]),
    ]
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    const codingId = await insertCoding(tx, {
      institution_id: institutionId,
      coding_id: newId(),
      interview_id: input.interviewId,
      coder_id: actor.accountId,
      coder_name: actor.name,
      code: input.code,
      start_at: input.start,
      end_at: Math.min(input.end, [...row.transcript].length),
      strength: input.strength,
      quotable: input.quotable,
    })
    audit({ kind: 'interview', id: input.interviewId, detail: { number: row.number, code: input.code } })
    return { codingId }
  },
})

export const changeCodingRoute = serve(changeCoding, {
  run: async ({ tx, institutionId, input, actor, audit }) => {
    const coding = await ownCoding(tx, { institutionId, codingId: input.codingId, coderId: actor.accountId })
    await updateCoding(tx, { institutionId, codingId: input.codingId }, { strength: input.strength, quotable: input.quotable })
    audit({ kind: 'interview', id: coding.interview_id, detail: { code: coding.code } })
    return DONE
  },
})

export const removeCodingRoute = serve(removeCoding, {
  run: async ({ tx, institutionId, input, actor, audit }) => {
    const coding = await ownCoding(tx, { institutionId, codingId: input.codingId, coderId: actor.accountId })
    await deleteCoding(tx, institutionId, input.codingId)
    audit({ kind: 'interview', id: coding.interview_id, detail: { code: coding.code } })
    return DONE
  },
})

export const finishCodingRoute = serve(finishCoding, {
  run: async ({ tx, institutionId, input, actor, audit }) => {
    const row = await findInterview(tx, institutionId, input.interviewId)
    if (!row || row.transcript === null || actor.accountId === null) throw new Refusal('not-found')
    const coder = { institutionId, interviewId: input.interviewId, coderId: actor.accountId, coderName: actor.name }
    await setFinished(tx, coder, input.finished)
    audit({ kind: 'interview', id: input.interviewId, detail: { number: row.number, finished: input.finished } })
    return DONE
  },
})

/** Draws by chance so many of the transcripts that the share of the guide is reached; what was drawn before stays drawn. */
export const drawDoubleCodingRoute = serve(drawDoubleCoding, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const rows = (await listInterviewRows(tx, institutionId, input.waveId)).filter((row) => row.transcript !== null)
    const wanted = Math.ceil(rows.length * Number(library.interviewGuide.doubleCoding.share))
    const waiting = rows.filter((row) => !row.double_coded)
    let missing = wanted - (rows.length - waiting.length)
    for (; missing > 0; missing--) {
      const [chosen] = waiting.splice(randomInt(waiting.length), 1)
      if (chosen) await updateInterview(tx, { institutionId, interviewId: chosen.interview_id }, { double_coded: true })
      if (chosen) chosen.double_coded = true
    }
    const drawn = rows.filter((row) => row.double_coded).map((row) => row.number)
    audit({ kind: 'wave', id: input.waveId, detail: { drawn } })
    return { drawn, transcripts: rows.length }
  },
})

/** One changes only what one coded oneself. */
async function ownCoding(tx: Tx, given: { institutionId: string; codingId: string; coderId: string | null }) {
  const coding = await findCoding(tx, given.institutionId, given.codingId)
  if (!coding || given.coderId === null) throw new Refusal('not-found')
  if (coding.coder_id !== given.coderId) throw new Refusal('not-permitted')
  await refuseFinished(tx, { ...given, interviewId: coding.interview_id, coderId: given.coderId })
  return coding
}

async function refuseFinished(tx: Tx, given: { institutionId: string; interviewId: string; coderId: string }) {
  const finished = await listFinished(tx, given.institutionId, [given.interviewId])
  if (finished.some((one) => one.coder_id === given.coderId)) throw new Refusal('coder-finished')
}
