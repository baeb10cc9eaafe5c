import type { Actor } from '@milepost/access/actor'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { returnValue, verifyValues } from '@milepost/contract/run/values'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { saveChecks } from './checkData.ts'
import { listRevisions, type StoredValue } from './data.ts'
import { waitForOtherWriters } from './insertData.ts'
import { lockInForce } from './lockInForce.ts'
import { readMayVerify } from './mayVerify.ts'

/** Looks at many values at once; one's own are left for somebody else. */
export const verifyValuesRoute = serve(verifyValues, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const values = await read(tx, institutionId, input.valueIds)
    const mayVerify = await readMayVerify(tx, institutionId, actor, today)
    const others = values.filter((value) => mayVerify(value))
    if (others.length === 0) throw new Refusal(whyNone(values, actor))
    const by = { accountId: actor.accountId, name: actor.name, at: now }
    await saveChecks(tx, institutionId, { valueIds: others.map((one) => one.valueId), verdict: 'verified', note: input.note, by })
    audit({ kind: 'values', id: others[0]?.valueId ?? '', detail: { verified: others.length, left: values.length - others.length } })
    return { verified: others.length, ownLeft: values.length - others.length }
  },
})

export const returnValueRoute = serve(returnValue, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const value = await lockInForce(tx, institutionId, input.valueId)
    const mayVerify = await readMayVerify(tx, institutionId, actor, today)
    if (!mayVerify(value)) throw new Refusal(whyNone([value], actor))
    const by = { accountId: actor.accountId, name: actor.name, at: now }
    await saveChecks(tx, institutionId, { valueIds: [value.valueId], verdict: 'returned', note: input.reason, by })
    audit({ kind: 'value', id: value.valueId, detail: { period: value.periodCode, reason: input.reason } })
    return DONE
  },
})

/** Nothing of what was chosen may be verified by whoever asks: they recorded it, it is about themselves, or about units they do not head. */
function whyNone(values: readonly StoredValue[], { accountId, personId }: Actor) {
  const others = values.filter((value) => value.recordedByAccountId !== accountId)
  if (others.length === 0) return 'value-checked-by-recorder'
  const aboutSelf = others.some(({ holder }) => holder.kind === 'person' && holder.personId === personId)
  return aboutSelf ? 'value-about-oneself' : 'value-of-another-unit'
}

/** Only figures are verified: what does not apply is granted, what is suspended is not scored. */
async function read(tx: Tx, institutionId: string, valueIds: readonly string[]): Promise<StoredValue[]> {
  const values = await listRevisions(tx, institutionId, { valueIds })
  return values.filter((value) => value.state === 'reported' || value.state === 'estimated')
}
