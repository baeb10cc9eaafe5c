import { changeInterview, type interviewLine, listInterviews, planInterview, recordConsent } from '@milepost/contract/diagnose/interviews'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { findWave, listStrata } from '../waves/data.ts'
import {
  deleteCodingsOf,
  findInterview,
  type InterviewRow,
  insertInterview,
  listCodings,
  listFinished,
  listInterviewRows,
  updateInterview,
  updatePlan,
} from './data.ts'

type Line = z.infer<typeof interviewLine>

export const listInterviewsRoute = serve(listInterviews, {
  run: async ({ tx, institutionId, input, library: { interviewGuide } }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    const rows = await listInterviewRows(tx, institutionId, input.waveId)
    const strata = await listStrata(tx, institutionId, [input.waveId])
    return {
      wave: { zh: wave.name_zh, en: wave.name_en },
      interviews: await linesOf(tx, institutionId, rows),
      strata: strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en || one.name_zh } })),
      roles: interviewGuide.roles,
      sample: interviewGuide.sample,
      doubleCoding: { share: Number(interviewGuide.doubleCoding.share), leastKappa: Number(interviewGuide.doubleCoding.leastKappa) },
    }
  },
})

/** Interviews with who has coded them and who has finished. */
export async function linesOf(tx: Tx, institutionId: string, rows: readonly InterviewRow[]): Promise<Line[]> {
  const ids = rows.map((row) => row.interview_id)
  const codings = await listCodings(tx, institutionId, ids)
  const finished = await listFinished(tx, institutionId, ids)
  return rows.map((row) => {
    const done = finished.filter((one) => one.interview_id === row.interview_id)
    const coders = new Map([
      ...codings.filter((one) => one.interview_id === row.interview_id).map((one) => [one.coder_id, one.coder_name] as const),
      ...done.map((one) => [one.coder_id, one.coder_name] as const),
    ])
    return {
      interviewId: row.interview_id,
      waveId: row.wave_id,
      number: row.number,
      stratum: row.stratum_code,
      role: row.role,
      plannedOn: row.planned_on,
      place: row.place,
      interviewer: row.interviewer,
      arrangement: row.arrangement,
      consent: row.consent,
      heldOn: row.held_on,
      hasTranscript: row.transcript !== null,
      doubleCoded: row.double_coded,
      coders: [...coders].map(([coderId, name]) => ({ name, finished: done.some((one) => one.coder_id === coderId) })),
    }
  })
}

export const planInterviewRoute = serve(planInterview, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    if (!(await findWave(tx, institutionId, input.waveId))) throw new Refusal('not-found')
    await refuseUnknown(tx, institutionId, { ...input, library })
    const number = Math.max(0, ...(await listInterviewRows(tx, institutionId, input.waveId)).map((row) => row.number)) + 1
    const interviewId = newId()
    await insertInterview(tx, { institutionId, interviewId, number, ...input })
    audit({ kind: 'interview', id: interviewId, detail: { number } })
    return { interviewId, number }
  },
})

export const changeInterviewRoute = serve(changeInterview, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const row = await findInterview(tx, institutionId, input.interviewId)
    if (!row) throw new Refusal('not-found')
    await refuseUnknown(tx, institutionId, { ...input, waveId: row.wave_id, library })
    if (row.transcript !== null && (row.stratum_code !== input.stratum || row.role !== input.role)) throw new Refusal('interview-held')
    // once consent is on record there is no longer a reason to keep whom to ring
    await updatePlan(tx, { institutionId, ...input, arrangement: row.consent === null ? input.arrangement : '' })
    audit({ kind: 'interview', id: input.interviewId, detail: { number: row.number } })
    return DONE
  },
})

export const recordConsentRoute = serve(recordConsent, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const row = await findInterview(tx, institutionId, input.interviewId)
    if (!row) throw new Refusal('not-found')
    if (input.heldOn > today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/heldOn', zh: '访谈日期不能晚于今天。', en: 'The day of the interview cannot lie ahead.' },
      ])
    const erased = !input.given && row.transcript !== null
    if (erased) await deleteCodingsOf(tx, institutionId, input.interviewId)
    await updateInterview(
      tx,
      { institutionId, interviewId: input.interviewId },
      {
        consent: input.given,
        consent_by: actor.name,
        held_on: input.heldOn,
        arrangement: '',
        ...(erased ? { transcript: null, revision: row.revision + 1, double_coded: false } : {}),
      },
    )
    audit({ kind: 'interview', id: input.interviewId, detail: { number: row.number, given: input.given, erased } })
    return { erased }
  },
})

async function refuseUnknown(tx: Tx, institutionId: string, given: { waveId: string; stratum: string; role: string; library: Library }) {
  const strata = await listStrata(tx, institutionId, [given.waveId])
  const fields = [
    ...(strata.some((one) => one.code === given.stratum)
      ? []
      : [{ pointer: '/stratum', zh: '本轮次没有这一层。', en: 'The wave has no such stratum.' }]),
    ...(given.library.interviewGuide.roles.some((one) => one.code === given.role)
      ? []
      : [{ pointer: '/role', zh: '提纲中没有这一角色。', en: 'The guide has no such role.' }]),
  ]
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}
