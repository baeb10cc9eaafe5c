import { supplyGrade } from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow, isDecided } from '../data.ts'
import { listInvestigations } from '../record/data.ts'
import { changeGrade } from './changeGrade.ts'
import { committeeActs } from './committeeActs.ts'

/** Art. 42: once the case is closed without a sanction or with one that leaves a grade, the committee supplies it, under the same seats. */
export const supplyGradeRoute = serve(supplyGrade, {
  run: async ({ tx, institutionId, input, library, now, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!row) throw new Refusal('not-found')
    const isOpen = (await listInvestigations(tx, institutionId)).some((one) => one.person_id === row.person_id && one.closed_on === null)
    if (!isDecided(row.state) || row.participation !== 'none-yet' || row.grade !== 'ungraded' || isOpen)
      throw new Refusal('late-grade-not-open')
    const deciders = await committeeActs(tx, { institutionId, library, appraisal: row, grade: input.grade, present: input.present })
    await changeGrade(tx, {
      institutionId,
      appraisalId: row.appraisal_id,
      to: input.grade,
      because: 'late-determination',
      reason: input.reason,
      decidedBy: deciders,
      at: now,
    })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { grade: input.grade, deciders: deciders.length } })
    return DONE
  },
})
