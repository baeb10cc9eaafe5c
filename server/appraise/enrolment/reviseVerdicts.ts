import { listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { isDecided } from '../data.ts'
import { listEnrolled, saveVerdicts } from './data.ts'
import { appraisalOf } from './openAppraisals.ts'
import { judgePeople } from './verdicts.ts'

type Revised = { readonly institutionId: string; readonly library: Library; readonly today: string; readonly personIds: readonly string[] }

/**
 * Something came on record: whoever it is about is judged anew in every cycle not yet decided. Where the verdict changes, a proposal
 * made on the old one falls away. Says how many appraisals changed.
 */
export async function reviseVerdicts(tx: Tx, { institutionId, library, personIds }: Revised): Promise<number> {
  let changed = 0
  for (const cycle of await listCycles(tx, institutionId)) {
    const enrolled = await listEnrolled(tx, institutionId, cycle.cycleId)
    const concerned = personIds.filter((personId) => !isDecided(enrolled.get(personId)?.state ?? 'final'))
    if (concerned.length === 0) continue
    const daysElsewhere = new Map([...enrolled].flatMap(([personId, { days }]) => (days === null ? [] : [[personId, days] as const])))
    const judged = await judgePeople(tx, { institutionId, cycle, library, daysElsewhere })
    const again = judged.flatMap((one) => {
      if (!concerned.includes(one.person.personId) || one.verdict.kind === 'undefined') return []
      return [appraisalOf(one, one.verdict, { cycle, daysElsewhere: daysElsewhere.get(one.person.personId) ?? null })]
    })
    changed += await saveVerdicts(tx, institutionId, again)
  }
  return changed
}
