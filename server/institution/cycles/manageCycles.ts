import { midYearDay } from '@milepost/appraisal/midYear'
import { DONE } from '@milepost/contract/fields'
import { createCycle, editCycle, readCycles } from '@milepost/contract/institution/cycles'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type Cycle, changeCycle, currentCycle, insertCycle, listCycles } from './data.ts'
import { openCycle } from './openCycle.ts'
import { planNewCycle } from './phases.ts'

export const readCyclesRoute = serve(readCycles, {
  run: async ({ tx, institutionId, today }) => ({
    cycles: await listCycles(tx, institutionId),
    currentCycleId: (await currentCycle(tx, institutionId, today))?.cycleId ?? null,
  }),
})

export const createCycleRoute = serve(createCycle, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const midYearBy = input.midYearBy === undefined ? midYearDay(input) : input.midYearBy
    refuseWrongDates({ ...input, midYearBy })
    const cycleId = newId()
    if (!(await insertCycle(tx, institutionId, { cycleId, ...input, midYearBy })))
      throw new Refusal('cycle-year-taken', { year: input.year })
    const phases = await planNewCycle(tx, institutionId, { cycleId, ...input }, today)
    audit({
      kind: 'cycle',
      id: cycleId,
      detail: { year: input.year, startsOn: input.startsOn, endsOn: input.endsOn, phases: { ...phases } },
    })
    return { cycleId }
  },
})

export const editCycleRoute = serve(editCycle, {
  run: async ({ tx, institutionId, input, audit }) => {
    const before = await openCycle(tx, institutionId, input.cycleId)
    const midYearBy = input.midYearBy === undefined ? before.midYearBy : input.midYearBy
    refuseWrongDates({ ...input, midYearBy })
    await changeCycle(tx, institutionId, { ...input, midYearBy })
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: {
        before: { ...before.name, startsOn: before.startsOn, endsOn: before.endsOn, midYearBy: before.midYearBy },
        after: { ...input.name, startsOn: input.startsOn, endsOn: input.endsOn, midYearBy },
      },
    })
    return DONE
  },
})

function refuseWrongDates({ startsOn, endsOn, midYearBy }: Pick<Cycle, 'startsOn' | 'endsOn' | 'midYearBy'>) {
  if (endsOn <= startsOn) {
    const zh = '结束日期须晚于开始日期。'
    throw new Refusal('cycle-dates-wrong', {}, [{ pointer: '/endsOn', zh, en: 'The end must be after the start.' }])
  }
  if (midYearBy !== null && (midYearBy < startsOn || midYearBy > endsOn)) {
    const zh = '年中回顾的截止日期须在周期之内；不做年中回顾的，请清空。'
    const en = 'The day of the mid-year review must lie within the cycle. Leave it empty if there is none.'
    throw new Refusal('cycle-dates-wrong', {}, [{ pointer: '/midYearBy', zh, en }])
  }
}
