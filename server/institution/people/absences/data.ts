import type { Tx } from '../../../platform/database/database.ts'
import { inBatches } from '../../importing/batches.ts'
import type { Days } from '../data.ts'

type AbsenceKind = 'sick' | 'personal' | 'study' | 'maternity' | 'other'

export type Absence = {
  readonly absenceId: string
  readonly personId: string
  readonly kind: AbsenceKind
  readonly startsOn: string
  readonly endsOn: string
}

/** Absences that touch the days, whole: they may begin before and end after. */
export async function listAbsences(tx: Tx, institutionId: string, days: Days): Promise<Absence[]> {
  const rows = await selectAbsences(tx, institutionId).where('starts_on', '<=', days.to).where('ends_on', '>=', days.from).execute()
  return rows.map(absenceOf)
}

export async function listAbsencesOf(tx: Tx, institutionId: string, personId: string): Promise<Absence[]> {
  return (await selectAbsences(tx, institutionId).where('person_id', '=', personId).execute()).map(absenceOf)
}

function selectAbsences(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('absence')
    .select(['absence_id', 'person_id', 'kind', 'starts_on', 'ends_on'])
    .$narrowType<{ kind: AbsenceKind }>()
    .where('institution_id', '=', institutionId)
    .orderBy('starts_on')
    .orderBy('absence_id')
}

const absenceOf = (row: Awaited<ReturnType<ReturnType<typeof selectAbsences>['execute']>>[number]): Absence => ({
  absenceId: row.absence_id,
  personId: row.person_id,
  kind: row.kind,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
})

/** Writes absences, new and changed alike. */
export async function saveAbsences(tx: Tx, institutionId: string, absences: readonly Absence[]): Promise<void> {
  for (const batch of inBatches(absences)) {
    await tx
      .insertInto('absence')
      .values(
        batch.map((absence) => ({
          institution_id: institutionId,
          absence_id: absence.absenceId,
          person_id: absence.personId,
          kind: absence.kind,
          starts_on: absence.startsOn,
          ends_on: absence.endsOn,
        })),
      )
      .onConflict((on) =>
        on
          .columns(['institution_id', 'absence_id'])
          .doUpdateSet(({ ref }) => ({ kind: ref('excluded.kind'), ends_on: ref('excluded.ends_on') })),
      )
      .execute()
  }
}
