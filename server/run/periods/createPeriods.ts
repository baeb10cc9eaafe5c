import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { createPeriods, setDueDay } from '@milepost/contract/run/periods'
import { openCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { changePeriod, insertPeriods, listPeriods } from './data.ts'
import { lockOpenPeriod } from './lockOpenPeriod.ts'
import { daysAfter, PERIOD_KINDS, periodsOfYear } from './periodCode.ts'

/** Makes the periods of the cycle's year; those that are there already stay as they are. */
export const createPeriodsRoute = serve(createPeriods, {
  run: async ({ tx, institutionId, input, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const kinds = PERIOD_KINDS.filter((kind) => input.kinds.includes(kind))
    const wanted = kinds.flatMap((kind) => periodsOfYear(cycle.year, kind))
    const there = new Set((await listPeriods(tx, institutionId)).map((period) => period.code))
    const created = wanted.filter((period) => !there.has(period.code))
    await insertPeriods(
      tx,
      institutionId,
      created.map((period) => ({
        ...period,
        periodId: newId(),
        cycleId: cycle.cycleId,
        dueOn: daysAfter(period.endsOn, input.dueAfterDays),
      })),
    )
    const codes = created.map((period) => period.code)
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { created: codes } })
    return { created: codes, kept: wanted.map((period) => period.code).filter((code) => there.has(code)) }
  },
})

export const setDueDayRoute = serve(setDueDay, {
  run: async ({ tx, institutionId, input, audit }) => {
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    if (input.dueOn < period.startsOn) throw new Refusal('due-before-period', { period: period.code, startsOn: period.startsOn })
    await changePeriod(tx, institutionId, period.periodId, { due_on: input.dueOn })
    audit({ kind: 'period', id: period.periodId, detail: { period: period.code, before: period.dueOn, after: input.dueOn } })
    return DONE
  },
})
