import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'
import { gap } from './gap.ts'

export const periodKind = z.enum(['year', 'half', 'quarter', 'month'])

export const periodView = z.object({
  periodId: id,
  cycleId: id,
  code: z.string(),
  kind: periodKind,
  startsOn: day,
  endsOn: day,
  dueOn: day,
  state: z.enum(['open', 'closed']),
  revision: z.int(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  reopenReason: z.string(),
})
export type PeriodView = z.infer<typeof periodView>

export const readPeriods = endpoint({
  name: 'run.readPeriods',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/periods',
  permission: 'value.read',
  summary: { zh: '一个周期的填报期间', en: 'The periods of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({
    periods: z.array(
      periodView.extend({
        /** Values in force, of all measures and holders. */
        values: z.int(),
        /** Places where a value belongs that the cards of the cycle name. */
        due: z.int(),
        /** Due places without a value, a granted not-applicable or a suspension. */
        gaps: z.int(),
        /** Closed although so many were missing, each with a reason. */
        waived: z.int(),
      }),
    ),
  }),
  audit: null,
})

export const createPeriods = endpoint({
  name: 'run.createPeriods',
  method: 'POST',
  path: '/api/run/cycles/:cycleId/periods',
  permission: 'period.close',
  summary: { zh: '建立填报期间', en: 'Create the periods of a cycle' },
  input: z.object({
    cycleId: id,
    kinds: z.array(periodKind).min(1).max(4),
    /** Days after the end of a period within which its values are in time. */
    dueAfterDays: z.int().min(0).max(120).default(15),
  }),
  /** Periods that are there already stay as they are. */
  output: z.object({ created: z.array(z.string()), kept: z.array(z.string()) }),
  audit: 'periods-created',
})

export const setDueDay = endpoint({
  name: 'run.setDueDay',
  method: 'PUT',
  path: '/api/run/periods/:periodId/due-day',
  permission: 'period.close',
  summary: { zh: '修改填报截止日期', en: 'Set the day by which a period is due' },
  input: z.object({ periodId: id, dueOn: day }),
  output: done,
  audit: 'period-due-day-set',
})

export const readClosing = endpoint({
  name: 'run.readClosing',
  method: 'GET',
  path: '/api/run/periods/:periodId/closing',
  permission: 'period.close',
  summary: { zh: '关闭期间前还缺什么', en: 'What is missing before a period can be closed' },
  input: z.object({ periodId: id }),
  output: z.object({
    period: periodView,
    gaps: z.array(gap),
    asked: z.int(),
    /** Figures nobody but their recorder has looked at, and those sent back: closing fixes them as they are. */
    unchecked: z.int(),
    returned: z.int(),
  }),
  audit: null,
})

const reason = z.string().trim().min(4).max(500)

export const closePeriod = endpoint({
  name: 'run.closePeriod',
  method: 'POST',
  path: '/api/run/periods/:periodId/closing',
  permission: 'period.close',
  summary: { zh: '关闭期间', en: 'Close a period' },
  input: z.object({
    periodId: id,
    /** Reasons for single gaps, by their key. */
    waivers: z
      .array(z.object({ key: z.string(), reason }))
      .max(50_000)
      .default([]),
    /** The reason for every other gap but those whose not-applicable waits for an answer. Left out: a gap without a reason of its own keeps the period open. */
    waiveRest: reason.optional(),
  }),
  output: z.object({ waived: z.int(), hash: z.string() }),
  audit: 'period-closed',
})

export const reopenPeriod = endpoint({
  name: 'run.reopenPeriod',
  method: 'POST',
  path: '/api/run/periods/:periodId/reopening',
  permission: 'period.close',
  summary: { zh: '重新打开期间', en: 'Open a closed period again' },
  input: z.object({ periodId: id, reason }),
  output: z.object({ revision: z.int() }),
  audit: 'period-reopened',
})

export const readCloses = endpoint({
  name: 'run.readCloses',
  method: 'GET',
  path: '/api/run/periods/:periodId/closes',
  permission: 'value.read',
  summary: { zh: '历次关闭的快照', en: 'Every closing of a period, with the hash of what it held' },
  input: z.object({ periodId: id }),
  output: z.object({
    closes: z.array(
      z.object({
        revision: z.int(),
        values: z.int(),
        waived: z.int(),
        hash: z.string(),
        /** The same values hashed now give the same. */
        unchanged: z.boolean(),
        closedAt: z.string(),
        closedBy: z.string(),
      }),
    ),
  }),
  audit: null,
})

export const readWaivers = endpoint({
  name: 'run.readWaivers',
  method: 'GET',
  path: '/api/run/periods/:periodId/waivers',
  permission: 'value.read',
  summary: { zh: '关闭时仍缺的数据及理由', en: 'What a period was closed without, and why' },
  input: z.object({ periodId: id }),
  output: z.object({
    waivers: z.array(
      z.object({
        key: z.string(),
        periodRevision: z.int(),
        measure: z.object({ code: z.string(), name: bilingual }),
        holder: bilingual,
        reason: z.string(),
        waivedBy: z.string(),
        waivedAt: z.string(),
      }),
    ),
  }),
  audit: null,
})
