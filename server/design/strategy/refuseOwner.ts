import { Refusal } from '@milepost/contract/refusals'
import { findPerson } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'

/** An owner is somebody in service today; who has left can answer for nothing. */
export async function refuseOwner(
  tx: Tx,
  institutionId: string,
  { ownerPersonId, today }: { ownerPersonId: string | null; today: string },
) {
  if (ownerPersonId === null) return
  const person = await findPerson(tx, institutionId, ownerPersonId, today)
  if (person && (person.leftOn === null || person.leftOn >= today)) return
  throw new Refusal('input-invalid', { count: 1 }, [
    {
      pointer: '/ownerPersonId',
      zh: person ? `${person.name} 已离开本单位，请另选责任人。` : '没有此人，请重新选择责任人。',
      en: person ? `${person.name} has left the institution. Choose another owner.` : 'There is no such person. Choose the owner again.',
    },
  ])
}
