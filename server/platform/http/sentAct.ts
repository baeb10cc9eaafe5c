import { sql } from 'kysely'
import type { Tx } from '../database/types.ts'

/** An act as its sender names it: the same key again is the same act, sent once more because its answer did not arrive. */
type SentAct = { readonly institutionId: string; readonly accountId: string; readonly act: string; readonly key: string }

/** The header the key comes in. Anything else than a short word is no key. */
export const ACT_KEY = 'x-milepost-act'
export const keyIn = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined

/** What the act was answered the first time; null: it is new, and is done now. Whoever comes while it is being done waits for its end. */
export async function answeredBefore(tx: Tx, sent: SentAct, now: Date): Promise<{ readonly answer: unknown } | null> {
  const { institutionId: institution_id, accountId: account_id, act, key } = sent
  const begun = await tx
    .insertInto('sent_act')
    .values({ institution_id, account_id, act, key, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (begun) return null
  return tx
    .selectFrom('sent_act')
    .select('answer')
    .where('institution_id', '=', institution_id)
    .where('account_id', '=', account_id)
    .where('act', '=', act)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
}

export async function keepAnswer(tx: Tx, sent: SentAct, answer: unknown): Promise<void> {
  await tx
    .updateTable('sent_act')
    .set({ answer: sql`${JSON.stringify(answer)}::jsonb` })
    .where('institution_id', '=', sent.institutionId)
    .where('account_id', '=', sent.accountId)
    .where('act', '=', sent.act)
    .where('key', '=', sent.key)
    .execute()
}

/** Nobody sends an act again after days. */
export async function forgetSentActs(tx: Tx, institutionId: string, before: Date): Promise<void> {
  await tx.deleteFrom('sent_act').where('institution_id', '=', institutionId).where('sent_at', '<', before).execute()
}
