import { readSelfReport, saveSelfReport, submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Call } from '../../platform/http/call.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows } from '../data.ts'
import { findReport, saveReport } from './data.ts'
import { materialOf } from './material.ts'

const isOpen = (state: string) => state === 'enrolled' || state === 'scored'

export const readSelfReportRoute = serve(readSelfReport, {
  run: async (call) => {
    const { tx, institutionId, input, today } = call
    const row = await ownRow(call)
    if (!row) return { appraisalId: null, body: {}, savedAt: null, submittedAt: null, material: [], open: false }
    const report = await findReport(tx, institutionId, row.appraisal_id)
    return {
      appraisalId: row.appraisal_id,
      body: report?.body ?? {},
      savedAt: report?.savedAt.toISOString() ?? null,
      submittedAt: report?.submittedAt?.toISOString() ?? null,
      material: await materialOf(tx, { institutionId, cycleId: input.cycleId, personId: row.person_id, today }),
      open: isOpen(row.state),
    }
  },
})

type Own = Pick<Call<typeof readSelfReport>, 'tx' | 'institutionId' | 'actor'> & { readonly input: { readonly cycleId: string } }

async function ownRow({ tx, institutionId, input, actor }: Own) {
  if (actor.personId === null) return undefined
  const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', actor.personId).execute()
  return row
}

/** The row while it may still be written to. */
async function openRow(call: Own) {
  const row = await ownRow(call)
  if (!row) throw new Refusal('not-found')
  if (!isOpen(row.state)) throw new Refusal('ratings-locked')
  return row
}

/** A draft that was handed in before becomes a draft again only by handing it in anew: what raters read does not change under them. */
export const saveSelfReportRoute = serve(saveSelfReport, {
  run: async (call) => {
    const { tx, institutionId, input, now } = call
    const row = await openRow(call)
    if ((await findReport(tx, institutionId, row.appraisal_id))?.submittedAt) throw new Refusal('report-handed-in')
    await saveReport(tx, { institutionId, appraisalId: row.appraisal_id, body: input.body, at: now, submitted: false })
    return { savedAt: now.toISOString() }
  },
})

export const submitSelfReportRoute = serve(submitSelfReport, {
  run: async (call) => {
    const { tx, institutionId, input, now, audit } = call
    const row = await openRow(call)
    if ((input.body.results ?? '').trim().length < 10)
      throw new Refusal('input-invalid', { count: 1 }, [
        {
          pointer: '/body/results',
          zh: '请写明本年度工作实绩（至少 10 字）。',
          en: 'Say what you achieved this year (at least 10 characters).',
        },
      ])
    await saveReport(tx, { institutionId, appraisalId: row.appraisal_id, body: input.body, at: now, submitted: true })
    audit({ kind: 'appraisal', id: row.appraisal_id })
    return DONE
  },
})
