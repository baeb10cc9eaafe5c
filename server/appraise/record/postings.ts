import { endPosting, postingKind, readPostings, recordPosting } from '@milepost/contract/appraise/standing'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { reviseVerdicts } from '../enrolment/reviseVerdicts.ts'
import { requirePerson } from './sanctions.ts'
import { insertPosting, listPostings, setPostingEnded } from './standingData.ts'

export const readPostingsRoute = serve(readPostings, {
  run: async ({ tx, institutionId }) => ({
    postings: (await listPostings(tx, institutionId)).map((row) => ({
      postingId: row.posting_id,
      personId: row.person_id,
      name: row.name,
      employeeNo: row.employee_no,
      kind: postingKind.parse(row.kind),
      host: row.host,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      recordedBy: row.recorded_by,
    })),
  }),
})

/** Art. 38: who grades somebody sent away depends on where, why and how long. */
export const recordPostingRoute = serve(recordPosting, {
  run: async ({ tx, institutionId, input, library, today, now, actor, audit }) => {
    await requirePerson(tx, institutionId, input.personId, today)
    if (input.endsOn !== null && input.endsOn < input.startsOn)
      throw new Refusal('input-invalid', { count: 1 }, [
        { pointer: '/endsOn', zh: '结束日期早于开始日期。', en: 'It ends before it begins.' },
      ])
    const postingId = newId()
    await insertPosting(tx, { institutionId, postingId, ...input, by: actor.name, at: now })
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [input.personId] })
    audit({ kind: 'posting', id: postingId, detail: { personId: input.personId, kind: input.kind, revised } })
    return { postingId }
  },
})

export const endPostingRoute = serve(endPosting, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const personId = await setPostingEnded(tx, { institutionId, postingId: input.postingId, on: input.endsOn })
    if (personId === undefined) throw new Refusal('not-found')
    const revised = await reviseVerdicts(tx, { institutionId, library, today, personIds: [personId] })
    audit({ kind: 'posting', id: input.postingId, detail: { personId, revised } })
    return DONE
  },
})
