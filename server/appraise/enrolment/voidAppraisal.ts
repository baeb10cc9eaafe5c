import { voidAppraisal } from '@milepost/contract/appraise/history'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findPerson } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow, isDecided, lockCycle } from '../data.ts'
import { setVoid } from './data.ts'

/** Out of the candidates and out of the lists, kept with its reason. Who left after the year is still appraised for it; a decided appraisal is never voided. */
export const voidAppraisalRoute = serve(voidAppraisal, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    const cycle = row && (await findCycle(tx, institutionId, row.cycle_id))
    if (!row || !cycle) throw new Refusal('not-found')
    await lockCycle(tx, institutionId, row.cycle_id)
    if (isDecided(row.state)) throw new Refusal('grades-already-decided')
    const person = await findPerson(tx, institutionId, row.person_id, today)
    if (input.because === 'left' && person?.leftOn == null) throw new Refusal('void-not-left')
    await setVoid(tx, { institutionId, appraisalId: row.appraisal_id, reason: `${input.because}: ${input.note}` })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { because: input.because, note: input.note } })
    return DONE
  },
})
