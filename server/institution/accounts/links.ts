import type { Tx } from '../../platform/database/database.ts'
import { newToken, tokenHash } from '../../platform/session/token.ts'
import { inBatches } from '../importing/batches.ts'

/** One-time links: the token is given out once, the database keeps its hash. */

type Issuing = {
  readonly purpose: 'first-administrator' | 'set-password'
  /** null: the link itself makes the account. */
  readonly accountIds: readonly (string | null)[]
  readonly expiresAt: Date
}

/** Earlier links of the same accounts are spent: only the newest slip of paper works. Gives the tokens in the order asked. */
export async function insertLinks(
  tx: Tx,
  institutionId: string,
  { purpose, accountIds, expiresAt }: Issuing,
  now: Date,
): Promise<string[]> {
  const issued = accountIds.map((accountId) => ({ accountId, token: newToken() }))
  for (const batch of inBatches(issued)) {
    const known = batch.flatMap(({ accountId }) => (accountId === null ? [] : [accountId]))
    if (known.length > 0) await spendLinksOf(tx, institutionId, known, now)
    await tx
      .insertInto('account_link')
      .values(
        batch.map(({ accountId, token }) => ({
          institution_id: institutionId,
          token_hash: tokenHash(token),
          purpose,
          account_id: accountId,
          expires_at: expiresAt,
        })),
      )
      .execute()
  }
  return issued.map(({ token }) => token)
}

export async function spendLinksOf(tx: Tx, institutionId: string, accountIds: readonly string[], now: Date): Promise<void> {
  await tx
    .updateTable('account_link')
    .set({ used_at: now })
    .where('institution_id', '=', institutionId)
    .where('account_id', 'in', [...accountIds])
    .where('used_at', 'is', null)
    .execute()
}

/** Until when each account has a link that still works. */
export async function listLiveLinks(tx: Tx, institutionId: string, now: Date): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('account_link')
    .select(['account_id', 'expires_at'])
    .where('institution_id', '=', institutionId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return new Map(rows.flatMap((row) => (row.account_id === null ? [] : [[row.account_id, row.expires_at]])))
}
