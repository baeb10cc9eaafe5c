import type { WorkingCalendar } from '@milepost/appraisal/workingDays'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'

/** The institution's working days in the shape packages/appraisal/workingDays takes. */
export async function workingDaysOf(tx: Tx, institutionId: string): Promise<WorkingCalendar> {
  const years = await tx.selectFrom('calendar_year').select('year').where('institution_id', '=', institutionId).orderBy('year').execute()
  const exceptions = await tx
    .selectFrom('calendar_exception')
    .select(['day', 'is_working'])
    .where('institution_id', '=', institutionId)
    .execute()
  return {
    years: years.map((row) => row.year),
    exceptions: Object.fromEntries(exceptions.map((row) => [row.day, row.is_working ? 'working' : 'day-off'])),
  }
}

export type CalendarYear = { readonly year: number; readonly source: Bilingual; readonly verified: boolean }
export type CalendarException = { readonly day: string; readonly isWorking: boolean; readonly name: Bilingual }

export async function listCalendarYears(tx: Tx, institutionId: string): Promise<CalendarYear[]> {
  const rows = await tx.selectFrom('calendar_year').selectAll().where('institution_id', '=', institutionId).orderBy('year').execute()
  return rows.map((row) => ({ year: row.year, source: { zh: row.source_zh, en: row.source_en }, verified: row.verified }))
}

export async function listExceptions(tx: Tx, institutionId: string, year: number): Promise<CalendarException[]> {
  const rows = await tx
    .selectFrom('calendar_exception')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, isWorking: row.is_working, name: { zh: row.name_zh, en: row.name_en } }))
}

/** false: the year is there already. */
export async function insertYear(tx: Tx, institutionId: string, { year, source, verified }: CalendarYear): Promise<boolean> {
  const inserted = await tx
    .insertInto('calendar_year')
    .values({ institution_id: institutionId, year, source_zh: source.zh, source_en: source.en, verified })
    .onConflict((on) => on.columns(['institution_id', 'year']).doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function markYear(tx: Tx, institutionId: string, { year, source, verified }: CalendarYear): Promise<void> {
  await tx
    .updateTable('calendar_year')
    .set({ source_zh: source.zh, source_en: source.en, verified })
    .where('institution_id', '=', institutionId)
    .where('year', '=', year)
    .execute()
}

export async function saveExceptions(tx: Tx, institutionId: string, exceptions: readonly CalendarException[]): Promise<void> {
  if (exceptions.length === 0) return
  await tx
    .insertInto('calendar_exception')
    .values(
      exceptions.map(({ day, isWorking, name }) => ({
        institution_id: institutionId,
        day,
        is_working: isWorking,
        name_zh: name.zh,
        name_en: name.en,
      })),
    )
    .onConflict((on) =>
      on.columns(['institution_id', 'day']).doUpdateSet(({ ref }) => ({
        is_working: ref('excluded.is_working'),
        name_zh: ref('excluded.name_zh'),
        name_en: ref('excluded.name_en'),
      })),
    )
    .execute()
}

export async function removeException(tx: Tx, institutionId: string, day: string): Promise<void> {
  await tx.deleteFrom('calendar_exception').where('institution_id', '=', institutionId).where('day', '=', day).execute()
}
