import type { Tx } from '../../platform/database/database.ts'

export function listEvidence(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('evidence')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('subject')
    .orderBy('added_at')
    .orderBy('evidence_id')
    .execute()
}
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number]

/** One thing speaks once for one subject; putting it there again renews the figure. */
export async function saveEvidence(tx: Tx, row: EvidenceRow): Promise<string> {
  const { label_zh, label_en, says_zh, says_en, red, strength, reason, added_by, added_at } = row
  const { evidence_id } = await tx
    .insertInto('evidence')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['institution_id', 'wave_id', 'subject', 'kind', 'about'])
        .doUpdateSet({ label_zh, label_en, says_zh, says_en, red, strength, reason, added_by, added_at }),
    )
    .returning('evidence_id')
    .executeTakeFirstOrThrow()
  return evidence_id
}

export async function deleteEvidence(tx: Tx, institutionId: string, evidenceId: string) {
  return tx
    .deleteFrom('evidence')
    .where('institution_id', '=', institutionId)
    .where('evidence_id', '=', evidenceId)
    .returning(['wave_id', 'subject'])
    .executeTakeFirst()
}

export function listLinks(tx: Tx, institutionId: string, waveId: string) {
  return tx.selectFrom('cause_link').selectAll().where('institution_id', '=', institutionId).where('wave_id', '=', waveId).execute()
}
export type LinkRow = Awaited<ReturnType<typeof listLinks>>[number]

export async function saveLink(tx: Tx, row: LinkRow): Promise<void> {
  const { strength, reason, decided_by, decided_at } = row
  await tx
    .insertInto('cause_link')
    .values(row)
    .onConflict((on) =>
      on.columns(['institution_id', 'wave_id', 'cause', 'problem']).doUpdateSet({ strength, reason, decided_by, decided_at }),
    )
    .execute()
}

export function listRemedies(tx: Tx, institutionId: string, waveId: string) {
  return tx
    .selectFrom('chosen_remedy')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .orderBy('chosen_at')
    .orderBy('remedy_id')
    .execute()
}
export type RemedyRow = Awaited<ReturnType<typeof listRemedies>>[number]

export async function insertRemedy(tx: Tx, row: Omit<RemedyRow, 'sign_least'> & { sign_least: string }): Promise<void> {
  await tx.insertInto('chosen_remedy').values(row).execute()
}

export async function deleteRemedy(tx: Tx, institutionId: string, remedyId: string) {
  return tx
    .deleteFrom('chosen_remedy')
    .where('institution_id', '=', institutionId)
    .where('remedy_id', '=', remedyId)
    .returning(['wave_id', 'answers'])
    .executeTakeFirst()
}
