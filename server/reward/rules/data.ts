import { type PaySettings, paySettings } from '@milepost/contract/reward/factors'
import type { Tx } from '../../platform/database/database.ts'

export type Rules = {
  readonly version: number
  readonly settings: PaySettings
  readonly hash: string
  readonly reason: string
  readonly publishedAt: Date
  readonly publishedBy: string
}

/** Newest first. */
export async function listRules(tx: Tx, institutionId: string): Promise<Rules[]> {
  const rows = await tx
    .selectFrom('pay_rules')
    .select(['version', 'settings', 'settings_hash', 'reason', 'published_at', 'published_by'])
    .where('institution_id', '=', institutionId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    settings: paySettings.parse(row.settings),
    hash: row.settings_hash,
    reason: row.reason,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }))
}

export async function insertRules(tx: Tx, institutionId: string, rules: Rules & { readonly accountId: string | null }): Promise<void> {
  await tx
    .insertInto('pay_rules')
    .values({
      institution_id: institutionId,
      version: rules.version,
      settings: JSON.stringify(rules.settings),
      settings_hash: rules.hash,
      reason: rules.reason,
      published_at: rules.publishedAt,
      published_by: rules.publishedBy,
      published_by_account_id: rules.accountId,
    })
    .execute()
}
