import type { RecognitionKind } from '@milepost/contract/reward/recognition'
import type { Tx } from '../../platform/database/database.ts'

const selectRecognition = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('recognition')
    .select(['recognition_id', 'kind', 'person_id', 'unit_id', 'given_on', 'title', 'reason', 'document', 'given_by'])
    .select(['withdrawn_at', 'withdrawn_because'])
    .$narrowType<{ kind: RecognitionKind }>()
    .where('institution_id', '=', institutionId)

/** Newest first; of one person if asked. */
export function listRecognitionRows(tx: Tx, institutionId: string, personId?: string) {
  return selectRecognition(tx, institutionId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('given_on', 'desc')
    .orderBy('recognition_id')
    .execute()
}

export type RecognitionRow = Awaited<ReturnType<typeof listRecognitionRows>>[number]

type Giving = {
  readonly recognitionId: string
  readonly kind: RecognitionKind
  readonly personId: string | null
  readonly unitId: string | null
  readonly givenOn: string
  readonly title: string
  readonly reason: string
  readonly document: string
  readonly by: string
  readonly at: Date
}

export async function insertRecognition(tx: Tx, institutionId: string, given: readonly Giving[]): Promise<void> {
  await tx
    .insertInto('recognition')
    .values(
      given.map((one) => ({
        institution_id: institutionId,
        recognition_id: one.recognitionId,
        kind: one.kind,
        person_id: one.personId,
        unit_id: one.unitId,
        given_on: one.givenOn,
        title: one.title,
        reason: one.reason,
        document: one.document,
        given_by: one.by,
        recorded_at: one.at,
      })),
    )
    .execute()
}

/** Takes back one that stands; false: there is none. */
export async function setWithdrawn(
  tx: Tx,
  institutionId: string,
  { recognitionId, because, at }: { recognitionId: string; because: string; at: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('recognition')
    .set({ withdrawn_at: at, withdrawn_because: because })
    .where('institution_id', '=', institutionId)
    .where('recognition_id', '=', recognitionId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
