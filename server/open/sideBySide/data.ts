import type { Tx } from '../../platform/database/database.ts'

/** Every institution of the installation, by name. */
export function listInstitutions(tx: Tx) {
  return tx.selectFrom('institution').select(['institution_id', 'code', 'name_zh', 'name_en']).orderBy('code').execute()
}

/** What is published for everybody to read, of every institution: newest year and newest revision first. Nothing else is read. */
export function listPublished(tx: Tx) {
  return tx
    .selectFrom('publication')
    .innerJoin('cycle', (join) =>
      join.onRef('cycle.institution_id', '=', 'publication.institution_id').onRef('cycle.cycle_id', '=', 'publication.cycle_id'),
    )
    .select(['publication.institution_id', 'cycle.year', 'publication.revision', 'publication.published_at', 'publication.snapshot'])
    .where('publication.state', '=', 'published')
    .where('publication.audience', '=', 'public')
    .orderBy('cycle.year', 'desc')
    .orderBy('publication.revision', 'desc')
    .execute()
}
