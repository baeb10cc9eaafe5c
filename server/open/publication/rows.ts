import { type InsideSnapshot, insideSnapshot } from '@milepost/contract/open/inside'
import { type PublicSnapshot, publicationLine, publicSnapshot } from '@milepost/contract/open/publications'
import { Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listPublicationRows, type PublicationRow } from './data.ts'

/** A publication with a last day goes from the page by itself when the day is over. */
export const hasEnded = (row: Pick<PublicationRow, 'ends_on'>, today: string): boolean => row.ends_on !== null && row.ends_on < today

export const isRead = (row: Pick<PublicationRow, 'state' | 'ends_on'>, today: string): boolean =>
  row.state === 'published' && !hasEnded(row, today)

/**
 * The newest revision of a year that was ever published, if it is still read. One that was withdrawn or is over never brings back the one it
 * had replaced: those figures had been corrected. Rows come newest year and newest revision first.
 */
export function standingOf(rows: readonly PublicationRow[], year: number, today: string): PublicationRow | undefined {
  const newest = rows.find((row) => row.year === year && row.published_at !== null)
  return newest && isRead(newest, today) ? newest : undefined
}

export const lineOf = (row: PublicationRow, today: string) => ({
  publicationId: row.publication_id,
  year: row.year,
  revision: row.revision,
  state: row.state === 'published' && hasEnded(row, today) ? ('ended' as const) : publicationLine.shape.state.parse(row.state),
  endsOn: row.ends_on,
  hash: row.snapshot_hash,
  preparedAt: row.prepared_at.toISOString(),
  preparedBy: row.prepared_by,
  publishedAt: row.published_at?.toISOString() ?? null,
  publishedBy: row.published_by,
  reason: { zh: row.reason, en: row.reason_en },
})

type Hashed = Pick<PublicationRow, 'snapshot' | 'snapshot_hash'>

/** Is the snapshot what was hashed when it was taken? */
export const isIntact = (row: Hashed): boolean => contentHash(row.snapshot) === row.snapshot_hash

/** What the row holds, if it still is what was hashed when it was taken. */
export function snapshotOf(row: Hashed): PublicSnapshot {
  if (!isIntact(row)) throw new Refusal('snapshot-tampered')
  return publicSnapshot.parse(row.snapshot)
}

export function insideOf(row: Pick<PublicationRow, 'inside' | 'inside_hash'>): InsideSnapshot {
  if (contentHash(row.inside) !== row.inside_hash) throw new Refusal('snapshot-tampered')
  return insideSnapshot.parse(row.inside)
}

export async function findPublication(tx: Tx, institutionId: string, publicationId: string): Promise<PublicationRow> {
  const row = (await listPublicationRows(tx, institutionId)).find((one) => one.publication_id === publicationId)
  if (!row) throw new Refusal('not-found')
  return row
}
