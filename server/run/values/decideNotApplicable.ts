import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { declineNotApplicable, grantNotApplicable } from '@milepost/contract/run/values'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listRevisions } from './data.ts'
import { insertRevisions } from './insertData.ts'
import { lockInForce } from './lockInForce.ts'
import { readMayVerify } from './mayVerify.ts'

const NOTHING = { actual: null, numerator: null, denominator: null, n: null, detail: null } as const

/** Two pairs of eyes: whoever asked for it may not grant it; a head decides for the own units and people alone. */
async function subjectOf(tx: Tx, institutionId: string, valueId: string) {
  const [value] = await listRevisions(tx, institutionId, { valueId })
  return value ? { recordedByAccountId: value.recordedByAccountId } : null
}

export const grantNotApplicableRoute = serve(grantNotApplicable, {
  subject: ({ tx, institutionId, input }) => subjectOf(tx, institutionId, input.valueId),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const value = await lockInForce(tx, institutionId, input.valueId)
    if (!(await readMayVerify(tx, institutionId, actor, today))(value)) throw new Refusal('value-of-another-unit')
    if (value.state !== 'not-applicable-asked') throw new Refusal('value-not-asked')
    const { measureId, periodId, holder, source, revision, recordedAt, recordedByAccountId, recordedBy } = value
    const note = input.note === '' ? value.note : input.note
    const granted = { by: actor.name, at: now }
    await insertRevisions(tx, institutionId, [
      {
        measureId,
        periodId,
        holder,
        ...NOTHING,
        state: 'not-applicable',
        note,
        source,
        revision: revision + 1,
        recordedAt,
        recordedByAccountId,
        recordedBy,
        granted,
      },
    ])
    audit({ kind: 'value', id: value.valueId, detail: { period: value.periodCode, askedBy: recordedBy } })
    return DONE
  },
})

export const declineNotApplicableRoute = serve(declineNotApplicable, {
  subject: ({ tx, institutionId, input }) => subjectOf(tx, institutionId, input.valueId),
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const value = await lockInForce(tx, institutionId, input.valueId)
    if (!(await readMayVerify(tx, institutionId, actor, today))(value)) throw new Refusal('value-of-another-unit')
    if (value.state !== 'not-applicable-asked') throw new Refusal('value-not-asked')
    const { measureId, periodId, holder, revision } = value
    const by = { recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name }
    await insertRevisions(tx, institutionId, [
      { measureId, periodId, holder, ...NOTHING, ...by, state: 'withdrawn', note: input.reason, source: 'entry', revision: revision + 1 },
    ])
    audit({ kind: 'value', id: value.valueId, detail: { period: value.periodCode, reason: input.reason } })
    return DONE
  },
})
