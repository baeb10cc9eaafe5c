import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id, year } from '../fields.ts'

export const CYCLE_STAGES = ['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open', 'closed'] as const
export const cycleStage = z.enum(CYCLE_STAGES)

export const cycleRow = z.object({ cycleId: id, year: z.number(), name: bilingual, startsOn: day, endsOn: day, stage: cycleStage })
export type CycleRow = z.infer<typeof cycleRow>

const nameGiven = z.object({ zh: z.string().trim().min(1).max(80), en: z.string().trim().max(80) })
const dates = { startsOn: day, endsOn: day }

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
