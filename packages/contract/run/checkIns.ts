import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'

export const checkInView = z.object({
  checkInId: id,
  cycleId: id,
  person: z.object({ personId: id, name: bilingual }),
  head: z.object({ personId: id, name: bilingual }),
  heldOn: day,
  progress: z.string(),
  support: z.string(),
  nextStep: z.string(),
  recordedAt: z.string(),
  confirmedAt: z.string().nullable(),
})
export type CheckInView = z.infer<typeof checkInView>

/** A person I answer for, and when we last talked. */
const mine = z.object({
  personId: id,
  name: bilingual,
  unit: bilingual,
  post: bilingual,
  /** In the current cycle. */
  checkIns: z.int(),
  lastHeldOn: day.nullable(),
  /** Recorded and not yet confirmed by the person. */
  unconfirmed: z.int(),
  /** No talk yet in the quarter that is running. */
  dueThisQuarter: z.boolean(),
})

export const readCheckIns = endpoint({
  name: 'run.readCheckIns',
  method: 'GET',
  path: '/api/run/check-ins',
  permission: 'plan.own',
  summary: { zh: '我的过程辅导与我负责的人', en: 'My check-ins, and the people I answer for' },
  input: empty,
  output: z.object({
    cycle: z.object({ cycleId: id, year: z.int(), name: bilingual }).nullable(),
    quarter: z.object({ code: z.string(), endsOn: day }),
    /** What others recorded with me. */
    withMe: z.array(checkInView),
    people: z.array(mine),
  }),
  audit: null,
})

export const readCheckInsOf = endpoint({
  name: 'run.readCheckInsOf',
  method: 'GET',
  path: '/api/run/people/:personId/check-ins',
  permission: 'check-in.read',
  summary: { zh: '某人的过程辅导记录', en: 'The check-ins of a person' },
  input: z.object({ personId: id }),
  output: z.object({ person: z.object({ personId: id, name: bilingual }), checkIns: z.array(checkInView) }),
  audit: null,
})

const words = z.string().trim().max(4000)

export const recordCheckIn = endpoint({
  name: 'run.recordCheckIn',
  method: 'POST',
  path: '/api/run/people/:personId/check-ins',
  permission: 'check-in.record',
  summary: { zh: '记录一次过程辅导', en: 'Record a check-in' },
  input: z.object({ personId: id, heldOn: day, progress: words.min(1), support: words.default(''), nextStep: words.default('') }),
  output: z.object({ checkInId: id }),
  audit: 'check-in-recorded',
})

export const confirmCheckIn = endpoint({
  name: 'run.confirmCheckIn',
  method: 'POST',
  path: '/api/run/check-ins/:checkInId/confirmation',
  permission: 'check-in.confirm',
  summary: { zh: '确认过程辅导记录', en: 'Confirm a check-in' },
  input: z.object({ checkInId: id }),
  output: done,
  audit: 'check-in-confirmed',
})
