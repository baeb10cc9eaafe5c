import { Refusal } from '@milepost/contract/refusals'
import { type PayBasis, payRunInput } from '@milepost/contract/reward/basis'
import { type Cycle, findCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { findApproval, lockPool, type Pool } from './data.ts'
import { mustCutOf } from './defaultSettings.ts'

/** A pool that may still be changed, held against a second writer; refused when it is gone or approved. */
export async function lockOpenPool(tx: Tx, institutionId: string, poolId: string): Promise<Pool> {
  const pool = await lockPool(tx, institutionId, poolId)
  if (!pool) throw new Refusal('not-found')
  if (await findApproval(tx, institutionId, poolId)) throw new Refusal('pool-approved')
  return pool
}

export async function cycleOf(tx: Tx, institutionId: string, cycleId: string): Promise<Cycle> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  return cycle
}

/** The rules of the year that is paid for. */
type PaidBy = { readonly library: Library; readonly cycle: Pick<Cycle, 'endsOn'> }

/** What the engine takes for this pool on this basis, and the hash that names it. */
export function runOf(pool: Pick<Pool, 'amountFen' | 'reserveBp' | 'settings'>, basis: PayBasis, { library, cycle }: PaidBy) {
  const input = payRunInput(basis, {
    amounts: pool,
    settings: pool.settings,
    mustCut: mustCutOf(library, cycle.endsOn).map(({ grade }) => grade),
  })
  return { input, hash: contentHash(input) }
}

/** How far the appraisal of the cycle is. */
export const readinessOf = ({ people }: Pick<PayBasis, 'people'>) => ({
  appraised: people.length,
  decided: people.filter((person) => person.grade !== null).length,
  final: people.filter((person) => person.isFinal).length,
})
