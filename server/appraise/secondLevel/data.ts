import type { Tx } from '../../platform/database/database.ts'
import { saveEach } from '../data.ts'

export type Confirmation = {
  readonly appraisalId: string
  readonly version: number
  readonly grade: string
  readonly verdict: 'confirmed' | 'returned'
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Oldest first. */
export async function listConfirmations(tx: Tx, institutionId: string, cycleId: string): Promise<Confirmation[]> {
  const rows = await tx
    .selectFrom('grade_confirmation')
    .innerJoin('appraisal', (join) =>
      join
        .onRef('appraisal.institution_id', '=', 'grade_confirmation.institution_id')
        .onRef('appraisal.appraisal_id', '=', 'grade_confirmation.appraisal_id'),
    )
    .selectAll('grade_confirmation')
    .$narrowType<{ verdict: Confirmation['verdict'] }>()
    .where('grade_confirmation.institution_id', '=', institutionId)
    .where('appraisal.cycle_id', '=', cycleId)
    .orderBy('confirmed_at')
    .execute()
  return rows.map((row) => ({
    appraisalId: row.appraisal_id,
    version: row.version,
    grade: row.grade,
    verdict: row.verdict,
    reason: row.reason,
    by: row.confirmed_by,
    at: row.confirmed_at,
  }))
}

type NewConfirmation = Confirmation & { readonly confirmationId: string; readonly personId: string }

export const saveConfirmations = (tx: Tx, institutionId: string, rows: readonly NewConfirmation[]): Promise<void> =>
  saveEach(rows, (batch) =>
    tx
      .insertInto('grade_confirmation')
      .values(
        batch.map((one) => ({
          institution_id: institutionId,
          confirmation_id: one.confirmationId,
          appraisal_id: one.appraisalId,
          version: one.version,
          grade: one.grade,
          verdict: one.verdict,
          reason: one.reason,
          confirmed_by: one.by,
          confirmed_by_person_id: one.personId,
          confirmed_at: one.at,
        })),
      )
      .execute(),
  )
