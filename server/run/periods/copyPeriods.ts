import { daysBetween } from '@milepost/appraisal/days'
import type { Cycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { insertPeriods, listPeriods } from './data.ts'
import { daysAfter, PERIOD_KINDS, periodsOfYear } from './periodCode.ts'

/** The same kinds of periods for another year, each due as many days after its end; those that are there stay. Says how many are new. */
export async function copyPeriods(tx: Tx, institutionId: string, { from, to }: { from: Cycle; to: Cycle }): Promise<number> {
  const own = await listPeriods(tx, institutionId, { cycleId: from.cycleId })
  const there = new Set((await listPeriods(tx, institutionId)).map((period) => period.code))
  const wanted = PERIOD_KINDS.flatMap((kind) => {
    const model = own.find((period) => period.kind === kind)
    const grace = model ? daysBetween(model.endsOn, model.dueOn) : null
    return grace === null ? [] : periodsOfYear(to.year, kind).map((period) => ({ period, grace }))
  }).filter(({ period }) => !there.has(period.code))
  await insertPeriods(
    tx,
    institutionId,
    wanted.map(({ period, grace }) => ({ ...period, periodId: newId(), cycleId: to.cycleId, dueOn: daysAfter(period.endsOn, grace) })),
  )
  return wanted.length
}
