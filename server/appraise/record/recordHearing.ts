import { recordHearing } from '@milepost/contract/appraise/standing'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow, isDecided } from '../data.ts'
import { saveHearing } from './standingData.ts'

/** What the former unit or the host says; without it the grade of somebody who came or was sent is not decided. */
export const recordHearingRoute = serve(recordHearing, {
  run: async ({ tx, institutionId, input, today, now, actor, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!row) throw new Refusal('not-found')
    if (isDecided(row.state)) throw new Refusal('grades-already-decided')
    if (input.heardOn > today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/heardOn', zh: '日期不能晚于今天。', en: 'The day lies in the future.' },
      ])
    await saveHearing(tx, { institutionId, ...input, by: actor.name, at: now })
    audit({ kind: 'appraisal', id: input.appraisalId, detail: { heard: input.heard } })
    return DONE
  },
})
