import { z } from 'zod'
import { goalState } from '../design/card.ts'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'

/** A mid-year review is the talk in which both look at the whole plan: once a cycle, by a day of its own. */
export const checkInKind = z.enum(['check-in', 'mid-year'])

/** One line of a plan as it stood: what it is held to, what was reported last, and whether it is red or silent. */
const midYearItem = z.object({
  /** The person's own plan, or the card of the unit the person heads. */
  of: z.enum(['own', 'unit']),
  code: z.string(),
  name: bilingual,
  unit: bilingual,
  target: z.string().nullable(),
  actual: z.string().nullable(),
  /** Of the actual: one period, or the first and the last. */
  period: z.string().nullable(),
  score: z.string().nullable(),
  /** null: neither red nor silent. */
  why: z.enum(['red', 'late', 'missing']).nullable(),
  /** Periods that are due and not reported. */
  silent: z.array(z.string()),
})

export const midYearMatters = z.object({
  asOf: day,
  items: z.array(midYearItem),
  goals: z.array(z.object({ title: bilingual, dueOn: day, state: goalState })),
})
export type MidYearMatters = z.infer<typeof midYearMatters>

export const checkInView = z.object({
  checkInId: id,
  cycleId: id,
  year: z.int(),
  kind: checkInKind,
  person: z.object({ personId: id, name: bilingual }),
  head: z.object({ personId: id, name: bilingual }),
  heldOn: day,
  progress: z.string(),
  support: z.string(),
  nextStep: z.string(),
  /** Of a mid-year review: what of the plan is to be changed. */
  changes: z.string(),
  matters: midYearMatters.nullable(),
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
  midYear: z.enum(['none', 'to-hold', 'late', 'unconfirmed', 'held']),
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
    /** null: this cycle has none, or it is too early for it. `mine`: whether my own is still to be held. */
    midYear: z.object({ by: day, mine: z.boolean() }).nullable(),
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
  input: z.object({
    personId: id,
    /** Without it: a check-in. */
    kind: checkInKind.optional(),
    heldOn: day,
    progress: words.min(1),
    support: words.default(''),
    nextStep: words.default(''),
    /** Of a mid-year review; no other talk has any. */
    changes: words.optional(),
  }),
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

export const readMidYearMatters = endpoint({
  name: 'run.readMidYearMatters',
  method: 'GET',
  path: '/api/run/people/:personId/mid-year',
  permission: 'check-in.read',
  summary: { zh: '年中回顾要谈什么：计划各项的现状', en: 'What a mid-year review is about: the plan as it stands' },
  input: z.object({ personId: id }),
  output: z.object({ matters: midYearMatters }),
  audit: null,
})

export const readMidYear = endpoint({
  name: 'run.readMidYear',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/mid-year',
  permission: 'links.read',
  summary: { zh: '年中回顾办理情况', en: 'The mid-year reviews of a cycle: held, late, still to hold' },
  input: z.object({ cycleId: id }),
  output: z.object({
    /** null: this cycle has none. */
    by: day.nullable(),
    people: z.array(
      z.object({
        personId: id,
        name: bilingual,
        unit: bilingual,
        /** The unit whose card is looked at with the person's own plan: the one the person heads. */
        heads: bilingual.nullable(),
        head: bilingual,
        state: z.enum(['to-hold', 'late', 'unconfirmed', 'held']),
        heldOn: day.nullable(),
        /** Held after its day. */
        heldLate: z.boolean(),
        hasChanges: z.boolean(),
        checkInId: id.nullable(),
      }),
    ),
  }),
  audit: null,
})

export const downloadMidYear = endpoint({
  name: 'run.downloadMidYear',
  kind: 'download',
  method: 'GET',
  path: '/api/run/check-ins/:checkInId/paper',
  permission: 'check-in.read',
  summary: { zh: '下载年中回顾记录（.docx）', en: 'The record of a mid-year review as a Word file' },
  input: z.object({ checkInId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})
