import { type CycleStage, cycleStages } from '@milepost/appraisal/cycleStages'
import { type PhaseDays, type PhaseFault, phaseFaults, phaseState, plannedStages, suggestedPhaseDays } from '@milepost/appraisal/phaseDays'
import { DONE } from '@milepost/contract/fields'
import { phaseDays, planPhases, readPhases } from '@milepost/contract/institution/cycles'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { STAGES } from '@milepost/terms/cycle'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import { workingDaysOf } from '../calendar/data.ts'
import { findCycle } from './data.ts'
import { openCycle } from './openCycle.ts'
import { phaseDaysOf, putPhaseDays } from './phaseData.ts'
import { listMoves } from './stepData.ts'

export const readPhasesRoute = serve(readPhases, {
  run: async ({ tx, institutionId, input, today, config }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const calendar = await workingDaysOf(tx, institutionId)
    const days = await phaseDaysOf(tx, institutionId, cycle.cycleId)
    const ended = await endsOf(tx, institutionId, cycle.cycleId, config.timeZone)
    const suggested = suggestedPhaseDays(cycle, calendar)
    const named = [...Object.values(days), ...Object.values(suggested)].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]))
    return {
      phases: plannedStages.map((stage) => {
        const isPast = cycleStages.indexOf(cycle.stage) > cycleStages.indexOf(stage)
        const [lastDay, endedOn] = [days[stage], isPast ? (ended.get(stage) ?? null) : null]
        return { stage, lastDay, endedOn, state: phaseState({ stage, lastDay, endedOn, cycleStage: cycle.stage, today }) }
      }),
      suggested,
      unknownYears: [...new Set(named)].filter((year) => !calendar.years.includes(year)).sort(),
    }
  },
})

/** The day on which the cycle last went on from each stage; a step back and forth again counts the last time. */
async function endsOf(tx: Tx, institutionId: string, cycleId: string, timeZone: string): Promise<ReadonlyMap<CycleStage, string>> {
  const moves = await listMoves(tx, institutionId, cycleId)
  const ended = new Map<CycleStage, string>()
  for (const { from, to, at } of moves) {
    // a move over several stages of the draft ends each of them
    const [first, next] = [cycleStages.indexOf(from), cycleStages.indexOf(to)]
    for (const stage of cycleStages.slice(first, next)) ended.set(stage, dayIn(timeZone, at))
  }
  return ended
}

export const planPhasesRoute = serve(planPhases, {
  run: async ({ tx, institutionId, input, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const faults = phaseFaults(input.days, cycle, await workingDaysOf(tx, institutionId))
    if (faults.length > 0) throw new Refusal('phase-days-wrong', { count: faults.length }, faults.map(saidAt))
    const before = await phaseDaysOf(tx, institutionId, cycle.cycleId)
    await putPhaseDays(tx, institutionId, input)
    audit({ kind: 'cycle', id: cycle.cycleId, detail: { before: { ...before }, after: { ...input.days } } })
    return DONE
  },
})

type New = { readonly cycleId: string; readonly startsOn: string; readonly endsOn: string }

/** A new cycle has days planned from the start, which may then be changed; what would be over already is left open. */
export async function planNewCycle(tx: Tx, institutionId: string, cycle: New, today: string): Promise<PhaseDays> {
  const suggested = suggestedPhaseDays(cycle, await workingDaysOf(tx, institutionId))
  const days = phaseDays.parse(
    Object.fromEntries(Object.entries(suggested).map(([stage, day]) => [stage, day && day < today ? null : day])),
  )
  await putPhaseDays(tx, institutionId, { cycleId: cycle.cycleId, days })
  return days
}

function saidAt(fault: PhaseFault): InvalidField {
  const pointer = `/days/${fault.stage}`
  if (fault.because === 'day-off')
    return {
      pointer,
      zh: `这天是休息日，此前最近的工作日是 ${fault.nearest}。`,
      en: `Nobody works on this day; the last working day before it is ${fault.nearest}.`,
    }
  if (fault.because === 'before-start')
    return { pointer, zh: `不早于周期开始日期 ${fault.least}。`, en: `Not before the cycle starts on ${fault.least}.` }
  const earlier = STAGES[fault.earlier]
  return {
    pointer,
    zh: `不早于“${earlier.zh}”的截止日期 ${fault.least}。`,
    en: `Not before “${earlier.en}” is planned to end on ${fault.least}.`,
  }
}
