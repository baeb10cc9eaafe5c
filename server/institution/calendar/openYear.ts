import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { insertYear, saveExceptions } from './data.ts'

/** A year the library does not hold starts as a plain week, unverified, until somebody enters its holidays. */
const PLAIN_WEEK = { zh: '普通周（尚未录入节假日安排）', en: 'Ordinary weeks (holidays not entered yet)' }

/** Takes the year from the library, with its source and mark. false: the institution has the year already. */
export async function openYear(tx: Tx, institutionId: string, { year, library }: { year: number; library: Library }): Promise<boolean> {
  const arrangement = library.calendars.get(year)
  const opened = await insertYear(tx, institutionId, {
    year,
    source: arrangement?.source ?? PLAIN_WEEK,
    verified: arrangement?.verified ?? false,
  })
  if (opened && arrangement) {
    const exceptions = arrangement.exceptions.map(({ day, working, name }) => ({ day, isWorking: working, name }))
    await saveExceptions(tx, institutionId, exceptions)
  }
  return opened
}
