import type { Tx } from '../database/types.ts'

/** An institution's own rule packs that were laid and not withdrawn, in the order of their days and versions. */
export async function listOverlays(tx: Tx, institutionId: string) {
  const rows = await tx
    .selectFrom('rule_overlay')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('withdrawn_at', 'is', null)
    .orderBy('in_force_from')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    name: { zh: row.name_zh, en: row.name_en },
    source: row.source,
    inForceFrom: row.in_force_from,
    changes: row.changes as unknown,
  }))
}
