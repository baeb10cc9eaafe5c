import { type GradeCeiling, gradeCeiling, type Sanction, sanctionKinds } from '@milepost/appraisal/gradeCeiling'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { groupedBy } from '../groupedBy.ts'
import { rulesOf } from '../rulePack.ts'
import { listSanctions } from './data.ts'

export type Ceilings = (personId: string) => GradeCeiling

/** The best grade that sanctions leave anybody in one year; those taken back no longer count. */
export async function readCeilings(
  tx: Tx,
  institutionId: string,
  { cycle, library }: { cycle: Pick<Cycle, 'year' | 'endsOn'>; library: Library },
): Promise<Ceilings> {
  const rules = rulesOf(library, cycle.endsOn).ceilings
  const inForce = (await listSanctions(tx, institutionId)).filter((row) => row.lifted_on === null)
  const byPerson = groupedBy(inForce, (row) => row.person_id)
  return (personId) => {
    const sanctions = (byPerson.get(personId) ?? []).flatMap((row): Sanction[] => {
      const kind = sanctionKinds.find((one) => one === row.kind)
      return kind ? [{ kind, decidedOn: row.decided_on, inForceUntil: row.in_force_until }] : []
    })
    return gradeCeiling(sanctions, cycle.year, rules)
  }
}
