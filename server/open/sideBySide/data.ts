import type { Tx } from '../../platform/database/database.ts'

/** Every institution of the installation, by name. */
export function listInstitutions(tx: Tx) {
  return tx.selectFrom('institution').select(['institution_id', 'code', 'name_zh', 'name_en']).orderBy('code').execute()
}

/** Institutions elsewhere that are expected to report. */
export const listReporting = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('reporting_institution')
    .select(['code', 'name_zh', 'name_en'])
    .where('institution_id', '=', institutionId)
    .orderBy('code')
    .execute()

export const listCollectedYears = (tx: Tx, institutionId: string) =>
  tx.selectFrom('collected_snapshot').select('year').distinct().where('institution_id', '=', institutionId).execute()

/** What was brought in of them for a year, newest revision first. */
export const listCollected = (tx: Tx, institutionId: string, year: number) =>
  tx
    .selectFrom('collected_snapshot')
    .select(['code', 'year', 'revision', 'collected_at', 'snapshot'])
    .where('institution_id', '=', institutionId)
    .where('year', '=', year)
    .orderBy('revision', 'desc')
    .execute()

export async function saveReporting(
  tx: Tx,
  institutionId: string,
  given: { code: string; name: { zh: string; en: string } },
): Promise<void> {
  const named = { name_zh: given.name.zh, name_en: given.name.en }
  await tx
    .insertInto('reporting_institution')
    .values({ institution_id: institutionId, code: given.code, ...named })
    .onConflict((on) => on.columns(['institution_id', 'code']).doUpdateSet(named))
    .execute()
}

export async function dropReporting(tx: Tx, institutionId: string, code: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('reporting_institution')
    .where('institution_id', '=', institutionId)
    .where('code', '=', code)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

type Collected = { code: string; year: number; snapshot: unknown; hash: string; at: Date; by: string }

/** A file collected again for a year is a new revision; what was collected before stays. */
export async function insertCollected(tx: Tx, institutionId: string, given: Collected): Promise<void> {
  const { revision } = await tx
    .selectFrom('collected_snapshot')
    .select((on) => on.fn.max('revision').as('revision'))
    .where('institution_id', '=', institutionId)
    .where('code', '=', given.code)
    .where('year', '=', given.year)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('collected_snapshot')
    .values({
      institution_id: institutionId,
      code: given.code,
      year: given.year,
      revision: (revision ?? 0) + 1,
      snapshot: JSON.stringify(given.snapshot),
      snapshot_hash: given.hash,
      collected_at: given.at,
      collected_by: given.by,
    })
    .execute()
}

/** Years of which anything is published for everybody to read. */
export const listPublishedYears = (tx: Tx, today: string) => published(tx, today).select('cycle.year').distinct().execute()

/** What is published for everybody to read, of every institution for a year: the newest revision of each. Nothing else is read. */
export const listPublished = (tx: Tx, today: string, year: number) =>
  published(tx, today)
    .select(['publication.institution_id', 'cycle.year', 'publication.revision', 'publication.published_at', 'publication.snapshot'])
    .where('cycle.year', '=', year)
    .execute()

const published = (tx: Tx, today: string) =>
  tx
    .selectFrom('publication')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'publication.institution_id').onRef('cycle.cycle_id', '=', 'publication.cycle_id'),
    )
    .where('publication.state', '=', 'published')
    .where((on) => on.or([on('publication.ends_on', 'is', null), on('publication.ends_on', '>=', today)]))
    .where('publication.audience', '=', 'public')
    // one that was withdrawn or is over does not bring back the one it had replaced
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('publication as later')
            .select('later.publication_id')
            .whereRef('later.institution_id', '=', 'publication.institution_id')
            .whereRef('later.cycle_id', '=', 'publication.cycle_id')
            .whereRef('later.revision', '>', 'publication.revision')
            .where('later.audience', '=', 'public')
            .where('later.published_at', 'is not', null),
        ),
      ),
    )
