/** What later rooms may read of the reward. Everything here is read inside the caller's transaction. */
import type { Tx } from '../platform/database/database.ts'
import { readRunInput } from './correction/data.ts'
import { approvedLinesOf, approvedPools, type PayLineView } from './outcome/approvedLines.ts'
import { listRules } from './rules/data.ts'
import { type Credit, listCredits } from './training/data.ts'

export { conditionsOf } from './conditionsOf.ts'
export { storedRun } from './correction/storedRun.ts'
export type { PayLineView } from './outcome/approvedLines.ts'
export { payFromOf } from './outcome/payFrom.ts'
export { tasksOf } from './tasksOf.ts'

export type ApprovedPay = {
  readonly poolId: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly amountFen: number
  readonly reserveFen: number
  readonly distributedFen: number
  readonly approvedAt: Date
  readonly approvedBy: string
}

/** The approved pools of a cycle, newest first; empty while none is approved. */
export async function payPoolOf(tx: Tx, institutionId: string, cycleId: string): Promise<ApprovedPay[]> {
  return (await approvedPools(tx, institutionId, cycleId)).map(({ pool, approval, computation }) => ({
    poolId: pool.poolId,
    name: pool.name,
    amountFen: computation.amountFen,
    reserveFen: computation.reserveFen,
    distributedFen: computation.distributedFen,
    approvedAt: approval.approvedAt,
    approvedBy: approval.approvedBy,
  }))
}

/** The factor of each grade in the newest approved pool of a cycle; null while none is approved. */
export async function payFactorsOf(tx: Tx, institutionId: string, cycleId: string) {
  const [newest] = await approvedPools(tx, institutionId, cycleId)
  return newest?.pool.settings.grades ?? null
}

/** When the rules by which pay is shared were first published; null: never. */
export async function payRulesPublishedAt(tx: Tx, institutionId: string): Promise<Date | null> {
  return (await listRules(tx, institutionId)).at(-1)?.publishedAt ?? null
}

/** Every course a person has finished, newest first. */
export const creditsOf = (tx: Tx, institutionId: string, personId: string): Promise<Credit[]> =>
  listCredits(tx, institutionId, { from: '0001-01-01', to: '9999-12-31', personId })

/** What the computation of every approved pool of a cycle was made from. */
export async function paidInputs(tx: Tx, institutionId: string, cycleId: string) {
  const found = []
  for (const { pool, approval } of await approvedPools(tx, institutionId, cycleId))
    found.push({ name: pool.name, input: await readRunInput(tx, institutionId, approval) })
  return found
}

/** One person's line of every approved pool of a cycle, each explained step by step. */
export const payLineOf = (tx: Tx, institutionId: string, cycleId: string, personId: string): Promise<PayLineView[]> =>
  approvedLinesOf(tx, institutionId, cycleId, personId)
