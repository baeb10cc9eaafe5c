import type { SchemeText } from '@milepost/scorecard/schemeDifference'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export type VersionRow = {
  readonly version: number
  readonly hash: string
  readonly content: SchemeText
  readonly reason: string
  readonly publishedAt: Date
  readonly publishedBy: string
}

/** Newest first. */
export async function listVersions(tx: Tx, institutionId: string, scorecardId: string): Promise<VersionRow[]> {
  const rows = await tx
    .selectFrom('scorecard_version')
    .select(['version', 'hash', sql<SchemeText>`content`.as('content'), 'reason', 'published_at', 'published_by'])
    .where('institution_id', '=', institutionId)
    .where('scorecard_id', '=', scorecardId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ published_at, published_by, ...row }) => ({ ...row, publishedAt: published_at, publishedBy: published_by }))
}

export async function insertVersion(tx: Tx, institutionId: string, scorecardId: string, row: VersionRow): Promise<void> {
  await tx
    .insertInto('scorecard_version')
    .values({
      institution_id: institutionId,
      scorecard_id: scorecardId,
      version: row.version,
      hash: row.hash,
      content: JSON.stringify(row.content),
      reason: row.reason,
      published_at: row.publishedAt,
      published_by: row.publishedBy,
    })
    .execute()
}
