import type { Tx } from '../../platform/database/database.ts'

export function listPublicationRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('publication')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'publication.institution_id').onRef('cycle.cycle_id', '=', 'publication.cycle_id'),
    )
    .selectAll('publication')
    .select('cycle.year')
    .where('publication.institution_id', '=', institutionId)
    .where('publication.audience', '=', 'public')
    .orderBy('cycle.year', 'desc')
    .orderBy('publication.revision', 'desc')
    .execute()
}

export type PublicationRow = Awaited<ReturnType<typeof listPublicationRows>>[number]

type NewPublication = {
  institutionId: string
  publicationId: string
  cycleId: string
  revision: number
  snapshot: unknown
  hash: string
  inside: unknown
  insideHash: string
  at: Date
  by: string
}

export async function insertPublication(tx: Tx, given: NewPublication): Promise<void> {
  await tx
    .insertInto('publication')
    .values({
      institution_id: given.institutionId,
      publication_id: given.publicationId,
      cycle_id: given.cycleId,
      audience: 'public',
      revision: given.revision,
      snapshot: JSON.stringify(given.snapshot),
      snapshot_hash: given.hash,
      inside: JSON.stringify(given.inside),
      inside_hash: given.insideHash,
      prepared_at: given.at,
      prepared_by: given.by,
    })
    .execute()
}

type Change = { institutionId: string; publicationId: string; reason: { zh: string; en: string } }

export async function setPublished(tx: Tx, given: Change & { at: Date; by: string; endsOn: string | null }): Promise<void> {
  await tx
    .updateTable('publication')
    .set({
      state: 'published',
      published_at: given.at,
      published_by: given.by,
      reason: given.reason.zh,
      reason_en: given.reason.en,
      ends_on: given.endsOn,
    })
    .where('institution_id', '=', given.institutionId)
    .where('publication_id', '=', given.publicationId)
    .execute()
}

/** From this day on it is not read; the reason is why. Why it had been published stays in the audit trail. */
export async function setWithdrawn(tx: Tx, given: Change & { on: string }): Promise<void> {
  await tx
    .updateTable('publication')
    .set({ state: 'withdrawn', reason: given.reason.zh, reason_en: given.reason.en, ends_on: given.on })
    .where('institution_id', '=', given.institutionId)
    .where('publication_id', '=', given.publicationId)
    .execute()
}

export function findInstitution(tx: Tx, institutionId: string) {
  return tx.selectFrom('institution').select(['name_zh', 'name_en']).where('institution_id', '=', institutionId).executeTakeFirstOrThrow()
}

export function findAuditHead(tx: Tx, institutionId: string) {
  return tx.selectFrom('audit_head').select(['seq', 'hash']).where('institution_id', '=', institutionId).executeTakeFirst()
}

/** The last link of the audit chain before an instant; undefined: nothing had happened yet. */
export function findAuditHeadBefore(tx: Tx, institutionId: string, instant: Date) {
  return tx
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .where('institution_id', '=', institutionId)
    .where('at', '<', instant)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}
