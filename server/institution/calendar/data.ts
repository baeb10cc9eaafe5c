import type { WorkingCalendar } from '@milepost/appraisal/workingDays'
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
