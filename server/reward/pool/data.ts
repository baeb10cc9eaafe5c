import { type PaySettings, paySettings } from '@milepost/contract/reward/factors'
import type { Tx } from '../../platform/database/database.ts'

export type Pool = {
  readonly poolId: string
  readonly cycleId: string
  readonly revision: number
  readonly name: { readonly zh: string; readonly en: string }
  readonly amountFen: number
  readonly reserveBp: number
  /** Leaders who must sign before it stands. */
  readonly signatures: number
  readonly settings: PaySettings
  readonly version: number
}

const poolOf = (row: Awaited<ReturnType<ReturnType<typeof selectPools>['execute']>>[number]): Pool => ({
  poolId: row.pool_id,
  cycleId: row.cycle_id,
  revision: row.revision,
  name: { zh: row.name_zh, en: row.name_en },
  amountFen: row.amount_fen,
  reserveBp: row.reserve_bp,
  signatures: row.signatures,
  settings: paySettings.parse(row.factors),
  version: row.version,
})

const selectPools = (tx: Tx, institutionId: string) => tx.selectFrom('pay_pool').selectAll().where('institution_id', '=', institutionId)

/** Newest first. */
export async function listPoolsOf(tx: Tx, institutionId: string, cycleId: string): Promise<Pool[]> {
  return (await selectPools(tx, institutionId).where('cycle_id', '=', cycleId).orderBy('revision', 'desc').execute()).map(poolOf)
}

export async function findPool(tx: Tx, institutionId: string, poolId: string): Promise<Pool | null> {
  const row = await selectPools(tx, institutionId).where('pool_id', '=', poolId).executeTakeFirst()
  return row ? poolOf(row) : null
}

/** The pool, held against a second writer until the act is done. */
export async function lockPool(tx: Tx, institutionId: string, poolId: string): Promise<Pool | null> {
  const row = await selectPools(tx, institutionId).where('pool_id', '=', poolId).forUpdate().executeTakeFirst()
  return row ? poolOf(row) : null
}

export async function insertPool(tx: Tx, institutionId: string, pool: Omit<Pool, 'version'> & { readonly by: string; readonly at: Date }) {
  await tx
    .insertInto('pay_pool')
    .values({
      institution_id: institutionId,
      pool_id: pool.poolId,
      cycle_id: pool.cycleId,
      revision: pool.revision,
      name_zh: pool.name.zh,
      name_en: pool.name.en,
      amount_fen: pool.amountFen,
      reserve_bp: pool.reserveBp,
      signatures: pool.signatures,
      factors: JSON.stringify(pool.settings),
      created_at: pool.at,
      created_by: pool.by,
    })
    .execute()
}

export async function changePool(tx: Tx, institutionId: string, pool: Omit<Pool, 'cycleId' | 'revision'>): Promise<void> {
  await tx
    .updateTable('pay_pool')
    .set({
      name_zh: pool.name.zh,
      name_en: pool.name.en,
      amount_fen: pool.amountFen,
      reserve_bp: pool.reserveBp,
      signatures: pool.signatures,
      factors: JSON.stringify(pool.settings),
      version: pool.version,
    })
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', pool.poolId)
    .execute()
}

export type Computation = {
  readonly poolId: string
  readonly no: number
  readonly amountFen: number
  readonly reserveFen: number
  readonly distributedFen: number
  readonly inputHash: string
  readonly computedAt: Date
  readonly computedBy: string
}

/** Of these pools, each pool's newest first. The inputs are large and stay where they are. */
export async function listComputations(tx: Tx, institutionId: string, poolIds: readonly string[]): Promise<Computation[]> {
  if (poolIds.length === 0) return []
  const rows = await tx
    .selectFrom('pay_computation')
    .select(['pool_id', 'computation_no', 'amount_fen', 'reserve_fen', 'distributed_fen', 'input_hash', 'computed_at', 'computed_by'])
    .where('institution_id', '=', institutionId)
    .where('pool_id', 'in', [...poolIds])
    .orderBy('computation_no', 'desc')
    .execute()
  return rows.map((row) => ({
    poolId: row.pool_id,
    no: row.computation_no,
    amountFen: row.amount_fen,
    reserveFen: row.reserve_fen,
    distributedFen: row.distributed_fen,
    inputHash: row.input_hash,
    computedAt: row.computed_at,
    computedBy: row.computed_by,
  }))
}

export type Approval = {
  readonly poolId: string
  readonly no: number
  readonly approvedAt: Date
  readonly approvedBy: string
  readonly reason: string
  /** The published factors it rests on. */
  readonly rulesVersion: number
}

export async function listApprovals(tx: Tx, institutionId: string, poolIds: readonly string[]): Promise<Approval[]> {
  if (poolIds.length === 0) return []
  const rows = await tx
    .selectFrom('pay_approval')
    .select(['pool_id', 'computation_no', 'approved_at', 'approved_by', 'reason', 'rules_version'])
    .where('institution_id', '=', institutionId)
    .where('pool_id', 'in', [...poolIds])
    .execute()
  return rows.map((row) => ({
    poolId: row.pool_id,
    no: row.computation_no,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    reason: row.reason,
    rulesVersion: row.rules_version,
  }))
}

export const findApproval = async (tx: Tx, institutionId: string, poolId: string): Promise<Approval | null> =>
  (await listApprovals(tx, institutionId, [poolId]))[0] ?? null

export async function insertApproval(
  tx: Tx,
  institutionId: string,
  approval: Approval & { readonly approvedByAccountId: string | null },
): Promise<void> {
  await tx
    .insertInto('pay_approval')
    .values({
      institution_id: institutionId,
      pool_id: approval.poolId,
      computation_no: approval.no,
      approved_at: approval.approvedAt,
      approved_by: approval.approvedBy,
      approved_by_account_id: approval.approvedByAccountId,
      reason: approval.reason,
      rules_version: approval.rulesVersion,
    })
    .execute()
}
