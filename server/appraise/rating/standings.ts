import { listAssignments, readHeads } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Standing } from './raterGroup.ts'

/** Who stands above whom on a day, for as many people as are asked about. */
export async function readStandings(
  tx: Tx,
  institutionId: string,
  people: readonly { personId: string; unitId: string }[],
  on: string,
): Promise<Standing[]> {
  const { headOf } = await readHeads(tx, institutionId, on)
  const held = await listAssignments(tx, institutionId, { from: on, to: on })
  const headed = new Map<string, string[]>()
  for (const one of held) if (one.isHead) headed.set(one.personId, [...(headed.get(one.personId) ?? []), one.unitId])
  return people.map((person) => ({ ...person, headPersonId: headOf(person)?.personId ?? null, heads: headed.get(person.personId) ?? [] }))
}
