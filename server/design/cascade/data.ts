import type { Tx } from '../../platform/database/database.ts'

type Chosen = { readonly by: string; readonly at: Date }

export async function listUnitTemplates(tx: Tx, institutionId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('unit_template')
    .select(['unit_id', 'template_code'])
    .where('institution_id', '=', institutionId)
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.template_code]))
}

export async function listPostTemplates(tx: Tx, institutionId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('post_template')
    .select(['post_id', 'template_code'])
    .where('institution_id', '=', institutionId)
    .execute()
  return new Map(rows.map((row) => [row.post_id, row.template_code]))
}

export async function chooseUnitTemplate(
  tx: Tx,
  institutionId: string,
  unitId: string,
  templateCode: string | null,
  chosen: Chosen,
): Promise<void> {
  const set = { template_code: templateCode, chosen_by: chosen.by, chosen_at: chosen.at }
  await tx
    .insertInto('unit_template')
    .values({ institution_id: institutionId, unit_id: unitId, ...set })
    .onConflict((on) => on.columns(['institution_id', 'unit_id']).doUpdateSet(set))
    .execute()
}

export async function choosePostTemplate(
  tx: Tx,
  institutionId: string,
  postId: string,
  templateCode: string | null,
  chosen: Chosen,
): Promise<void> {
  const set = { template_code: templateCode, chosen_by: chosen.by, chosen_at: chosen.at }
  await tx
    .insertInto('post_template')
    .values({ institution_id: institutionId, post_id: postId, ...set })
    .onConflict((on) => on.columns(['institution_id', 'post_id']).doUpdateSet(set))
    .execute()
}
