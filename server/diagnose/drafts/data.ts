import { type Instrument, instrument } from '@milepost/contract/diagnose/instrument'
import type { Tx } from '../../platform/database/database.ts'

export function listDraftRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('questionnaire_draft')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('changed_at', 'desc')
    .execute()
}

/** `forUpdate`: two who save or freeze at once come one after the other. */
export async function findDraft(tx: Tx, institutionId: string, draftId: string, options: { forUpdate?: boolean } = {}) {
  const query = tx.selectFrom('questionnaire_draft').selectAll().where('institution_id', '=', institutionId).where('draft_id', '=', draftId)
  const row = await (options.forUpdate ? query.forUpdate() : query).executeTakeFirst()
  return row ? { ...row, instrument: instrument.parse(row.body) } : null
}

type Draft = { institutionId: string; draftId: string; title: { zh: string; en: string }; instrument: Instrument; by: string; at: Date }

export async function insertDraft(tx: Tx, given: Draft & { code: string }): Promise<void> {
  await tx
    .insertInto('questionnaire_draft')
    .values({ institution_id: given.institutionId, draft_id: given.draftId, code: given.code, ...contentOf(given) })
    .execute()
}

export async function updateDraft(tx: Tx, given: Draft & { revision: number }): Promise<void> {
  await tx
    .updateTable('questionnaire_draft')
    .set({ ...contentOf(given), revision: given.revision })
    .where('institution_id', '=', given.institutionId)
    .where('draft_id', '=', given.draftId)
    .execute()
}

const contentOf = ({ title, instrument: body, by, at }: Draft) => ({
  title_zh: title.zh,
  title_en: title.en,
  body: JSON.stringify(body),
  changed_by: by,
  changed_at: at,
})

export async function deleteDraft(tx: Tx, institutionId: string, draftId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('questionnaire_draft')
    .where('institution_id', '=', institutionId)
    .where('draft_id', '=', draftId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
