import { type NoticeBody, noticeBody } from '@milepost/contract/open/privacy'
import type { Tx } from '../../platform/database/database.ts'

export type Notice = { readonly version: number; readonly body: NoticeBody; readonly publishedAt: Date; readonly publishedBy: string }

export async function findNotice(tx: Tx, institutionId: string): Promise<Notice | null> {
  const row = await tx
    .selectFrom('privacy_notice')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? { version: row.version, body: noticeBody.parse(row.body), publishedAt: row.published_at, publishedBy: row.published_by }
    : null
}

export async function insertNotice(tx: Tx, institutionId: string, notice: Notice): Promise<void> {
  await tx
    .insertInto('privacy_notice')
    .values({
      institution_id: institutionId,
      version: notice.version,
      body: JSON.stringify(notice.body),
      published_at: notice.publishedAt,
      published_by: notice.publishedBy,
    })
    .execute()
}

/** When an account confirmed a version; null: not yet. */
export async function findReceipt(tx: Tx, institutionId: string, of: { version: number; accountId: string }): Promise<Date | null> {
  const row = await tx
    .selectFrom('notice_receipt')
    .select('read_at')
    .where('institution_id', '=', institutionId)
    .where('version', '=', of.version)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst()
  return row?.read_at ?? null
}

/** Is the newest version still to be confirmed by this account? One read, since every first page asks it. */
export async function isNoticeUnread(tx: Tx, institutionId: string, accountId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('privacy_notice as notice')
    .leftJoin('notice_receipt as receipt', (join) =>
      join
        .onRef('receipt.institution_id', '=', 'notice.institution_id')
        .onRef('receipt.version', '=', 'notice.version')
        .on('receipt.account_id', '=', accountId),
    )
    .select(['notice.version', 'receipt.read_at'])
    .where('notice.institution_id', '=', institutionId)
    .orderBy('notice.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined && row.read_at === null
}

/** Confirming twice changes nothing: the first time counts. */
export async function insertReceipt(
  tx: Tx,
  institutionId: string,
  receipt: { version: number; accountId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('notice_receipt')
    .values({ institution_id: institutionId, version: receipt.version, account_id: receipt.accountId, read_at: receipt.at })
    .onConflict((on) => on.columns(['institution_id', 'version', 'account_id']).doNothing())
    .execute()
}

/** Every account that may sign in, with when it confirmed a version. */
export function listReaders(tx: Tx, institutionId: string, version: number) {
  return tx
    .selectFrom('account')
    .leftJoin('notice_receipt as receipt', (join) =>
      join
        .onRef('receipt.institution_id', '=', 'account.institution_id')
        .onRef('receipt.account_id', '=', 'account.account_id')
        .on('receipt.version', '=', version),
    )
    .select(['account.account_id', 'account.display_name', 'account.username', 'receipt.read_at'])
    .where('account.institution_id', '=', institutionId)
    .where('account.state', '=', 'active')
    .orderBy('account.username')
    .execute()
}
