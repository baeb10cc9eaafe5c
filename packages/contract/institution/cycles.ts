import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id, year } from '../fields.ts'

export const CYCLE_STAGES = ['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open', 'closed'] as const
export const cycleStage = z.enum(CYCLE_STAGES)

/** Paused takes nothing until it is resumed; cancelled never again, and its year is free for another. */
export const cycleHold = z.enum(['none', 'paused', 'cancelled'])

export const cycleRow = z.object({
  cycleId: id,
  year: z.number(),
  name: bilingual,
  startsOn: day,
  endsOn: day,
  stage: cycleStage,
  hold: cycleHold,
  /** By when every mid-year review is held; null: this cycle has none. */
  midYearBy: day.nullable(),
})
export type CycleRow = z.infer<typeof cycleRow>

const nameGiven = z.object({ zh: z.string().trim().min(1).max(80), en: z.string().trim().max(80) })
/** Without `midYearBy` a new cycle gets the usual day, and one that is changed keeps its own; null: no mid-year review. */
const dates = { startsOn: day, endsOn: day, midYearBy: day.nullable().optional() }

export const readCycles = endpoint({
  name: 'institution.readCycles',
  method: 'GET',
  path: '/api/cycles',
  permission: 'cycle.read',
  summary: { zh: '考核周期一览', en: 'The cycles' },
  input: empty,
  output: z.object({ cycles: z.array(cycleRow), currentCycleId: id.nullable() }),
  audit: null,
})

export const createCycle = endpoint({
  name: 'institution.createCycle',
  method: 'POST',
  path: '/api/cycles',
  permission: 'cycle.edit',
  summary: { zh: '新建考核周期', en: 'Create a cycle' },
  input: z.object({ year, name: nameGiven, ...dates }),
  output: z.object({ cycleId: id }),
  audit: 'cycle-created',
})

export const editCycle = endpoint({
  name: 'institution.editCycle',
  method: 'PUT',
  path: '/api/cycles/:cycleId',
  permission: 'cycle.edit',
  summary: { zh: '修改考核周期', en: 'Change the name or dates of a cycle' },
  input: z.object({ cycleId: id, name: nameGiven, ...dates }),
  output: done,
  audit: 'cycle-changed',
})

export const holdCycle = endpoint({
  name: 'institution.holdCycle',
  method: 'POST',
  path: '/api/cycles/:cycleId/hold',
  permission: 'cycle.step-back',
  summary: { zh: '暂停、恢复或取消周期', en: 'Pause, resume or cancel a cycle' },
  input: z.object({ cycleId: id, act: z.enum(['paused', 'resumed', 'cancelled']), reason: z.string().trim().min(4).max(2000) }),
  output: done,
  audit: 'cycle-held',
})

export const readHolds = endpoint({
  name: 'institution.readHolds',
  method: 'GET',
  path: '/api/cycles/:cycleId/hold',
  permission: 'cycle.read',
  summary: { zh: '周期暂停与取消记录', en: 'When a cycle was paused, resumed or cancelled' },
  input: z.object({ cycleId: id }),
  output: z.object({
    holds: z.array(z.object({ act: z.enum(['paused', 'resumed', 'cancelled']), reason: z.string(), by: z.string(), at: z.string() })),
    mayPause: z.boolean(),
    mayCancel: z.boolean(),
  }),
  audit: null,
})

/** The last day planned for each phase; null: not planned. */
export const phaseDays = z.object({
  diagnose: day.nullable(),
  choose: day.nullable(),
  design: day.nullable(),
  run: day.nullable(),
  appraise: day.nullable(),
  reward: day.nullable(),
  open: day.nullable(),
})

export const readPhases = endpoint({
  name: 'institution.readPhases',
  method: 'GET',
  path: '/api/cycles/:cycleId/phases',
  permission: 'cycle.read',
  summary: { zh: '周期各环节的计划与实际日期', en: 'The phases of a cycle: planned and actual days' },
  input: z.object({ cycleId: id }),
  output: z.object({
    phases: z.array(
      z.object({
        stage: phaseDays.keyof(),
        lastDay: day.nullable(),
        /** The day the cycle went on from it; null: it has not. */
        endedOn: day.nullable(),
        state: z.enum(['ahead', 'here', 'overdue', 'in-time', 'late', 'undated']),
      }),
    ),
    /** Counted from the first and the last day of the cycle, on working days. */
    suggested: phaseDays,
    /** Years whose working days have not been entered: days in them were not checked. */
    unknownYears: z.array(z.int()),
  }),
  audit: null,
})

export const planPhases = endpoint({
  name: 'institution.planPhases',
  method: 'PUT',
  path: '/api/cycles/:cycleId/phases',
  permission: 'cycle.edit',
  summary: { zh: '安排各环节的截止日期', en: 'Plan the last day of each phase' },
  input: z.object({ cycleId: id, days: phaseDays }),
  output: done,
  audit: 'phases-planned',
})

export const setUpNextCycle = endpoint({
  name: 'institution.setUpNextCycle',
  method: 'POST',
  path: '/api/cycles/:cycleId/next',
  permission: 'cycle.edit',
  summary: { zh: '按本年设置下一年（期间与委员会一并沿用）', en: 'Set up the next year from this one (with its periods and committee)' },
  input: z.object({ cycleId: id }),
  output: z.object({ cycleId: id, year: z.number(), periods: z.number(), members: z.number(), left: z.array(z.string()) }),
  audit: 'next-cycle-set-up',
})
