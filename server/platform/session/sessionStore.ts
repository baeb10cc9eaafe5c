import type { Tx } from '../database/database.ts'
import { newToken, tokenHash } from './token.ts'

/** A working day, after which one signs in again however busy one was. */
const LONGEST_HOURS = 12

type Opening = { readonly institutionId: string; readonly accountId: string; readonly now: Date }

/** Opens a session and returns the token for the cookie. */
export async function openSession(tx: Tx, opening: Opening): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('account_session')
    .values({
      institution_id: opening.institutionId,
      token_hash: tokenHash(token),
      account_id: opening.accountId,
      started_at: opening.now,
      last_seen_at: opening.now,
      ends_at: new Date(opening.now.getTime() + LONGEST_HOURS * 3_600_000),
    })
    .execute()
  return token
}

type LookUp = { readonly institutionId: string; readonly token: string; readonly now: Date; readonly idleMinutes: number }

/** The account of a live session, or null. Notes at most once a minute that it was seen. */
export async function findSessionAccount(tx: Tx, lookUp: LookUp): Promise<string | null> {
  const hash = tokenHash(lookUp.token)
  const session = await tx
    .selectFrom('account_session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.institution_id', '=', 'account_session.institution_id')
        .onRef('account.account_id', '=', 'account_session.account_id'),
    )
    .select(['account_session.account_id', 'last_seen_at', 'ends_at', 'account.state'])
    .where('account_session.institution_id', '=', lookUp.institutionId)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  if (session?.state !== 'active' || session.ends_at <= lookUp.now) return null
  const idle = lookUp.now.getTime() - session.last_seen_at.getTime()
  if (idle > lookUp.idleMinutes * 60_000) return null
  if (idle > 60_000) {
    await tx
      .updateTable('account_session')
      .set({ last_seen_at: lookUp.now })
      .where('institution_id', '=', lookUp.institutionId)
      .where('token_hash', '=', hash)
      .execute()
  }
  return session.account_id
}

export async function endSession(tx: Tx, institutionId: string, token: string): Promise<void> {
  await tx.deleteFrom('account_session').where('institution_id', '=', institutionId).where('token_hash', '=', tokenHash(token)).execute()
}

/** After a change of password or roles, every open session of the account ends. */
export async function endSessionsOf(tx: Tx, institutionId: string, accountId: string): Promise<void> {
  await tx.deleteFrom('account_session').where('institution_id', '=', institutionId).where('account_id', '=', accountId).execute()
}
