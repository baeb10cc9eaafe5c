import { correctGrade } from '@milepost/contract/appraise/reopenings'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findAppraisalRow } from '../data.ts'
import { changeGrade } from '../results/changeGrade.ts'
import { committeeActs } from '../results/committeeActs.ts'

/** An error found after the grade is final: the committee alone corrects it, with the evidence, under the same ceiling and seats; it is served anew. */
export const correctGradeRoute = serve(correctGrade, {
  run: async ({ tx, institutionId, input, library, now, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    if (!row) throw new Refusal('not-found')
    if (row.state !== 'final') throw new Refusal('correction-before-final')
    if (row.grade === input.grade) throw new Refusal('correction-changes-nothing')
    const deciders = await committeeActs(tx, { institutionId, library, appraisal: row, grade: input.grade, present: input.present })
    await changeGrade(tx, {
      institutionId,
      appraisalId: row.appraisal_id,
      to: input.grade,
      because: 'correction',
      reason: `${input.reason}（${input.document}）`,
      decidedBy: deciders,
      at: now,
    })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { from: row.grade, to: input.grade, document: input.document } })
    return DONE
  },
})
