import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, id } from '../fields.ts'

/** Seats over the years, and one person's year divided at every change of unit or superior. */

export const readSeatHistory = endpoint({
  name: 'appraise.readSeatHistory',
  method: 'GET',
  path: '/api/seats/history',
  permission: 'appraisal.list',
  summary: { zh: '历年优秀名额台账与轮流迹象', en: 'Seats over the years: what units are owed, and signs of turns' },
  input: z.object({}),
  output: z.object({
    years: z.array(z.number()),
    units: z.array(
      z.object({
        unitId: id,
        unit: bilingual,
        /** What the shares of all years add up to, the excellent grades there were, and the difference: still owed. */
        due: z.string(),
        awarded: z.number(),
        owed: z.string(),
        byYear: z.array(z.object({ year: z.number(), share: z.string(), awarded: z.number() })),
      }),
    ),
    /** null: fewer than three years are decided, or nobody was excellent. */
    turns: z
      .object({
        years: z.number(),
        withScore: z.number().nullable(),
        withService: z.number().nullable(),
        again: z.object({ share: z.number(), byChance: z.number(), n: z.number() }).nullable(),
        looksLikeTurns: z.boolean(),
      })
      .nullable(),
  }),
  audit: null,
})

export const readYearSegments = endpoint({
  name: 'appraise.readYearSegments',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/segments',
  permission: 'appraisal.read',
  summary: { zh: '本年任职分段（调动、换上级）', en: 'One person’s year, divided at every change of unit or superior' },
  input: z.object({ cycleId: id, personId: id }),
  output: z.object({
    segments: z.array(
      z.object({
        post: z.enum(['main', 'second']),
        unit: bilingual,
        superior: z.string().nullable(),
        from: day,
        to: day,
        days: z.number(),
        /** Long enough to be rated; a shorter one gives a comment only. */
        scored: z.boolean(),
        /** A stretch that ended early is rated by this day. */
        rateBy: day.nullable(),
        rated: z.boolean(),
      }),
    ),
    unitOfMostTime: bilingual.nullable(),
    daysWithout: z.number(),
    leastDays: z.number(),
  }),
  audit: null,
})

export const voidAppraisal = endpoint({
  name: 'appraise.voidAppraisal',
  method: 'POST',
  path: '/api/appraisals/:appraisalId/voiding',
  permission: 'participation.keep',
  summary: { zh: '作废一份考核（离开本单位、重复建立）', en: 'Void an appraisal (left, or enrolled by mistake)' },
  input: z.object({ appraisalId: id, because: z.enum(['left', 'duplicate']), note: z.string().trim().min(5).max(500) }),
  output: done,
  audit: 'appraisal-voided',
})
