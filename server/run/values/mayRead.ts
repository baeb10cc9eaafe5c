import type { Actor } from '@milepost/access/actor'
import { selfHeadOrOffice } from '@milepost/access/recordRules'
import type { Holder } from '@milepost/contract/run/holder'
import { listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'

/** May the actor see this holder's values? Those of institution and units are open to all staff; a person's to that person, the head and the office. */
export type MayRead = (holder: Holder) => boolean

export async function readMayRead(tx: Tx, institutionId: string, actor: Actor, days: { from: string; to: string }): Promise<MayRead> {
  const unitOf = new Map((await listPeopleDuring(tx, institutionId, days)).map((person) => [person.personId, person.unitId]))
  return (holder) =>
    holder.kind !== 'person' || selfHeadOrOffice(actor, { personId: holder.personId, unitId: unitOf.get(holder.personId) ?? null })
}
