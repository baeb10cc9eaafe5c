import type { Tx } from '../../platform/database/database.ts'

/** Every own pack, withdrawn ones too, newest first. */
export function listOwnPacks(tx: Tx, institutionId: string) {
  return tx.selectFrom('rule_overlay').selectAll().where('institution_id', '=', institutionId).orderBy('version', 'desc').execute()
}

type NewPack = {
  institutionId: string
  overlayId: string
  version: number
  name: { zh: string; en: string }
  source: string
  inForceFrom: string
  changes: unknown
  hash: string
  by: string
  at: Date
}

export async function insertOwnPack(tx: Tx, given: NewPack): Promise<void> {
  await tx
    .insertInto('rule_overlay')
    .values({
      institution_id: given.institutionId,
      overlay_id: given.overlayId,
      version: given.version,
      name_zh: given.name.zh,
      name_en: given.name.en,
      source: given.source,
      in_force_from: given.inForceFrom,
      changes: JSON.stringify(given.changes),
      body_hash: given.hash,
      laid_by: given.by,
      laid_at: given.at,
    })
    .execute()
}

export async function withdrawOwnPack(tx: Tx, given: { institutionId: string; overlayId: string; by: string; at: Date }): Promise<void> {
  await tx
    .updateTable('rule_overlay')
    .set({ withdrawn_at: given.at, withdrawn_by: given.by })
    .where('institution_id', '=', given.institutionId)
    .where('overlay_id', '=', given.overlayId)
    .where('withdrawn_at', 'is', null)
    .execute()
}
