import type { Tx } from '../../platform/database/database.ts'

export type Signature = {
  readonly accountId: string
  readonly signedBy: string
  readonly signedAt: Date
  readonly reason: string
}

type Computed = { readonly poolId: string; readonly no: number }

/** Who has signed a computation, in order. */
export async function listSignatures(tx: Tx, institutionId: string, { poolId, no }: Computed): Promise<Signature[]> {
  const rows = await tx
    .selectFrom('pay_signature')
    .select(['account_id', 'signed_by', 'signed_at', 'reason'])
    .where('institution_id', '=', institutionId)
    .where('pool_id', '=', poolId)
    .where('computation_no', '=', no)
    .orderBy('signed_at')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, signedBy: row.signed_by, signedAt: row.signed_at, reason: row.reason }))
}

/** Pools of which this account has signed this computation, for telling nobody to sign twice. */
export async function signedBy(tx: Tx, institutionId: string, accountId: string): Promise<Computed[]> {
  const rows = await tx
    .selectFrom('pay_signature')
    .select(['pool_id', 'computation_no'])
    .where('institution_id', '=', institutionId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map((row) => ({ poolId: row.pool_id, no: row.computation_no }))
}

export async function insertSignature(tx: Tx, institutionId: string, given: Signature & Computed): Promise<void> {
  await tx
    .insertInto('pay_signature')
    .values({
      institution_id: institutionId,
      pool_id: given.poolId,
      computation_no: given.no,
      account_id: given.accountId,
      signed_by: given.signedBy,
      signed_at: given.signedAt,
      reason: given.reason,
    })
    .execute()
}
