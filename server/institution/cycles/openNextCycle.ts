import { lastWorkingDayUpTo } from '@milepost/appraisal/phaseDays'
import { phaseDays } from '@milepost/contract/institution/cycles'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { workingDaysOf } from '../calendar/data.ts'
import { type Cycle, findCycle, insertCycle } from './data.ts'
import { phaseDaysOf, putPhaseDays } from './phaseData.ts'
import { planNewCycle } from './phases.ts'

/** The 29th of February has no day a year on: the 28th takes its place. */
const aYearOn = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`
}

type Next = { readonly cycleId: string; readonly startsOn: string; readonly endsOn: string }

/** The phases end a year on, on the working day before where that is a day off; what was never planned is counted anew. */
async function planNext(tx: Tx, institutionId: string, { from, next }: { readonly from: Cycle; readonly next: Next }): Promise<void> {
  const days = Object.entries(await phaseDaysOf(tx, institutionId, from.cycleId))
  if (days.every(([, day]) => day === null)) return void (await planNewCycle(tx, institutionId, next, next.startsOn))
  const calendar = await workingDaysOf(tx, institutionId)
  const moved = days.map(([stage, day]) => [stage, day && lastWorkingDayUpTo(aYearOn(day), calendar)])
  await putPhaseDays(tx, institutionId, { cycleId: next.cycleId, days: phaseDays.parse(Object.fromEntries(moved)) })
}

/** The cycle of the following year with the same name and dates, a year on; null: that year has one. */
export async function openNextCycle(tx: Tx, institutionId: string, from: Cycle): Promise<Cycle | null> {
  const cycleId = newId()
  const year = from.year + 1
  const named = (text: string) => (text.includes(String(from.year)) ? text.replaceAll(String(from.year), String(year)) : `${text} ${year}`)
  const name = { zh: named(from.name.zh), en: from.name.en === '' ? '' : named(from.name.en) }
  const dates = { startsOn: aYearOn(from.startsOn), endsOn: aYearOn(from.endsOn), midYearBy: from.midYearBy && aYearOn(from.midYearBy) }
  if (!(await insertCycle(tx, institutionId, { cycleId, year, name, ...dates }))) return null
  await planNext(tx, institutionId, { from, next: { cycleId, ...dates } })
  return findCycle(tx, institutionId, cycleId)
}
