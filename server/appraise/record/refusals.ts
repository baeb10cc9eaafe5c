import { recordRefusal, withdrawRefusal } from '@milepost/contract/appraise/standing'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { appraisalRows, isDecided } from '../data.ts'
import { reviseVerdicts } from '../enrolment/reviseVerdicts.ts'
import { deleteRefusal, saveRefusal } from './standingData.ts'

/** Art. 44: unqualified directly, but only after two reminders in writing and a talk, each on its day. */
export const recordRefusalRoute = serve(recordRefusal, {
  run: async ({ tx, institutionId, input, library, today, now, actor, audit }) => {
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', input.personId).execute()
    if (!row) throw new Refusal('not-found')
    if (isDecided(row.state)) throw new Refusal('grades-already-decided')
    const faults: InvalidField[] = []
    const say = (field: string, zh: string, en: string) => faults.push({ pointer: `/${field}`, zh, en })
    if (input.secondNoticeOn <= input.firstNoticeOn)
      say('secondNoticeOn', '第二次通知应晚于第一次。', 'The second reminder comes after the first.')
    if (input.talkedOn < input.firstNoticeOn) say('talkedOn', '谈话应在通知之后。', 'The talk comes after the first reminder.')
    for (const field of ['firstNoticeOn', 'secondNoticeOn', 'talkedOn'] as const)
      if (input[field] > today) say(field, '日期不能晚于今天。', 'The day lies in the future.')
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    await saveRefusal(tx, { institutionId, ...input, by: actor.name, at: now })
    await reviseVerdicts(tx, { institutionId, library, today, personIds: [input.personId] })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { personId: input.personId } })
    return DONE
  },
})

export const withdrawRefusalRoute = serve(withdrawRefusal, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const [row] = await appraisalRows(tx, institutionId, input.cycleId).where('appraisal.person_id', '=', input.personId).execute()
    if (row && isDecided(row.state)) throw new Refusal('grades-already-decided')
    if (!row || !(await deleteRefusal(tx, { institutionId, ...input }))) throw new Refusal('not-found')
    await reviseVerdicts(tx, { institutionId, library, today, personIds: [input.personId] })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { personId: input.personId } })
    return DONE
  },
})
