import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { notTheRecorder } from '@milepost/access/recordRules'
import { listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { StoredValue } from './data.ts'

export type MayVerify = (value: Pick<StoredValue, 'recordedByAccountId' | 'holder'>) => boolean

/** Never the recorder, and nobody a figure about themselves; a head looks at the figures of the own units and people, the office, leaders and discipline at all. */
export async function readMayVerify(tx: Tx, institutionId: string, actor: Actor, today: string): Promise<MayVerify> {
  if (!mayByRole(actor, 'value.verify')) return () => false
  const seesAll = actor.roles.some((role) => role !== 'unit-head' && role !== 'employee')
  const people = seesAll ? [] : await listPeopleDuring(tx, institutionId, { from: today, to: today })
  const unitOf = new Map(people.map((person) => [person.personId, person.unitId]))
  return ({ recordedByAccountId, holder }) => {
    if (!notTheRecorder(actor, { recordedByAccountId })) return false
    if (holder.kind === 'person' && holder.personId === actor.personId) return false
    if (seesAll) return true
    if (holder.kind === 'institution') return false
    const unitId = holder.kind === 'unit' ? holder.unitId : unitOf.get(holder.personId)
    return unitId !== undefined && actor.headedUnitIds.includes(unitId)
  }
}
