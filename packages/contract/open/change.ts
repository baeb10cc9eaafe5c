import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty, id } from '../fields.ts'

/** How a construct of the diagnosis moved between two waves: higher is better. */
export const signMove = z.object({
  construct: z.string(),
  name: bilingual,
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }),
  /** Hedges' g; null where it cannot be computed. */
  g: z.number().nullable(),
  verdict: z.enum(['higher', 'lower', 'within-noise']),
})
export type SignMove = z.infer<typeof signMove>

export const problemVerdict = z.enum(['confirmed', 'suspected', 'not-found', 'not-examined'])

export const changedProblem = z.object({
  code: z.string(),
  name: bilingual,
  /** What people recorded of the first wave from survey, interviews and audit together; null: nothing. The standing is by the survey alone. */
  verdictBefore: problemVerdict.nullable(),
  severityBefore: z.number().nullable(),
  severityAfter: z.number().nullable(),
  /** cured: severe before and not now; new: the other way; remains; quiet: neither; unknown: too few answered. */
  standing: z.enum(['cured', 'remains', 'new', 'quiet', 'unknown']),
  move: signMove.nullable(),
})

export const changedRemedy = z.object({
  remedyId: id,
  name: bilingual,
  /** The problem or cause it answers. */
  answersName: bilingual,
  /** Stated when it was chosen: severity (0 to 100) of a construct to fall, or the mean (higher is better) of an item to rise, by at least so much. */
  sign: z.object({ kind: z.enum(['construct', 'item']), name: bilingual, least: z.number() }),
  /** In the unit of the sign; change: points of severity lost or of the mean won. null: the second wave did not ask the same. */
  outcome: z.object({ before: z.number(), after: z.number(), change: z.number() }).nullable(),
  /** How the scores behind the sign moved, 1 to 5, adjusted for all remedies together. */
  move: signMove.pick({ difference: true, interval: true, g: true, verdict: true }).nullable(),
  /** reached: beyond noise and as much as was stated; partly: beyond noise, but less; against: worse beyond noise; not-seen: within noise. */
  verdict: z.enum(['reached', 'partly', 'not-seen', 'against', 'not-asked']),
})

export const cycleIndex = z.object({
  code: z.enum(['plans', 'talks', 'confirmed', 'links', 'raters', 'objections', 'changed', 'published', 'read', 'answered']),
  name: bilingual,
  unit: bilingual,
  better: z.enum(['up', 'down']),
  before: z.number().nullable(),
  after: z.number().nullable(),
})

export const yearOfChange = z.object({
  institution: bilingual,
  before: z.object({ waveId: id, name: bilingual, openedOn: z.string() }),
  after: z.object({ waveId: id, name: bilingual, openedOn: z.string(), questionnaireId: id }),
  /** underway: the second year is not over, its records stand as of today. */
  years: z.object({ before: z.int(), after: z.int(), underway: z.boolean() }),
  problems: z.array(changedProblem),
  /** Causes and the overall view, moved likewise. */
  others: z.array(signMove),
  /** Those chosen on the board of the first wave. */
  remedies: z.array(changedRemedy),
  indices: z.array(cycleIndex),
})
export type YearOfChange = z.infer<typeof yearOfChange>

/** What a year changed, for everybody on the staff: aggregates of two waves and of the records of two cycles. */
export const readChange = endpoint({
  name: 'open.readChange',
  method: 'GET',
  path: '/api/change',
  permission: 'change.read',
  summary: { zh: '一年来的变化', en: 'What a year changed' },
  input: empty,
  output: z.object({
    /** null: fewer than two closed waves of the diagnosis. */
    change: yearOfChange.nullable(),
    waves: z.int(),
  }),
  audit: null,
})

export const downloadChange = endpoint({
  name: 'open.downloadChange',
  kind: 'download',
  method: 'GET',
  path: '/api/change/paper',
  permission: 'change.read',
  summary: { zh: '下载“一年来的变化”（Word，两页）', en: 'What a year changed, two pages (Word)' },
  input: z.object({ language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: 'paper-made',
})

/** The next wave of the diagnosis, asked exactly as the last one so that the two compare: same questionnaire, same strata. */
export const openNextWave = endpoint({
  name: 'open.openNextWave',
  method: 'POST',
  path: '/api/change/next-wave',
  permission: 'wave.collect',
  summary: { zh: '按上一轮开启下一轮诊断', en: 'Open the next wave of the diagnosis from the last' },
  input: z.object({ name: bilingual, openedOn: z.iso.date() }),
  output: z.object({ waveId: id }),
  audit: 'wave-opened',
})
