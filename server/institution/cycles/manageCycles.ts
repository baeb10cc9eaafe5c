import { DONE } from '@milepost/contract/fields'
import { createCycle, editCycle, readCycles } from '@milepost/contract/institution/cycles'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { changeCycle, currentCycle, insertCycle, listCycles } from './data.ts'
import { openCycle } from './openCycle.ts'

export const readCyclesRoute = serve(readCycles, {
  run: async ({ tx, institutionId, today }) => ({
    cycles: await listCycles(tx, institutionId),
    currentCycleId: (await currentCycle(tx, institutionId, today))?.cycleId ?? null,
  }),
})

export const createCycleRoute = serve(createCycle, {
  run: async ({ tx, institutionId, input, audit }) => {
    refuseWrongDates(input)
    const cycleId = newId()
    if (!(await insertCycle(tx, institutionId, { cycleId, ...input }))) throw new Refusal('cycle-year-taken', { year: input.year })
    audit({ kind: 'cycle', id: cycleId, detail: { year: input.year, startsOn: input.startsOn, endsOn: input.endsOn } })
    return { cycleId }
  },
})

export const editCycleRoute = serve(editCycle, {
  run: async ({ tx, institutionId, input, audit }) => {
    refuseWrongDates(input)
    const before = await openCycle(tx, institutionId, input.cycleId)
    await changeCycle(tx, institutionId, input)
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: {
        before: { ...before.name, startsOn: before.startsOn, endsOn: before.endsOn },
        after: { ...input.name, startsOn: input.startsOn, endsOn: input.endsOn },
      },
    })
    return DONE
  },
})

function refuseWrongDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  if (endsOn > startsOn) return
  const zh = '结束日期须晚于开始日期。'
  throw new Refusal('cycle-dates-wrong', {}, [{ pointer: '/endsOn', zh, en: 'The end must be after the start.' }])
}
