import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { type Cycle, findCycle, insertCycle } from './data.ts'

/** The 29th of February has no day a year on: the 28th takes its place. */
const aYearOn = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`
}

/** The cycle of the following year with the same name and dates, a year on; null: that year has one. */
export async function openNextCycle(tx: Tx, institutionId: string, from: Cycle): Promise<Cycle | null> {
  const cycleId = newId()
  const year = from.year + 1
  const named = (text: string) => (text.includes(String(from.year)) ? text.replaceAll(String(from.year), String(year)) : `${text} ${year}`)
  const name = { zh: named(from.name.zh), en: from.name.en === '' ? '' : named(from.name.en) }
  const dates = { startsOn: aYearOn(from.startsOn), endsOn: aYearOn(from.endsOn), midYearBy: from.midYearBy && aYearOn(from.midYearBy) }
  return (await insertCycle(tx, institutionId, { cycleId, year, name, ...dates })) ? findCycle(tx, institutionId, cycleId) : null
}
