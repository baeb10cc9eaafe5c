import { cycleStages } from './cycleStages.ts'
import { addDays, type Day } from './days.ts'
import { isWorkingDay, type WorkingCalendar } from './workingDays.ts'

/** The phases of a cycle that are planned: every stage but the end. */
export const plannedStages = ['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open'] as const
export type PlannedStage = (typeof plannedStages)[number]
/** The last day planned for each phase; null: not planned. */
export type PhaseDays = Readonly<Record<PlannedStage, Day | null>>

/** Calendar days after the first day of the cycle, and after its last, by which a phase is planned to end (house defaults). */
const AFTER_START = { diagnose: 30, choose: 45, design: 75 } as const
const AFTER_END = { run: 15, appraise: 45, reward: 60, open: 90 } as const

/**
 * The day itself if it is worked, else the last working day before it. Where the calendar does not cover the year the day stays: nothing is
 * guessed from weekdays.
 */
export function lastWorkingDayUpTo(day: Day, calendar: WorkingCalendar): Day {
  for (let at = day; ; at = addDays(at, -1)) {
    const kind = isWorkingDay(at, calendar)
    if (kind.kind === 'undefined') return day
    if (kind.isWorking) return at
  }
}

/** The days a new cycle starts with, each a working day; the year’s last values come in after its end, so it runs a little longer. Throws RangeError on a text that is no day. */
export function suggestedPhaseDays(
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day },
  calendar: WorkingCalendar,
): PhaseDays {
  const before = (days: number) => {
    const day = addDays(startsOn, days)
    return lastWorkingDayUpTo(day < endsOn ? day : endsOn, calendar)
  }
  const after = (days: number) => lastWorkingDayUpTo(addDays(endsOn, days), calendar)
  return {
    diagnose: before(AFTER_START.diagnose),
    choose: before(AFTER_START.choose),
    design: before(AFTER_START.design),
    run: after(AFTER_END.run),
    appraise: after(AFTER_END.appraise),
    reward: after(AFTER_END.reward),
    open: after(AFTER_END.open),
  }
}

export type PhaseFault =
  | { readonly stage: PlannedStage; readonly because: 'before-start'; readonly least: Day }
  /** Ends before a phase that comes earlier. */
  | { readonly stage: PlannedStage; readonly because: 'before-earlier'; readonly earlier: PlannedStage; readonly least: Day }
  | { readonly stage: PlannedStage; readonly because: 'day-off'; readonly nearest: Day }

/** What is wrong with planned days: in order, not before the cycle begins, on working days. */
export function phaseFaults(days: PhaseDays, { startsOn }: { readonly startsOn: Day }, calendar: WorkingCalendar): PhaseFault[] {
  const faults: PhaseFault[] = []
  let earlier: { stage: PlannedStage; day: Day } | null = null
  for (const stage of plannedStages) {
    const day = days[stage]
    if (day === null) continue
    const nearest = lastWorkingDayUpTo(day, calendar)
    if (day < startsOn) faults.push({ stage, because: 'before-start', least: startsOn })
    else if (earlier !== null && day < earlier.day)
      faults.push({ stage, because: 'before-earlier', earlier: earlier.stage, least: earlier.day })
    else if (nearest !== day) faults.push({ stage, because: 'day-off', nearest })
    if (earlier === null || day > earlier.day) earlier = { stage, day }
  }
  return faults
}

/** `ahead`: its turn has not come; `here` and `overdue`: the cycle stands in it; `in-time` and `late`: it has ended; `undated`: ended or here without a planned day. */
export type PhaseState = 'ahead' | 'here' | 'overdue' | 'in-time' | 'late' | 'undated'

/** How a phase stands on a day. `endedOn`: the day the cycle went on from it for good; null: it has not. */
export function phaseState(given: {
  readonly stage: PlannedStage
  readonly lastDay: Day | null
  readonly endedOn: Day | null
  readonly cycleStage: (typeof cycleStages)[number]
  readonly today: Day
}): PhaseState {
  const { stage, lastDay, endedOn, cycleStage, today } = given
  const [own, now] = [cycleStages.indexOf(stage), cycleStages.indexOf(cycleStage)]
  if (own > now) return 'ahead'
  if (lastDay === null) return 'undated'
  if (own === now) return today > lastDay ? 'overdue' : 'here'
  return endedOn !== null && endedOn > lastDay ? 'late' : 'in-time'
}
