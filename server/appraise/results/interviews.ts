import { confirmInterview, recordInterview } from '@milepost/contract/appraise/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows } from '../data.ts'
import { listServices, saveInterview, setInterviewConfirmed } from './data.ts'

/** Art. 30, 31. */
export const needsPlan = (of: string | null): boolean => of === 'basic' || of === 'unqualified'

/** The head talks the result over with the person; after basic or unqualified there is a plan and a day. */
export const recordInterviewRoute = serve(recordInterview, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', input.personId).execute()
    if (!row) throw new Refusal('not-found')
    const service = (await listServices(tx, institutionId, input.cycleId)).get(row.appraisal_id)
    if (!service) throw new Refusal('result-not-served')
    if (input.heldOn < service.servedOn || input.heldOn > today)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/heldOn', zh: '面谈应在结果送达之后、今天之前。', en: 'It is held after the result was served and not after today.' },
      ])
    if (needsPlan(row.grade) && (input.improvementPlan.length < 10 || input.improveBy === null)) throw new Refusal('interview-plan-missing')
    const saved = await saveInterview(tx, { institutionId, appraisalId: row.appraisal_id, ...input, headName: actor.name, at: now })
    if (!saved) throw new Refusal('changed-meanwhile')
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { heldOn: input.heldOn } })
    return DONE
  },
})

export const confirmInterviewRoute = serve(confirmInterview, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    if (actor.personId === null) throw new Refusal('not-permitted')
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', actor.personId).execute()
    if (!row) throw new Refusal('not-found')
    const confirmed = { institutionId, appraisalId: row.appraisal_id, says: input.says, on: today }
    if (!(await setInterviewConfirmed(tx, confirmed))) throw new Refusal('not-found')
    audit({ kind: 'appraisal', id: row.appraisal_id })
    return DONE
  },
})
