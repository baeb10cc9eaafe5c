import { type Cycle, listPeople } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listMembers, replaceMembers } from './data.ts'

/** The committee of one year for another, without those who have left; these are named, so that somebody takes their place. */
export async function copyCommittee(tx: Tx, institutionId: string, { from, to, today }: { from: Cycle; to: Cycle; today: string }) {
  const here = new Set((await listPeople(tx, institutionId, today)).map((one) => one.personId))
  const all = await listMembers(tx, institutionId, from.cycleId)
  const members = all.filter((one) => here.has(one.person_id))
  if (members.length > 0)
    await replaceMembers(tx, {
      institutionId,
      cycleId: to.cycleId,
      members: members.map((one) => ({ personId: one.person_id, memberClass: one.member_class })),
    })
  return { members: members.length, left: all.filter((one) => !here.has(one.person_id)).map((one) => one.name) }
}
