import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { listActiveAccounts, listPeopleDuring, readHeads } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { StoredValue } from './data.ts'
import { readMayVerify } from './mayVerify.ts'

type Recorded = Pick<StoredValue, 'recordedByAccountId' | 'holder'>
/** The head who is waited for, and of which unit; null: the figure is the institution's, or it is about that head, who may also have recorded it, cannot sign in or is missing, and those above are waited for. */
export type HeadAsked = (value: Recorded) => { readonly unitId: string; readonly personId: string } | null

/** Who is waited for to look at a figure somebody recorded: first the head of the unit it is of. `unitOf`: the unit each person is counted in. */
export async function readHeadAsked(
  tx: Tx,
  institutionId: string,
  { today, unitOf }: { readonly today: string; readonly unitOf: ReadonlyMap<string, string> },
): Promise<HeadAsked> {
  const heads = await readHeads(tx, institutionId, today)
  const personOf = new Map<string, string | null>(
    (await listActiveAccounts(tx, institutionId)).map((account) => [account.accountId, account.personId]),
  )
  const canAct = new Set(personOf.values())
  return ({ holder, recordedByAccountId }) => {
    const unitId = holder.kind === 'unit' ? holder.unitId : holder.kind === 'person' ? unitOf.get(holder.personId) : undefined
    const head = unitId === undefined ? null : heads.headOfUnit(unitId)
    const recorder = recordedByAccountId === null ? null : personOf.get(recordedByAccountId)
    const isOwn = holder.kind === 'person' && holder.personId === head?.personId
    return unitId === undefined || head === null || isOwn || head.personId === recorder || !canAct.has(head.personId)
      ? null
      : { unitId, personId: head.personId }
  }
}

/** Whether a figure waits for this person now: for the head of its unit, and for those above only where no head below is asked. They may look at every figure all the same. */
export async function readWaitsFor(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<(value: Recorded) => boolean> {
  // most people verify nothing: their Today reads no lists for it
  if (!mayByRole(actor, 'value.verify')) return () => false
  const mayVerify = await readMayVerify(tx, institutionId, actor, today)
  const people = await listPeopleDuring(tx, institutionId, { from: today, to: today })
  const unitOf = new Map(people.map((person) => [person.personId, person.unitId]))
  const headAsked = await readHeadAsked(tx, institutionId, { today, unitOf })
  return (value) => {
    if (!mayVerify(value)) return false
    const head = headAsked(value)
    return head === null || head.personId === actor.personId
  }
}
